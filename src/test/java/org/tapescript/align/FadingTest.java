package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FadingTest {
    private static final int LOUD = 100;
    private static final int ECHO = 120;

    /** Speech whose syllables follow each other, an echo that falls by so much a frame, and silence. */
    private static double[] tape(double fall) {
        return IntStream.range(0, 2 * LOUD + ECHO)
                .mapToDouble(t -> t < LOUD
                        ? 75 + 6 * Math.sin(t / 4.0)
                        : Math.max(10, t < LOUD + ECHO ? 75 - fall * (t - LOUD) : 10))
                .toArray();
    }

    @Test
    void theEchoIsFoundAndNoSpeech() {
        boolean[] fading = Fading.of(tape(0.5));
        assertThat(fading[LOUD + 60]).isTrue();
        assertThat(fading[LOUD + 100]).isTrue();
        assertThat(IntStream.range(0, LOUD).noneMatch(t -> fading[t])).isTrue();
    }

    @Test
    void whereSoundStopsAtOnceNothingFades() {
        boolean[] fading = Fading.of(tape(10));
        assertThat(IntStream.range(0, fading.length).noneMatch(t -> fading[t])).isTrue();
    }

    @Test
    void tapesWithoutFramesHaveNone() {
        assertThat(Fading.of(new double[0])).isEmpty();
    }
}
