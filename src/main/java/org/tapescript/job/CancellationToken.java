package org.tapescript.job;

import java.util.concurrent.CancellationException;

/** Tells a running engine that its result is no longer wanted; safe from any thread. */
public final class CancellationToken {
    private volatile boolean cancelled;

    /** A token that nobody cancels. */
    public static CancellationToken none() {
        return new CancellationToken();
    }

    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Ends the engine, if it was cancelled, by the exception that {@code java.util.concurrent} uses for it. */
    public void check() {
        if (cancelled) {
            throw new CancellationException("cancelled");
        }
    }
}
