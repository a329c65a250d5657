package org.tapescript.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tapescript.audio.RecordingCache;
import org.tapescript.audio.decode.FfmpegDecoder;
import org.tapescript.job.CancellationToken;

/** A long piece of work on the command line: shows its progress, and stops in an orderly way on Ctrl-C. */
interface Job<R> {
    R run(RecordingCache cache, CancellationToken cancel, ProgressLine progress) throws IOException;

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
            RecordingCache recordings = new RecordingCache(
                    console.places().cache().resolve("recordings"),
                    new FfmpegDecoder(console.places().cache().resolve("native")));
            return job.run(recordings, cancel, progress);
        } finally {
            progress.end();
            stopped.countDown();
            if (!cancel.isCancelled()) {
                Runtime.getRuntime().removeShutdownHook(onExit);
            }
        }
    }
}
