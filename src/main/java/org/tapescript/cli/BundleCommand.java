package org.tapescript.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.workflow.BundleProject;
import org.tapescript.workflow.BundleProject.Sound;
import org.tapescript.workflow.Inputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tapescript bundle}: packs a project with all that belongs to it into one file. */
@Command(
        name = "bundle",
        description = "Pack a project, its recordings and its transcript into one file that opens anywhere.")
final class BundleCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PROJECT", description = "A project that sync wrote.")
    private Path project;

    @Option(
            names = "-o",
            paramLabel = "FILE",
            description = "Where to write; NAME-bundle.tapescript beside the project if not given.")
    private Path output;

    @Option(
            names = "--opus",
            description = "Pack the sound alone, as Opus, 14 MB an hour and channel; else recordings are packed as they"
                    + " are, pictures too.")
    private boolean opus;

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    @Option(names = "--tape", paramLabel = "FILE", description = "Where a recording lies now, if it has moved.")
    private List<Path> tapes = List.of();

    BundleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, CommandFailedException {
        SyncedTranscript content = Projects.view(console, project).transcript();
        List<Recording> recordings = content.recordings();
        Path to = output == null ? BundleProject.suggested(project) : output;
        List<Path> inputs = Inputs.ofProject(project, content);
        inputs.addAll(tapes);
        Target.check(to, inputs);
        Target.refuseToReplace(to, force);
        BundleProject.Result result = Job.run(
                console,
                (sync, cancel, progress) -> new BundleProject(console.places())
                        .run(project, tapes, opus ? Sound.OPUS : Sound.AS_IT_IS, to, progress, cancel));
        console.out().println(to);
        console.err().println(said(result));
        console.err().flush();
        return 0;
    }

    private String said(BundleProject.Result result) {
        String sound = result.recordings() == 1 ? "one recording" : result.recordings() + " recordings";
        String how = !opus
                ? " as " + (result.recordings() == 1 ? "it is" : "they are")
                : result.asOpus() == result.recordings()
                        ? " as Opus"
                        : ", " + result.asOpus() + " of them as Opus, which would hardly make the rest smaller";
        return String.format(Locale.ROOT, "%.1f MB: project, transcript, %s%s", result.bytes() / 1e6, sound, how);
    }
}
