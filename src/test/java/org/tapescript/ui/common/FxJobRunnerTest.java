package org.tapescript.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("window")
@ExtendWith(ApplicationExtension.class)
class FxJobRunnerTest {
    private final FxJobRunner jobs = new FxJobRunner("test", 1);
    private final BlockingQueue<Object> answers = new LinkedBlockingQueue<>();

    @Start
    void start(Stage stage) {
        // JavaFX runs from here on.
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    private CancellationToken run(org.tapescript.job.JobRunner.Work<Object> work) {
        return jobs.run(work, ProgressSink.IGNORE, answers::add, answers::add);
    }

    private Object answer() throws InterruptedException {
        return answers.poll(20, TimeUnit.SECONDS);
    }

    private static int bottomless(int n) {
        return bottomless(n + 1) + 1;
    }

    @Test
    void whateverIsThrownIsToldAndTheNextJobRuns() throws InterruptedException {
        run((progress, cancel) -> {
            throw new OutOfMemoryError("as if");
        });
        assertThat(answer()).isInstanceOf(OutOfMemoryError.class);
        run((progress, cancel) -> bottomless(0));
        assertThat(answer()).isInstanceOf(StackOverflowError.class);
        run((progress, cancel) -> {
            throw new java.io.IOException("none");
        });
        assertThat(answer()).isInstanceOf(java.io.IOException.class);
        run((progress, cancel) -> Platform.isFxApplicationThread());
        assertThat(answer()).isEqualTo(false);
    }

    @Test
    void cancelledWorkAnswersNothing() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        CancellationToken token = run((progress, cancel) -> {
            begun.countDown();
            cancelled.await();
            return "late";
        });
        begun.await();
        token.cancel();
        cancelled.countDown();
        run((progress, cancel) -> "next");
        assertThat(answer()).isEqualTo("next");
        assertThat(answers).isEmpty();
    }
}
