package org.tapescript.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.format.ClockTime;
import org.tapescript.project.ProjectFile;
import org.tapescript.workflow.Inputs;
import org.tapescript.workflow.UnpackBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tapescript open}: shows the window. */
@Command(name = "open", description = "Open the window, on a project if one is given.")
final class OpenCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "PROJECT", description = "A project that sync wrote, or a bundle of one.")
    private Path project;

    @Option(names = "--at", paramLabel = "TIME", description = "Where to begin, as 12:03 or 1:02:03.")
    private String at;

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "Of a bundle: the folder to unpack it into, which is made; the window asks if not given.")
    private Path folder;

    @Option(
            names = "--screenshot",
            paramLabel = "FILE",
            description = "Write a picture of the window to a PNG file once it can be used, and end.")
    private Path screenshot;

    OpenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, CommandFailedException {
        double seconds = at == null
                ? 0
                : ClockTime.parse(at)
                        .orElseThrow(() -> new CommandLine.ParameterException(
                                spec.commandLine(), "--at needs a time as 12:03 or 1:02:03, not '" + at + "'"));
        if (project != null && UnpackBundle.isBundle(project)) {
            if (folder == null && screenshot == null) {
                // The window asks where to; what speaks against it is said here.
                UnpackBundle.place(project, project.toAbsolutePath().getParent());
                return open(project, seconds);
            }
            project = Bundles.unpacked(console, project, folder);
        } else if (folder != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--to is for bundles, and there is none to unpack");
        }
        if (project != null) {
            // What cannot be opened is said here, where it was asked for, before a window is shown.
            SyncedTranscript shown = ProjectFile.read(project).transcript();
            if (seconds > shown.seconds()) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        "--at " + at + " is beyond the tape, which ends at " + ClockTime.seconds(shown.seconds()));
            }
            if (screenshot != null) {
                Target.check("--screenshot", screenshot, Inputs.ofProject(project, shown));
            }
        } else if (screenshot != null) {
            Target.check("--screenshot", screenshot, List.of());
        }
        if (screenshot != null) {
            Target.checkPicture(screenshot);
        }
        return open(project, seconds);
    }

    private int open(Path shown, double seconds) {
        return console.window()
                .open(new Console.Opening(Optional.ofNullable(shown), seconds, Optional.ofNullable(screenshot)));
    }
}
