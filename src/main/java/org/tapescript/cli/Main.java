package org.tapescript.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line: sub-commands over the workflows, with their exit codes and messages. */
@Command(
        name = "tapescript",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        description = "Syncs a published interview transcript to its tape, word by word. Nothing leaves this machine.",
        subcommands = {
            OpenCommand.class,
            ImportCommand.class,
            SyncCommand.class,
            AttributeCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            BatchCommand.class,
            TrainCommand.class
        })
public final class Main implements Runnable {
    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show details and stack traces on standard error.")
    private boolean debug;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to do: open, import, sync, report or export");
    }

    boolean debug() {
        return debug;
    }

    /** Runs the program in this process; returns its exit status. */
    public static int run(Console console, String... args) {
        return commands(console).execute(args);
    }

    /** All commands, ready to be run or described. */
    static CommandLine commands(Console console) {
        Main main = new Main();
        CommandLine commands = new CommandLine(main, new CommandFactory(console));
        commands.setOut(console.out());
        commands.setErr(console.err());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setUsageHelpAutoWidth(false);
        commands.setParameterExceptionHandler((e, a) -> {
            console.err().println("tapescript: " + e.getMessage().replaceAll("\\R", " ") + "; see 'tapescript --help'");
            console.err().flush();
            return CommandLine.ExitCode.USAGE;
        });
        commands.setExecutionExceptionHandler((e, c, result) -> Failures.report(e, console, main.debug()));
        return commands;
    }
}
