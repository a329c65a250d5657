package org.tapescript.ui.common;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.JobRunner;
import org.tapescript.job.ProgressSink;

/** Runs work on threads of its own and brings its results back to the window's thread. */
public final class FxJobRunner implements JobRunner, AutoCloseable {
    private final ExecutorService threads;

    /**
     * @param name of its threads
     * @param count how many jobs run at a time
     */
    public FxJobRunner(String name, int count) {
        threads = Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public <R> CancellationToken run(
            Work<R> work, ProgressSink progress, Consumer<R> done, Consumer<Throwable> failed) {
        CancellationToken cancel = new CancellationToken();
        if (threads.isShutdown()) {
            // The window's page has gone; so has whoever would look at the result.
            cancel.cancel();
            return cancel;
        }
        threads.execute(() -> {
            try {
                // A decoder says more in a second than a window shows: only the latest counts.
                AtomicReference<Runnable> latest = new AtomicReference<>();
                ProgressSink shown = ProgressSink.steady((phase, at, all) -> {
                    if (latest.getAndSet(() -> progress.progress(phase, at, all)) == null) {
                        later(cancel, () -> latest.getAndSet(null).run());
                    }
                });
                R result = work.run(shown, cancel);
                later(cancel, () -> done.accept(result));
            } catch (CancellationException e) {
                // Whoever cancelled knows.
            } catch (Throwable e) {
                // Out of memory and too deep a nesting too: whoever waits must not wait for ever.
                later(cancel, () -> failed.accept(e));
            }
        });
        return cancel;
    }

    private void later(CancellationToken cancel, Runnable answer) {
        Platform.runLater(() -> {
            if (!cancel.isCancelled() && !threads.isShutdown()) {
                answer.run();
            }
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
