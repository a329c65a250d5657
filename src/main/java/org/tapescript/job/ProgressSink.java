package org.tapescript.job;

/** Receives what an engine says of its progress; called from the engine's threads, one call at a time. */
@FunctionalInterface
public interface ProgressSink {
    /** A sink that ignores everything. */
    ProgressSink IGNORE = (phase, done, total) -> {};

    /**
     * @param phase what is being done, as a user would say it
     * @param done seconds of sound done in this phase; never falls
     * @param total seconds of sound in all
     */
    void progress(String phase, double done, double total);
}
