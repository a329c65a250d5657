package org.tapescript.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class MeanwhileTest {
    @Test
    void theAskerGoesOnUntilItAsks() throws IOException {
        CountDownLatch gone = new CountDownLatch(1);
        Meanwhile<String> work = Meanwhile.begin("work", () -> {
            try {
                gone.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Thread.currentThread().getName();
        });
        gone.countDown();
        assertThat(work.get()).isEqualTo("work");
        assertThat(work.get()).as("asked again").isEqualTo("work");
    }

    @Test
    void whatTheWorkThrowsComesOutAsItIs() {
        for (Throwable trouble : new Throwable[] {
            new FileNotFoundException("gone"), new IllegalArgumentException("odd"), new OutOfMemoryError("none left")
        }) {
            Meanwhile<String> work = Meanwhile.begin("work", () -> {
                if (trouble instanceof IOException e) {
                    throw e;
                }
                if (trouble instanceof RuntimeException e) {
                    throw e;
                }
                throw (Error) trouble;
            });
            assertThatThrownBy(work::get).isSameAs(trouble);
        }
    }

    @Test
    void anAskerThatIsInterruptedIsCancelled() {
        Meanwhile<String> work = Meanwhile.begin("work", () -> {
            try {
                Thread.sleep(TimeUnit.MINUTES.toMillis(1));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "late";
        });
        Thread.currentThread().interrupt();
        assertThatThrownBy(work::get).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
