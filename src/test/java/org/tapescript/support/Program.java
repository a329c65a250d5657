package org.tapescript.support;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.tapescript.cli.Console;
import org.tapescript.cli.Main;
import org.tapescript.workflow.Places;

/** Runs the command line within the test's process. */
public final class Program {
    /** What a run left behind. */
    public record Result(int status, String out, String err) {
        /** The last line on standard error. */
        public String message() {
            String[] lines = err.strip().split("\\R");
            return lines[lines.length - 1];
        }
    }

    /** Folders of a program that is tested. */
    public static final Places PLACES = new Places(
            List.of(Path.of("models")),
            Path.of("target", "test-cache"),
            Path.of("target", "test-settings.properties"),
            Path.of("audio-samples"));

    private Program() {}

    public static Result run(Object... args) {
        return run(opening -> 0, args);
    }

    /** @param window what the command that opens one is given */
    public static Result run(Console.Window window, Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false, PLACES, window);
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        int status = Main.run(console, words);
        return new Result(status, out.toString(), err.toString());
    }
}
