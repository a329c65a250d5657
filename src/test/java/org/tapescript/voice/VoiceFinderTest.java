package org.tapescript.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People of known means, who vary from sentence to sentence as people on tapes do. */
class VoiceFinderTest {
    private static final int SENTENCES = 40;
    private static final double APART = 0.5;
    private static final double ALIKE = 0.3;
    /** What a person is thought to vary is measured between turns: more than within one. */
    private static final double THOUGHT = 1.25;

    /** By sample, the voice that has most of it. */
    private static int[] labels(double[][] shares) {
        return Arrays.stream(shares)
                .mapToInt(share -> IntStream.range(0, share.length)
                        .reduce((a, b) -> share[b] > share[a] ? b : a)
                        .orElseThrow())
                .toArray();
    }

    /** Numbers by first appearance, so that only who goes with whom counts. */
    private static int[] renumbered(int[] labels) {
        List<Integer> order = Arrays.stream(labels).distinct().boxed().toList();
        return Arrays.stream(labels).map(order::indexOf).toArray();
    }

    private static int[] truth(IntUnaryOperator person) {
        return IntStream.range(0, SENTENCES).map(person).toArray();
    }

    private static double[][] found(int seed, int people, double within, int asked, IntUnaryOperator person) {
        List<VoiceSample> samples = new People(seed, people, APART, within).sentences(SENTENCES, person);
        return new VoiceFinder(samples, THOUGHT * within).find(asked).share();
    }

    private static void areFound(int people, double within, IntUnaryOperator person) {
        for (int seed = 0; seed < 4; seed++) {
            double[][] shares = found(seed, people, within, 0, person);
            assertThat(shares[0]).as("seed %d, varying by %f", seed, within).hasSize(people);
            assertThat(renumbered(labels(shares))).as("seed %d", seed).isEqualTo(renumbered(truth(person)));
        }
    }

    @Test
    void whatIsFoundDoesNotDependOnTheNumberOfThreads() throws Exception {
        double[][][] shares = new double[2][][];
        for (int i = 0; i < shares.length; i++) {
            ForkJoinPool pool = new ForkJoinPool(i == 0 ? 1 : 4);
            shares[i] = pool.submit(() -> found(7, 3, VoiceMixture.WITHIN, 0, s -> s % 3))
                    .get();
            pool.shutdown();
        }
        assertThat(shares[0]).isDeepEqualTo(shares[1]);
    }

    @Test
    void oneVoiceIsOneHoweverItVaries() {
        for (double within : new double[] {0.06, VoiceMixture.WITHIN, 0.2}) {
            areFound(1, within, i -> 0);
        }
    }

    @Test
    void twoVoicesThatVaryFromSentenceToSentence() {
        areFound(2, 0.06, i -> i % 2);
        areFound(2, VoiceMixture.WITHIN, i -> i / 3 % 2);
    }

    @Test
    void aThirdWhoSeldomSpeaks() {
        areFound(3, VoiceMixture.WITHIN, i -> i % 10 == 9 ? 2 : i % 2);
    }

    /** Voices that hardly vary lie close together as well: how little they do is learned from sentences that follow each other. */
    @Test
    void alikeVoicesThatHardlyVary() {
        IntUnaryOperator person = i -> i == 7 || i == 19 || i == 31 ? 2 : i / 2 % 2;
        List<int[]> pairs = IntStream.range(1, SENTENCES)
                .filter(i -> i % 2 == 1)
                .mapToObj(i -> new int[] {i - 1, i})
                .toList();
        for (int seed = 0; seed < 4; seed++) {
            List<VoiceSample> samples = new People(seed, 3, 0.2, 0.01).sentences(SENTENCES, person);
            double[][] shares = new VoiceFinder(samples, VoiceMixture.within(samples, pairs))
                    .find(0)
                    .share();
            assertThat(renumbered(labels(shares))).as("seed %d", seed).isEqualTo(renumbered(truth(person)));
        }
    }

    @Test
    void asManyAsAreAskedFor() {
        for (int seed = 0; seed < 4; seed++) {
            double[][] shares = found(seed, 3, VoiceMixture.WITHIN, 3, i -> i % 3);
            assertThat(renumbered(labels(shares))).as("seed %d", seed).isEqualTo(truth(i -> i % 3));
            assertThat(List.of(found(seed, 2, VoiceMixture.WITHIN, 4, i -> i % 2)))
                    .allSatisfy(s -> {
                        assertThat(s).hasSize(4);
                        assertThat(Arrays.stream(s).sum()).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
                    });
        }
    }

