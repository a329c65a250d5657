package org.tapescript.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        description = "Syncs a published interview transcript to its tape, word by word. Nothing leaves this machine.")
public final class Main implements Runnable {
    private static final Set<String> VERSION = Set.of("--version", "-V");

    /** In the order in which help lists them. */
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("open", OpenCommand.class);
        COMMANDS.put("import", ImportCommand.class);
        COMMANDS.put("sync", SyncCommand.class);
        COMMANDS.put("attribute", AttributeCommand.class);
        COMMANDS.put("report", ReportCommand.class);
        COMMANDS.put("export", ExportCommand.class);
        COMMANDS.put("bundle", BundleCommand.class);
        COMMANDS.put("unbundle", UnbundleCommand.class);
        COMMANDS.put("batch", BatchCommand.class);
        COMMANDS.put("train-pronunciations", TrainCommand.class);
    }

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
        if (args.length == 1 && VERSION.contains(args[0])) {
            console.out().println(Version.text());
            return CommandLine.ExitCode.OK;
        }
        // Describing a command to picocli takes a while, for what its options' values may be; the others are not asked
        // for.
        boolean one = args.length > 0 && COMMANDS.containsKey(args[0]);
        return commands(console, one ? List.of(args[0]) : COMMANDS.keySet()).execute(args);
    }

    /** All commands, ready to be described. */
    static CommandLine commands(Console console) {
        return commands(console, COMMANDS.keySet());
    }

    private static CommandLine commands(Console console, Collection<String> names) {
        Main main = new Main();
        CommandFactory factory = new CommandFactory(console);
        CommandLine commands = new CommandLine(main, factory);
        names.forEach(n -> commands.addSubcommand(n, new CommandLine(COMMANDS.get(n), factory)));
        commands.setOut(console.out());
        commands.setErr(console.err());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setUsageHelpAutoWidth(false);
        commands.setParameterExceptionHandler((e, a) -> {
            String command = e.getCommandLine().getCommandSpec().qualifiedName();
            console.err().println("tapescript: " + wrong(e, a) + "; see '" + command + " --help'");
            console.err().flush();
            return CommandLine.ExitCode.USAGE;
        });
        commands.setExecutionStrategy(parsed -> {
            try {
                return new CommandLine.RunLast().execute(parsed);
            } catch (VirtualMachineError e) {
                // Out of memory, or nested too deeply: the handler of exceptions is not asked about these.
                return Failures.report(e, console, main.debug());
            }
        });
        commands.setExecutionExceptionHandler((e, c, result) -> Failures.report(e, console, main.debug()));
        return commands;
    }

    /** What is wrong with what was said. */
    private static String wrong(CommandLine.ParameterException e, String... said) {
        Optional<String> unknown = e instanceof CommandLine.MissingParameterException
                ? unknownOption(e.getCommandLine().getCommandSpec(), said)
                : Optional.empty();
        if (unknown.isPresent()) {
            // What was misspelt is most often what is missing.
            return "Unknown option: '" + unknown.get() + "'";
        }
        if (e instanceof CommandLine.UnmatchedArgumentException u
                && u.getCommandLine().getParent() == null
                && !u.isUnknownOption()) {
            List<String> meant = u.getSuggestions();
            return "There is no command '" + u.getUnmatched().get(0) + "'"
                    + (meant.isEmpty() ? "" : "; did you mean '" + meant.get(0) + "'?");
        }
        return plain(e.getMessage());
    }

    private static Optional<String> unknownOption(CommandSpec command, String... said) {
        return Arrays.stream(said)
                .takeWhile(a -> !a.equals("--"))
                .filter(a -> a.matches("--?\\p{L}.*"))
                .map(a -> a.replaceFirst("=.*", ""))
                .filter(a -> command.findOption(a) == null)
                // Short options may have their values, or each other, right behind them.
                .filter(a -> a.startsWith("--") || command.findOption(a.substring(0, 2)) == null)
                .findFirst();
    }

    /** What picocli says, in one line and without a programmer's words. */
    private static String plain(String message) {
        return message.replaceAll("\\R", " ")
                .replace("option option", "option")
                .replace("is not an int", "is not a whole number")
                .replace("is not a double", "is not a number");
    }
}
