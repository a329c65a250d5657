package org.tapescript.job;

/** Receives an engine's progress; called from the engine's threads, one call at a time. */
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

    /**
     * Keeps the promise of a sink for those who work with several threads: calls come one at a time, and one that says less than was
     * said before of the same phase is left out. A phase begins when its name or total changes, or with nothing done.
     */
    static ProgressSink steady(ProgressSink sink) {
        return new ProgressSink() {
            private String phase = "";
            private double total;
            private double most;

            @Override
            public synchronized void progress(String now, double done, double all) {
                if (!now.equals(phase) || all != total || done == 0) {
                    phase = now;
                    total = all;
                } else if (done < most) {
                    return;
                }
                most = done;
                sink.progress(now, done, all);
            }
        };
    }
}
