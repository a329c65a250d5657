package org.tapescript.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tapescript.align.LongTextAligner;
import org.tapescript.align.lexicon.Dictionary;
import org.tapescript.audio.RecordingCache;
import org.tapescript.audio.decode.FfmpegDecoder;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.job.CancellationToken;
import org.tapescript.language.LanguagePack;
import org.tapescript.language.LanguagePacks;
import org.tapescript.project.ProjectFile;
import org.tapescript.workflow.ImportTranscript;
import org.tapescript.workflow.SyncTape;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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

    @Option(names = "--speakers", split = ",", paramLabel = "NAME", description = "Speakers in the order in which they first speak.")
    private List<String> speakers = List.of();

    @Option(names = "--language", defaultValue = "en-us", description = "Language of tape and transcript (default: ${DEFAULT-VALUE}).")
    private String language;

    @Option(names = "--lexicon", paramLabel = "FILE", description = "Your own pronunciations, in CMU dictionary form.")
    private List<Path> lexicons = List.of();

    @Option(names = "--transcript", paramLabel = "REVISED", description = "A revised transcript for the project.")
    private Path revised;

    SyncCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, CommandFailedException {
        if (files.size() < 2) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "sync needs recordings and a transcript, or a project");
        }
        Path target = output == null ? withSuffix(files.get(0)) : output;
        if (Files.exists(target) && !force) {
            throw new CommandFailedException(
                    "Writing " + target + ": there is a project already; say --force to replace it, or -o for another name");
        }
        Transcript transcript = ImportTranscript.run(files.get(files.size() - 1), speakers);
        LanguagePack pack = new LanguagePacks(console.places().models(), console.places().cache()).load(language);
        SyncTape sync = new SyncTape(
                new RecordingCache(
                        console.places().cache().resolve("recordings"),
                        new FfmpegDecoder(console.places().cache().resolve("native"))),
                new LongTextAligner());
        SyncedTranscript synced = sync.run(
                new SyncTape.Request(files.subList(0, files.size() - 1), transcript, pack, lexicons()),
                new ProgressLine(console),
                CancellationToken.none());
        ProjectFile.of(synced).write(target);
        return 0;
    }

    private List<Dictionary> lexicons() throws IOException {
        List<Dictionary> result = new ArrayList<>();
        for (Path file : lexicons) {
            try (InputStream in = Files.newInputStream(file)) {
                result.add(new Dictionary().read(in, file.toString()));
            }
        }
        return result;
    }

    private static Path withSuffix(Path tape) {
        String name = tape.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return tape.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + SUFFIX);
    }
}
