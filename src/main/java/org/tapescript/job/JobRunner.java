package org.tapescript.job;

import java.util.function.Consumer;

/** Runs work in the background and returns results on the caller's thread. */
public interface JobRunner {
    /** Work that reports what it has done and may be cancelled. */
    @FunctionalInterface
    interface Work<R> {
        R run(ProgressSink progress, CancellationToken cancel) throws Exception;
    }

    /**
     * Starts work. All that it calls back is called on the asker's thread, and nothing once the work was cancelled.
     *
     * @param done called with the result
     * @param failed called with whatever was thrown, memory that ran out included
     * @return cancels the work
     */
    <R> CancellationToken run(Work<R> work, ProgressSink progress, Consumer<R> done, Consumer<Throwable> failed);
}
