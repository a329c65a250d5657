package org.tapescript.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tapescript.job.CancellationToken;
import org.tapescript.workflow.TapeSync;

/** A long piece of work on the command line: shows its progress, and stops in an orderly way on Ctrl-C. */
interface Job<R> {
    R run(TapeSync sync, CancellationToken cancel, ProgressLine progress) throws IOException;

    /** Does the job; on Ctrl-C it is cancelled, so that temporary files go. */
    static <R> R run(Console console, Job<R> job) throws IOException {
        CancellationToken cancel = new CancellationToken();
        CountDownLatch stopped = new CountDownLatch(1);
        Thread onExit = new Thread(
                () -> {
                    cancel.cancel();
                    try {
                        stopped.await(5, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "cancel-on-exit");
        Runtime.getRuntime().addShutdownHook(onExit);
        ProgressLine progress = new ProgressLine(console);
        try {
            return job.run(console.sync().get(), cancel, progress);
        } finally {
            progress.end();
            stopped.countDown();
            if (!cancel.isCancelled()) {
                Runtime.getRuntime().removeShutdownHook(onExit);
            }
        }
    }
}
