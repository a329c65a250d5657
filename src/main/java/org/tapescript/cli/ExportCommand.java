package org.tapescript.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tapescript.domain.Cue;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.format.ClockTime;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.Format;
import org.tapescript.format.Formats;
import org.tapescript.format.Loss;
import org.tapescript.project.ProjectFile;
import org.tapescript.storage.AtomicFile;
import org.tapescript.subtitle.CueBuilder;
import org.tapescript.subtitle.CueCheck;
import org.tapescript.workflow.Inputs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tapescript export}: writes a project in one of the formats. */
@Command(name = "export", description = "Write a project as subtitles or for other programs.")
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROJECT", description = "A project that sync wrote.")
    private Path project;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES}.",
            completionCandidates = Names.class)
    private String format;

    @Option(names = "--formats", help = true, description = "List the formats and end.")
    private boolean list;

    @Option(names = "-o", paramLabel = "FILE", description = "Where to write; standard output if not given.")
    private Path output;

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    @Mixin
    private ExportSettings settings;

    /** Formats that there are. */
    static final class Names extends ArrayList<String> {
        Names() {
            super(Formats.writable());
        }
    }

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, CommandFailedException {
        if (list) {
            Formats.writable().forEach(console.out()::println);
            console.out().flush();
            return 0;
        }
        Format chosen = Formats.writable(format)
                .orElseThrow(() -> wrong(
                        "there is no format '" + format + "'; there are: " + String.join(", ", Formats.writable())));
        ProjectFile file = Projects.view(console, project);
        ExportOptions options = settings.options(file.transcript().recordings().stream()
                .findFirst()
                .map(Recording::speed)
                .orElse(OptionalDouble.empty()));
        SyncedTranscript exported = options.timebase().apply(file.transcript());
        int early = timed(file.transcript()) - timed(exported);
        if (early > 0 && timed(exported) == 0) {
            throw new CommandFailedException(
                    "Exporting " + project + ": by this offset everything would begin before 0:00");
        }
        if (output == null) {
            if (!chosen.isText()) {
                throw wrong("'" + format + "' is no text: say with -o which file to write");
            }
            ByteArrayOutputStream result = new ByteArrayOutputStream();
            chosen.write(file.transcript(), options, result);
            console.out().write(result.toString(StandardCharsets.UTF_8));
            console.out().flush();
        } else {
            Target.check(output, Inputs.ofProject(project, file.transcript()));
            if (Inputs.isTranscript(output, file.transcript())) {
                throw new CommandFailedException(
                        "Writing " + output
                                + ": that is the transcript that the project was made of, and would be lost; give another name");
            }
            Target.refuseToReplace(output, force);
            AtomicFile.writeBytes(output, out -> chosen.write(file.transcript(), options, out));
        }
        List<Loss> loses = chosen.loses(file.transcript(), options);
        if (!loses.isEmpty()) {
            console.err()
                    .println("Not in " + format + ": "
                            + loses.stream().map(Loss::english).collect(Collectors.joining(", ")));
        }
        List<String> unused = settings.unused(chosen);
        if (!unused.isEmpty()) {
            console.err().println("Without effect on " + format + ": " + String.join(", ", unused));
        }
        if (file.transcript().isPlaced()) {
            console.err()
                    .println("Times are those of sentences, placed by voices, lengths and pauses; words have none");
        }
        if (early > 0) {
            console.err().println(early + " words that would begin before 0:00 have no time");
        }
        if (chosen.isSubtitles()) {
            saySubtitles(exported, early, options);
        }
        console.err().flush();
        return 0;
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private static int timed(SyncedTranscript transcript) {
        return (int)
                transcript.words().stream().filter(w -> w.span().isPresent()).count();
    }

    /**
     * Words that no subtitle shows; and what no other split could avoid, so that an editor may shorten the text there.
     *
     * @param early words that have no time only because they would begin before nought
     */
    private void saySubtitles(SyncedTranscript transcript, int early, ExportOptions options) {
        List<Cue> cues = new CueBuilder(options.rules()).build(transcript);
        int shown = cues.stream()
                .flatMap(c -> c.parts().stream())
                .mapToInt(p -> p.words().size())
                .sum();
        int missing = transcript.words().size() - shown - early;
        if (missing > 0) {
            console.err().println(missing + " words that were not found on the tape are in no subtitle");
        }
        for (Cue cue : cues) {
            for (CueCheck.Finding finding : CueCheck.findings(cue, options.rules())) {
                console.err().println(ClockTime.millis(cue.time().startMicros(), '.') + " " + finding.reason());
            }
        }
    }
}
