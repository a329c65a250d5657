package org.tapescript.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tapescript.domain.SpeakerNames;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.workflow.AttributeSpeakers;
import org.tapescript.workflow.FindRecordings;
import org.tapescript.workflow.Inputs;
import org.tapescript.workflow.Lexicons;
import org.tapescript.workflow.TapeSync;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tapescript attribute}: says anew who speaks, after speakers were named by hand. */
@Command(name = "attribute", description = "Compare the voices of a project again and say who speaks.")
final class AttributeCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROJECT", description = "A project that sync wrote.")
    private Path project;

    @Option(names = "-o", paramLabel = "PROJECT", description = "Project to write; the same if not given.")
    private Path output;

    @Option(names = "--force", description = "Overwrite an existing project with -o.")
    private boolean force;

    @Option(
            names = "--fix",
            paramLabel = "LINE=NAME",
            description = "Who speaks at a line, for certain; stays whenever voices are compared again.")
    private Map<Integer, String> fixes = new LinkedHashMap<>();

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "Call a speaker by another name, everywhere; alone it needs no recording.")
    private Map<String, String> renames = new LinkedHashMap<>();

    @Option(names = "--merge", description = "With --rename to a name that somebody has: make one speaker of the two.")
    private boolean merge;

    @Option(
            names = "--speakers",
            split = ",",
            paramLabel = "NAME",
            converter = ReadingOptions.SpeakerName.class,
            description = "All speakers; if not given, their number is estimated.")
    private List<String> speakers = List.of();

    @Option(names = "--tape", paramLabel = "FILE", description = "Where a recording lies now, if it has moved.")
    private List<Path> tapes = List.of();

    @Option(names = "--lexicon", paramLabel = "FILE", description = "Your own pronunciations, as given to sync.")
    private List<Path> lexicons = List.of();

    AttributeCommand(Console console) {
        this.console = console;
    }

    private String name(String given) {
        if (SpeakerNames.tidy(given).isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "a speaker needs a name after the '='");
        }
        return SpeakerNames.tidy(given);
    }

    @Override
    public Integer call() throws IOException, CommandFailedException {
        if (merge && (renames.isEmpty() || comparesVoices())) {
            // Whom the voices tell apart would be told apart again, under a name that nobody gave.
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--merge goes with --rename alone: no voices are compared then");
        }
        renames.values().forEach(this::name);
        ReadingOptions.refuseNobody(speakers, spec);
        Path target = output == null ? project : output;
        ProjectChange change = ProjectChange.run(
                console,
                project,
                target,
                force,
                this::inputs,
                before -> attribute(before, Renames.of(before, renames, merge, project)));
        sayWhoElseChanged(change);
        ReportText.print(change.after(), console.out());
        if (output != null) {
            console.err().println("Written: " + target);
            console.err().flush();
        }
        return 0;
    }

    /** All that is read besides the project itself. */
    private List<Path> inputs(SyncedTranscript earlier) {
        List<Path> inputs = Inputs.ofProject(project, earlier);
        inputs.remove(project);
        inputs.addAll(tapes);
        inputs.addAll(lexicons);
        return inputs;
    }

    /** A speaker's other name changes nothing of who speaks. */
    private boolean comparesVoices() {
        return renames.isEmpty() || !fixes.isEmpty() || !speakers.isEmpty() || !tapes.isEmpty() || !lexicons.isEmpty();
    }

    /** A name given to one turn names its voice: that may change many, which nobody should find out by chance. */
    private void sayWhoElseChanged(ProjectChange change) throws CommandFailedException {
        Map<String, String> was = new HashMap<>();
        Renames.of(change.before(), renames, merge, project)
                .apply(change.before())
                .turns()
                .forEach(t -> t.words().forEach(w -> was.put(w.id(), t.speaker())));
        long changed = change.after().turns().stream()
                .filter(t -> !fixes.containsKey(t.line()))
                .filter(t ->
                        t.words().stream().anyMatch(w -> !t.speaker().equals(was.getOrDefault(w.id(), t.speaker()))))
                .count();
        if (!fixes.isEmpty() && changed > 0) {
            console.err()
                    .println("Other turns whose speaker changed: " + changed
                            + ". Naming one turn names its voice wherever it is heard; 'report' lists the speakers.");
            console.err().flush();
        }
    }

    /** A turn named by hand names its voice: not one that was given another name at the same time. */
    private SyncedTranscript renamedAgainstFixes(SyncedTranscript named, Renames renamed) {
        SyncedTranscript result = named;
        for (String to :
                fixes.isEmpty() ? Set.<String>of() : Set.copyOf(renamed.names().values())) {
            int others = named.turns().stream()
                    .filter(t -> fixes.containsKey(t.line()) && !t.speaker().equals(to))
                    .mapToInt(t -> t.words().size())
                    .sum();
            result = AttributeSpeakers.confirm(result, to, others);
        }
        return result;
    }

    private SyncedTranscript attribute(SyncedTranscript earlier, Renames renamed)
            throws IOException, CommandFailedException {
        SyncedTranscript named = renamed.apply(earlier);
        for (Map.Entry<Integer, String> fix : fixes.entrySet()) {
            String speaker = SpeakerNames.meantOrNew(SpeakerNames.of(named), name(fix.getValue()));
            named = AttributeSpeakers.fix(named, fix.getKey(), speaker)
                    .orElseThrow(() -> new CommandFailedException("Naming the speaker at line " + fix.getKey() + " of "
                            + project + ": nobody speaks there; 'tapescript import' shows the lines of turns"));
        }
        if (!comparesVoices()) {
            return named;
        }
        named = renamedAgainstFixes(named, renamed);
        SyncedTranscript before = named;
        TapeSync.Request request = TapeSync.Request.of(before, FindRecordings.run(project, before.recordings(), tapes))
                .withLexicon(Lexicons.read(lexicons))
                .withSpeakers(speakers);
        return Job.run(console, (sync, cancel, progress) -> sync.attribute(before, request, progress, cancel));
    }
}
