package org.tapescript.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tapescript.audio.decode.RecordingFault;
import org.tapescript.audio.decode.UnreadableRecordingException;
import org.tapescript.domain.SpeakerNames;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.language.LanguagePacks;
import org.tapescript.language.WrittenLanguages;
import org.tapescript.project.ProjectFile;
import org.tapescript.project.ProjectPlace;
import org.tapescript.storage.FileNames;
import org.tapescript.workflow.FailureMessage;
import org.tapescript.workflow.FindRecordings;
import org.tapescript.workflow.ImportTranscript;
import org.tapescript.workflow.Inputs;
import org.tapescript.workflow.Lexicons;
import org.tapescript.workflow.TapeSync;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tapescript sync}: aligns recordings with a transcript and writes a project. */
@Command(name = "sync", description = "Sync a transcript to its tape and write a project.")
final class SyncCommand implements Callable<Integer> {
    private static final String SUFFIX = ".tapescript";

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "TAPE... TRANSCRIPT | PROJECT",
            description = "Recordings in order and the transcript; or a project, to align it again.")
    private List<Path> files;

    @Option(names = "-o", paramLabel = "PROJECT", description = "Project to write; beside the first tape if not given.")
    private Path output;

    @Option(names = "--force", description = "Overwrite an existing project.")
    private boolean force;

    @Mixin
    private final ReadingOptions reading = new ReadingOptions();

    @Option(names = "--no-voices", description = "Leave speakers as the text has them; do not compare voices.")
    private boolean noVoices;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            defaultValue = "en-us",
            description =
                    "Language of the tape, as nl or pt-BR: any, those without a model are heard with the English one; "
                            + "'auto' is that of the text, 'none' goes with --translated (default: ${DEFAULT-VALUE}).")
    private String language;

    @Option(
            names = "--translated",
            description = "The tape is in another language than the transcript: place turns and sentences by voices, "
                    + "lengths and pauses, without recognising words.")
    private boolean translated;

    @Option(
            names = "--text-language",
            paramLabel = "TAG",
            description = "Language of the transcript, as en-gb, where it is not that of the tape; exports carry it.")
    private String textLanguage;

    @Option(
            names = "--lexicon",
            paramLabel = "FILE",
            description =
                    "Your own pronunciations, in the language's phones (CMU dictionary form; IPA where a language has no model).")
    private List<Path> lexicons = List.of();

    @Option(names = "--transcript", paramLabel = "REVISED", description = "A revised transcript for the project.")
    private Path revised;

    @Option(
            names = "--tape",
            paramLabel = "FILE",
            description = "Where a project's recording lies now, if it has moved.")
    private List<Path> tapes = List.of();

    @Option(
            names = "--track",
            paramLabel = "N",
            description =
                    "Track of sound to take of each recording, counted from 1; if not given, the one that the file "
                            + "flags as its default, or the project's.")
    private Integer track;

    SyncCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, CommandFailedException {
        Path first = files.get(0);
        if (files.size() == 1) {
            if (!first.toString().endsWith(SUFFIX)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "sync needs recordings and a transcript, or a project");
            }
            return again(first);
        }
        if (language.isBlank()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--language is empty; give a tag such as en-us or nl, or 'auto' for that of the text");
        }
        if (language.equals(LanguagePacks.NONE) && !translated) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--language none goes with --translated: without a model no word is recognised");
        }
        if (revised != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--transcript goes with a project");
        }
        if (files.size() == 2 && first.toString().endsWith(SUFFIX) && Files.exists(first)) {
            throw new CommandFailedException(
                    "Syncing " + first + ": that is a project; to use another transcript for it, say: sync " + first
                            + " --transcript " + files.get(1));
        }
        refuseTwice(files.subList(0, files.size() - 1));
        Path target = output == null ? withSuffix(first) : output;
        List<Path> inputs = new ArrayList<>(files);
        inputs.addAll(lexicons);
        Target.check(target, inputs);
        Target.refuseToReplace(target, force);
        TapeSync.Request request = new TapeSync.Request(
                        files.subList(0, files.size() - 1),
                        last(files.get(files.size() - 1)),
                        TapeSync.basis(language, translated)
                                .withTextLanguage(Optional.ofNullable(textLanguage))
                                .withLexicon(Lexicons.read(lexicons)),
                        !noVoices,
                        reading.speakers())
                .withTrack(track());
        tellLanguages(request.transcript().text());
        try {
            return write(target, (sync, cancel, progress) -> ProjectFile.of(sync.run(request, progress, cancel)));
        } catch (UnreadableRecordingException e) {
            if (e.fault() == RecordingFault.DOCUMENT) {
                throw new CommandFailedException(
                        FailureMessage.of(e) + "; recordings come first, the transcript comes last");
            }
            throw e;
        }
    }

    /** A recording that is given twice is a slip of the hand; the timeline would have it twice. */
    private void refuseTwice(List<Path> recordings) {
        Set<Path> seen = new HashSet<>();
        for (Path recording : recordings) {
            if (!seen.add(recording.toAbsolutePath().normalize())) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), recording + " is given twice; give each recording once, in their order");
            }
        }
    }

    /** Says what the text is in, where nobody has. */
    private void tellLanguages(String text) {
        boolean said = spec.commandLine().getParseResult().hasMatchedOption("--language")
                && !language.equals(LanguagePacks.AUTO);
        // Where it was said, the report has what speaks against it.
        if (said || translated || WrittenLanguages.isPlainEnglish(text)) {
            return;
        }
        List<WrittenLanguages.Part> parts = WrittenLanguages.of(text);
        if (parts.size() > 1) {
            console.err()
                    .println("The text is in several languages: "
                            + parts.stream()
                                    .map(p -> String.format(Locale.ROOT, "%s (%.0f %%)", p.tag(), 100 * p.share()))
                                    .collect(Collectors.joining(", ")));
        }
        boolean other = !parts.isEmpty() && !language.startsWith(parts.get(0).tag());
        if (other && !language.equals(LanguagePacks.AUTO)) {
            console.err()
                    .println("The text seems to be in the language "
                            + parts.get(0).tag()
                            + "; the tape is taken to be in " + language + ": say --language "
                            + parts.get(0).tag()
                            + " if it is not");
        }
    }

    /** The transcript, which comes last; what is a tape there was given first elsewhere. */
    private Transcript last(Path file) throws IOException, CommandFailedException {
        try {
            return transcript(file);
        } catch (UnreadableTranscriptException e) {
            if (e.fault() == TranscriptFault.SOUND || e.fault() == TranscriptFault.VIDEO) {
                throw new CommandFailedException(
                        FailureMessage.of(e) + "; recordings come first, the transcript comes last");
            }
            throw e;
        }
    }

    private Transcript transcript(Path file) throws IOException {
        Transcript understood = ImportTranscript.understand(file, reading.reading(), reading.instructions())
                .transcript();
        ImportCommand.warn(file, understood, console);
        return understood;
    }

    private Integer again(Path project) throws IOException, CommandFailedException {
        Path target = output == null ? project : output;
        ProjectChange change =
                ProjectChange.run(console, project, target, force, earlier -> inputs(project, earlier), earlier -> {
                    TapeSync.Request request = request(project, earlier);
                    return Job.run(console, (sync, cancel, progress) -> sync.again(earlier, request, progress, cancel));
                });
        return say(change.after(), target);
    }

    /** All that is read besides the project itself. */
    private List<Path> inputs(Path project, SyncedTranscript earlier) {
        List<Path> inputs = Inputs.ofProject(project, earlier);
        inputs.remove(project);
        inputs.addAll(tapes);
        inputs.addAll(lexicons);
        Optional.ofNullable(revised).ifPresent(inputs::add);
        return inputs;
    }

    private TapeSync.Request request(Path project, SyncedTranscript earlier)
            throws IOException, CommandFailedException {
        return TapeSync.Request.of(earlier, FindRecordings.run(project, earlier.recordings(), tapes))
                .withTranscript(revised == null ? earlier.transcript() : transcript(revised))
                .withLexicon(Lexicons.read(lexicons))
                .withVoices(!noVoices)
                .withSpeakers(reading.speakers())
                .withTrack(track());
    }

    private OptionalInt track() {
        if (track != null && track < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--track counts from 1");
        }
        return track == null ? OptionalInt.empty() : OptionalInt.of(track);
    }

    /** Has the place to itself from the beginning: that somebody else writes there is not to be found out when all is done. */
    private Integer write(Path target, Job<ProjectFile> job) throws IOException {
        ProjectFile written = Job.run(console, (sync, cancel, progress) -> {
            try (ProjectPlace place = ProjectPlace.take(target)) {
                ProjectFile file = job.run(sync, cancel, progress);
                Projects.replace(console, place, file);
                return file;
            }
        });
        return say(written.transcript(), target);
    }

    private Integer say(SyncedTranscript synced, Path target) {
        ReportText.print(synced, console.out());
        tellUnheard(SpeakerNames.of(synced));
        console.err().println("Written: " + target);
        console.err().flush();
        return 0;
    }

    /** Says which of the names that were given nobody has. */
    private void tellUnheard(List<String> people) {
        List<String> others = reading.speakers().stream()
                .filter(name -> SpeakerNames.meant(people, name).isEmpty())
                .toList();
        if (!others.isEmpty()) {
            console.err()
                    .println("Not found to speak, though named with --speakers: " + String.join(", ", others)
                            + "; those who do: " + String.join(", ", people));
        }
    }

    private static Path withSuffix(Path tape) {
        String name = tape.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return tape.resolveSibling(FileNames.fit(dot > 0 ? name.substring(0, dot) : name, SUFFIX));
    }
}
