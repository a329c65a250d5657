package org.tapescript.support;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.JobRunner;
import org.tapescript.job.ProgressSink;

/** Jobs that are done when a test says so, in any order. */
public final class HeldJobs implements JobRunner {
    private final List<Runnable> waiting = new ArrayList<>();

    @Override
    public <R> CancellationToken run(
            Work<R> work, ProgressSink progress, Consumer<R> done, Consumer<Throwable> failed) {
        CancellationToken cancel = new CancellationToken();
        waiting.add(() -> {
            if (cancel.isCancelled()) {
                return;
            }
            R result;
            try {
                result = work.run(progress, cancel);
            } catch (Exception e) {
                failed.accept(e);
                return;
            }
            done.accept(result);
        });
        return cancel;
    }

    /** How many wait, cancelled ones included. */
    public int size() {
        return waiting.size();
    }

    /** Does one of the jobs and delivers its result. */
    public void deliver(int index) {
        waiting.remove(index).run();
    }

    /** Does them all, and those that they ask for. */
    public void deliverAll() {
        for (int i = 0; !waiting.isEmpty(); i++) {
            if (i > 10_000) {
                throw new AssertionError("jobs without end");
            }
            deliver(0);
        }
    }
}
