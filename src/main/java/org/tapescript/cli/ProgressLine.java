package org.tapescript.cli;

import java.util.Locale;
import org.tapescript.job.ProgressSink;

/** Shows progress on standard error: one line that is rewritten on a terminal, a plain line now and then elsewhere. */
final class ProgressLine implements ProgressSink {
    private static final long TERMINAL_PAUSE = 200_000_000L;
    private static final long PLAIN_PAUSE = 5_000_000_000L;

    private final Console console;
    private String phase = "";
    private long phaseStart;
    private long shown;

    ProgressLine(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void progress(String now, double done, double total) {
        long time = System.nanoTime();
        boolean fresh = !now.equals(phase);
        if (fresh) {
            phase = now;
            phaseStart = time;
        } else if (time - shown < (console.terminal() ? TERMINAL_PAUSE : PLAIN_PAUSE)) {
            return;
        }
        shown = time;
        double elapsed = (time - phaseStart) / 1e9;
        String left = done > 0 && elapsed > 1 && total > done
                ? String.format(Locale.ROOT, ", about %.0f s left", elapsed * (total - done) / done)
                : "";
        String line = String.format(Locale.ROOT, "%s: %.1f of %.1f min%s", now, done / 60, total / 60, left);
        if (console.terminal()) {
            console.err().print("\r\u001b[K" + line);
        } else {
            console.err().println(line);
        }
        console.err().flush();
    }

    /** Leaves the line, so that what follows stands by itself. */
    void end() {
        if (console.terminal() && !phase.isEmpty()) {
            console.err().print("\r\u001b[K");
            console.err().flush();
        }
    }
}
