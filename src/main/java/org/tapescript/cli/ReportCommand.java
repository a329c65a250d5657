package org.tapescript.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tapescript.domain.SyncedTranscript;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tapescript report}: says what a sync could place and what it could not. */
@Command(name = "report", description = "Say what was placed, what was not, and where to look.")
final class ReportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PROJECT", description = "A project that sync wrote.")
    private Path project;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        SyncedTranscript transcript = Projects.view(console, project).transcript();
        if (json) {
            ReportText.printJson(transcript, console.out());
        } else {
            ReportText.print(transcript, console.out());
        }
        return 0;
    }
}
