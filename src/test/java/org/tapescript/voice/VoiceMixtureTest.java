package org.tapescript.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VoiceMixtureTest {
    private static double[][] shares(int samples, int voices, java.util.function.IntUnaryOperator voice) {
        double[][] shares = new double[samples][voices];
        for (int i = 0; i < samples; i++) {
            shares[i][voice.applyAsInt(i)] = 1;
        }
        return shares;
    }

    private static int best(double[] fit) {
        return IntStream.range(0, fit.length)
                .reduce((a, b) -> fit[b] > fit[a] ? b : a)
                .orElseThrow();
    }

    @Test
    void howMuchPeopleVaryIsLearned() {
        for (double varies : new double[] {0.08, 0.15, 0.25}) {
            List<VoiceSample> samples = new People(1, 2, 0.5, varies).sentences(400, i -> i % 2);
            VoiceMixture mixture = VoiceMixture.of(samples, shares(400, 2, i -> i % 2), VoiceMixture.WITHIN);
            assertThat(mixture.within()).isCloseTo(varies, within(0.2 * varies));
        }
    }

    @Test
    void pairsTellHowMuchPeopleVary() {
        for (double varies : new double[] {0.1, 0.15, 0.2}) {
            People people = new People(2, 40, 0.5, varies);
            List<VoiceSample> samples = people.sentences(400, i -> i / 2 % 40);
            // Nearly all pairs are one person's, some are two people's.
            List<int[]> pairs = new ArrayList<>();
            for (int i = 0; i < 400; i += 2) {
                pairs.add(new int[] {i, i + (i % 10 == 0 && i < 390 ? 3 : 1)});
            }
            // People vary half as much again from turn to turn as within one.
            assertThat(VoiceMixture.within(samples, pairs)).isBetween(varies, 1.5 * varies);
        }
    }

    @Test
    void fewPairsTellNothing() {
        List<VoiceSample> samples = new People(2, 1, 0.5, 0.25).sentences(8, i -> 0);
        List<int[]> pairs =
                IntStream.range(0, 7).mapToObj(i -> new int[] {i, i + 1}).toList();
        assertThat(VoiceMixture.within(samples, pairs)).isEqualTo(VoiceMixture.WITHIN);
    }

    @Test
    void eachSampleFitsItsOwnVoiceBest() {
        People people = new People(6, 3, 0.5, 0.1);
        List<VoiceSample> samples = people.sentences(60, i -> i % 3);
        double[][] shares = shares(60, 3, i -> i % 3);
        VoiceMixture mixture = VoiceMixture.of(samples, shares, VoiceMixture.WITHIN);
        for (int i = 0; i < 60; i++) {
            assertThat(best(mixture.fit(samples.get(i), shares[i])))
                    .as("learned from %d", i)
                    .isEqualTo(i % 3);
            assertThat(best(mixture.fit(people.sentence(i % 3, 200))))
                    .as("new %d", i)
                    .isEqualTo(i % 3);
        }
    }

    /** A voice that was learned from one sample alone fits that one as any voice does of which nothing is known. */
    @Test
    void noSampleSpeaksForItself() {
        List<VoiceSample> samples = new People(6, 2, 0.5, 0.1).sentences(21, i -> i % 2);
        double[][] shares = shares(21, 3, i -> i == 20 ? 2 : i % 2);
        VoiceMixture mixture = VoiceMixture.of(samples, shares, VoiceMixture.WITHIN);
        VoiceSample last = samples.get(20);
        assertThat(best(mixture.fit(last))).isEqualTo(2);
        assertThat(best(mixture.fit(last, shares[20]))).isZero();
    }
}
