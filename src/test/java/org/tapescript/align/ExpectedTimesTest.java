package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpectedTimesTest {
    @Test
    void anOffsetAndAnotherSpeedAreLearned() {
        ExpectedTimes times = new ExpectedTimes();
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            times.add(i * 10, 95 + i * 10 * 25 / 23.976 + random.nextGaussian());
        }
        assertThat(times.areReliable()).isTrue();
        assertThat(times.heard(500)).isCloseTo(95 + 500 * 25 / 23.976, within(0.5));
    }

    @Test
    void timesOfAnotherTapeAreNotBelieved() {
        ExpectedTimes times = new ExpectedTimes();
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            times.add(random.nextDouble() * 1000, i * 10);
        }
        assertThat(times.areReliable()).isFalse();
    }

    @Test
    void aFewWordsSayNothing() {
        ExpectedTimes times = new ExpectedTimes();
        times.add(1, 1);
        times.add(2, 2);
        assertThat(times.areReliable()).isFalse();
    }
}
