package org.tapescript.ui.common;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;

/** Runs work beside the window and brings its results back to the window's thread. */
public final class FxJobRunner implements AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work, "job");
        thread.setDaemon(true);
        return thread;
    });

    /** Work that reports what it has done and may be cancelled. */
    @FunctionalInterface
    public interface Work<R> {
        R run(ProgressSink progress, CancellationToken cancel) throws Exception;
    }

    /**
     * Starts work.
     *
     * @param progress called on the window's thread
     * @param done called on the window's thread with the result
     * @param failed called on the window's thread; not for work that was cancelled
     * @return cancels the work
     */
    public <R> CancellationToken run(
            Work<R> work, ProgressSink progress, Consumer<R> done, Consumer<Exception> failed) {
        CancellationToken cancel = new CancellationToken();
        if (threads.isShutdown()) {
            // The window's page has gone; so has whoever would look at the result.
            cancel.cancel();
            return cancel;
        }
        threads.execute(() -> {
            try {
                R result = work.run(
                        (phase, at, all) -> Platform.runLater(() -> progress.progress(phase, at, all)), cancel);
                Platform.runLater(() -> {
                    if (!cancel.isCancelled() && !threads.isShutdown()) {
                        done.accept(result);
                    }
                });
            } catch (CancellationException e) {
                // Whoever cancelled knows.
            } catch (Exception e) {
                Platform.runLater(() -> {
                    if (!threads.isShutdown()) {
                        failed.accept(e);
                    }
                });
            }
        });
        return cancel;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
