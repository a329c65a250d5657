package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpeechLevelTest {
    private static final int FRAMES = 6000;

    private final Random random = new Random(3);

    /** A second of speech and half a second of noise in turns, so many deviations of the noise apart. */
    private float[] levels(double apart) {
        return levels(apart, FRAMES);
    }

    private float[] levels(double apart, int frames) {
        float[] levels = new float[frames];
        for (int t = 0; t < frames; t++) {
            levels[t] = (float) (50 + random.nextGaussian() + (isSpeech(t) ? apart + 1.5 * random.nextGaussian() : 0));
        }
        return levels;
    }

    private static boolean isSpeech(int t) {
        return t % 150 < 100;
    }

    private static double wrong(boolean[] loud) {
        int wrong = 0;
        for (int t = 0; t < loud.length; t++) {
            wrong += loud[t] == isSpeech(t) ? 0 : 1;
        }
        return wrong / (double) loud.length;
    }

    @Test
    void speechIsToldFromNoiseThatIsNearlyAsLoud() {
        assertThat(wrong(SpeechLevel.of(levels(3), 2).loud())).isLessThan(0.07);
    }

    @Test
    void aLongTapeIsFittedByFramesFromAllOverIt() {
        int hour = 360_000;
        float[] levels = levels(3, hour);
        // Half an hour of nothing first.
        Arrays.fill(levels, 0, hour / 2, 50);
        boolean[] loud = SpeechLevel.of(levels, 2).loud();
        assertThat(wrong(Arrays.copyOfRange(loud, hour / 2, hour))).isLessThan(0.07);
    }

    @Test
    void aLevelSpeaksAgainstOneOfTheTwoAndOnlySoMuch() {
        SpeechLevel level = SpeechLevel.of(levels(10), 1.5);
        for (int t = 0; t < FRAMES; t++) {
            assertThat(Math.max(level.ofSpeech(t), level.ofSilence(t))).isZero();
            assertThat(Math.min(level.ofSpeech(t), level.ofSilence(t))).isGreaterThanOrEqualTo(-1.5f);
        }
        assertThat(level.ofSilence(50)).isEqualTo(-1.5f);
        assertThat(level.ofSpeech(125)).isEqualTo(-1.5f);
    }

    @Test
    void levelsOfAnEmptyOrAnEvenTapeSayNothingWrong() {
        assertThat(SpeechLevel.of(new float[0], 2).loud()).isEmpty();
        SpeechLevel even = SpeechLevel.of(new float[500], 2);
        assertThat(even.ofSilence(7)).isZero();
    }

    @Test
    void everySecondFrameKeepsItsLevel() {
        SpeechLevel level = SpeechLevel.of(levels(5), 2);
        SpeechLevel half = level.every(2);
        assertThat(half.loud()).hasSize(FRAMES / 2);
        assertThat(half.ofSpeech(61)).isEqualTo(level.ofSpeech(122));
    }
}
