package org.tapescript.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tapescript.support.Program;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes the manual pages (as AsciiDoc) and the shell's completions of the command line into a folder: what an installer brings along. */
final class ManualPages {
    private ManualPages() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        PrintWriter nobody = new PrintWriter(PrintWriter.nullWriter());
        Console console = new Console(nobody, nobody, false, Program.PLACES, opening -> 0);
        CommandLine commands = Main.commands(console);
        List<CommandLine.Model.CommandSpec> pages = new ArrayList<>();
        pages.add(commands.getCommandSpec());
        commands.getSubcommands().values().forEach(c -> pages.add(c.getCommandSpec()));
        int status = ManPageGenerator.generateManPage(
                folder.toFile(),
                (File) null,
                new boolean[0],
                true,
                pages.toArray(new CommandLine.Model.CommandSpec[0]));
        if (status != 0) {
            throw new IOException("the manual pages could not be written: status " + status);
        }
        Files.writeString(folder.resolve("tapescript.bash"), AutoComplete.bash("tapescript", commands));
    }
}
