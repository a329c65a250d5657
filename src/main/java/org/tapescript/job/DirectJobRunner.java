package org.tapescript.job;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Runs work at once, in the caller's thread. */
public final class DirectJobRunner implements JobRunner {
    @Override
    public <R> CancellationToken run(
            Work<R> work, ProgressSink progress, Consumer<R> done, Consumer<Throwable> failed) {
        CancellationToken cancel = new CancellationToken();
        R result;
        try {
            result = work.run(progress, cancel);
        } catch (CancellationException e) {
            return cancel;
        } catch (Throwable e) {
            failed.accept(e);
            return cancel;
        }
        done.accept(result);
        return cancel;
    }
}
