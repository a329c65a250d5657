package org.tapescript.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.Formats;
import org.tapescript.format.TranscriptWriter;
import org.tapescript.project.AtomicFile;
import org.tapescript.project.ProjectFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
            description = "srt, vtt, json, ctm, rttm, textgrid or txt.")
    private String format;

    @Option(names = "-o", paramLabel = "FILE", description = "Where to write; standard output if not given.")
    private Path output;

    @Option(names = "--speaker-names", description = "Name the speakers in SRT.")
    private boolean speakerNames;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        TranscriptWriter writer = Formats.writer(format)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(),
                        "there is no format '" + format + "'; there are: " + String.join(", ", Formats.writable())));
        ProjectFile file = ProjectFile.read(project);
        ExportOptions options = new ExportOptions(ExportOptions.DEFAULT.rules(), speakerNames);
        if (output == null) {
            writer.write(file.transcript(), options, console.out());
            console.out().flush();
        } else {
            AtomicFile.write(output, out -> writer.write(file.transcript(), options, out));
        }
        return 0;
    }
}
