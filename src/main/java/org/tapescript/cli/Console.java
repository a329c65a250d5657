package org.tapescript.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.tapescript.workflow.Places;
import org.tapescript.workflow.TapeSync;

/**
 * Where a command writes to and what surrounds it.
 *
 * @param out takes the result asked for, nothing else
 * @param err takes progress and messages
 * @param terminal whether {@code err} is a terminal, so that progress may rewrite its line
 * @param places folders of the program and the user
 * @param window opens the window
 * @param sync what syncs: the same for several commands, so that a language is loaded once
 */
public record Console(
        PrintWriter out, PrintWriter err, boolean terminal, Places places, Window window, Supplier<TapeSync> sync) {
    /** One whose commands sync each for themselves. */
    public Console(PrintWriter out, PrintWriter err, boolean terminal, Places places, Window window) {
        this(out, err, terminal, places, window, () -> new TapeSync(places));
    }

    /** What the window is to show: a project, from a second on; with a picture to be written, it closes by itself. */
    public record Opening(Optional<Path> project, double seconds, Optional<Path> screenshot) {}

    /** Opens the window; returns the exit status when it is closed. */
    @FunctionalInterface
    public interface Window {
        int open(Opening opening);
    }
}
