package org.tapescript.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tapescript unbundle}: unpacks what {@code bundle} packed. */
@Command(name = "unbundle", description = "Unpack a bundle into a folder and say where its project is.")
final class UnbundleCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "BUNDLE", description = "A file that bundle wrote.")
    private Path bundle;

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "The folder to make; one of the bundle's name beside it if not given.")
    private Path folder;

    UnbundleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, CommandFailedException {
        console.out().println(Bundles.unpacked(console, bundle, folder));
        return 0;
    }
}