    @Test
    void whatIsFixedKeepsItsNumber() {
        List<VoiceSample> samples = new People(4, 2, APART, VoiceMixture.WITHIN).sentences(SENTENCES, i -> i % 2);
        int[] fixed = new int[SENTENCES];
        Arrays.fill(fixed, -1);
        fixed[7] = 0;
        fixed[20] = 1;
        double[][] shares = new VoiceFinder(samples, fixed, new boolean[SENTENCES], List.of(), VoiceMixture.WITHIN)
                .find(0)
                .share();
        assertThat(labels(shares)).isEqualTo(truth(i -> 1 - i % 2));
        // One that sounds like the other voice stays where it was put.
        fixed[8] = 0;
        shares = new VoiceFinder(samples, fixed, new boolean[SENTENCES], List.of(), VoiceMixture.WITHIN)
                .find(0)
                .share();
        assertThat(labels(shares)).isEqualTo(truth(i -> i == 8 ? 0 : 1 - i % 2));
    }

    /** Persons 1 and 2 never follow each other, only person 0 comes between them. */
    @Test
    void voicesThatNeverFollowEachOtherAreOnePersonsMoods() {
        IntUnaryOperator person = i -> i % 2 == 0 ? 0 : i < SENTENCES / 2 ? 1 : 2;
        for (int seed = 0; seed < 4; seed++) {
            List<VoiceSample> samples = new People(seed, 3, APART, VoiceMixture.WITHIN).sentences(SENTENCES, person);
            boolean[] changes = new boolean[SENTENCES];
            int[] open = truth(i -> -1);
            assertThat(new VoiceFinder(samples, open, changes, List.of(), VoiceMixture.WITHIN)
                            .find(0)
                            .share()[0])
                    .as("seed %d, no marks", seed)
                    .hasSize(3);
            Arrays.fill(changes, 1, SENTENCES, true);
            double[][] shares = new VoiceFinder(samples, open, changes, List.of(), VoiceMixture.WITHIN)
                    .find(0)
                    .share();
            assertThat(renumbered(labels(shares))).as("seed %d", seed).isEqualTo(truth(i -> i % 2));
        }
    }

    /** Two who shout and whisper lie as far from themselves as from each other; that they take turns tells them apart. */
    @Test
    void marksTellApartWhatSoundDoesNot() {
        boolean[] changes = new boolean[SENTENCES];
        Arrays.fill(changes, 1, SENTENCES, true);
        for (int seed = 0; seed < 4; seed++) {
            List<VoiceSample> samples = new People(seed, 2, 0.3, 0.3).sentences(SENTENCES, i -> i % 2);
            double[][] shares = new VoiceFinder(samples, truth(i -> -1), changes, List.of(), 0.3)
                    .find(0)
                    .share();
            assertThat(renumbered(labels(shares))).as("seed %d", seed).isEqualTo(truth(i -> i % 2));
        }
    }

    /** The first of each pair never follow each other, as little as the moods of one person do, but have other company. */
    @Test
    void pairsWhoTalkOneAfterTheOther() {
        IntUnaryOperator person = i -> i % 2 + (i < SENTENCES / 2 ? 0 : 2);
        boolean[] changes = new boolean[SENTENCES];
        Arrays.fill(changes, 1, SENTENCES, true);
        for (int seed = 0; seed < 4; seed++) {
            List<VoiceSample> samples = new People(seed, 4, APART, VoiceMixture.WITHIN).sentences(SENTENCES, person);
            double[][] shares = new VoiceFinder(samples, truth(i -> -1), changes, List.of(), VoiceMixture.WITHIN)
                    .find(0)
                    .share();
            assertThat(renumbered(labels(shares))).as("seed %d", seed).isEqualTo(truth(person));
        }
    }

    /** Of one who says little it is uncertain whether it is somebody else at all; of those who talk otherwise it is not. */
    @Test
    void agreementSaysWhereTheNumberOfVoicesMatters() {
        IntUnaryOperator person = i -> i == 9 || i == 29 ? 2 : i % 2;
        double seldom = 0;
        double others = 0;
        for (int seed = 0; seed < 8; seed++) {
            List<VoiceSample> samples = new People(seed, 3, ALIKE, VoiceMixture.WITHIN).sentences(SENTENCES, person);
            FoundVoices found = new VoiceFinder(samples, VoiceMixture.WITHIN).find(0);
            for (int i = 0; i < SENTENCES; i++) {
                seldom += person.applyAsInt(i) == 2 ? found.agreement()[i] / 16 : 0;
                others += person.applyAsInt(i) == 2 ? 0 : found.agreement()[i] / (8 * (SENTENCES - 2));
            }
        }
        assertThat(others).isGreaterThan(0.97);
        assertThat(seldom).isLessThan(0.95);
    }

    @Test
    void nothingIsNobody() {
        assertThat(new VoiceFinder(List.of(), VoiceMixture.WITHIN).find(0).share())
                .isEmpty();
        assertThat(new VoiceFinder(List.of(), VoiceMixture.WITHIN).find(2).share())
                .isEmpty();
    }
}
