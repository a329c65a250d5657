package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.AcousticModel.Codebook;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.SenoneScorer;

/** On sound drawn from a model of four phones that are easy to tell apart. */
class ForcedAlignmentTest {
    private static final int PHONES = 4;
    private static final int SIL = 0;
    private static final int A = 1;
    private static final int B = 2;
    private static final int C = 3;

    private final AcousticModel model = model();
    private final Random random = new Random(8);
    private final List<Float> sound = new ArrayList<>();

    /** Three states a phone; state {@code s} of phone {@code p} expects the number 10 p + 3 s. */
    private static AcousticModel model() {
        int n = PHONES * 3;
        Codebook[][] books = new Codebook[n][];
        int[] ids = new int[n];
        float[][] weights = new float[n][];
        int[][] senones = new int[PHONES][];
        for (int i = 0; i < n; i++) {
            books[i] = new Codebook[] {
                Codebook.of(1, 1, new float[] {10 * (i / 3) + 3 * (i % 3)}, new float[] {0.5f}, new float[] {0})
            };
            ids[i] = i;
            weights[i] = new float[] {1};
        }
        for (int p = 0; p < PHONES; p++) {
            senones[p] = new int[] {3 * p, 3 * p + 1, 3 * p + 2};
        }
        float stay = (float) Math.log(0.7);
        float go = (float) Math.log(0.3);
        float never = Float.NEGATIVE_INFINITY;
        float[] transitions = {stay, go, never, never, never, stay, go, never, never, never, stay, go};
        return new AcousticModel(new AcousticModel.Parts(
                List.of("SIL", "A", "B", "C"),
                new boolean[] {true, false, false, false},
                3,
                senones,
                new int[PHONES],
                Map.of(),
                new float[][] {transitions},
                new int[] {0, 1},
                books,
                ids,
                weights));
    }

    private void say(int phone, int frames) {
        for (int t = 0; t < frames; t++) {
            sound.add((float) (10 * phone + 3 * (3 * t / frames) + 0.3 * random.nextGaussian()));
        }
    }

    private Features features() {
        float[] values = new float[sound.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = sound.get(i);
        }
        return new Features(values, 1);
    }

    private List<ForcedAlignment.PhoneSpan> align(List<WordSpan> spans, List<int[]> phones, int from, int to) {
        return new ForcedAlignment(model, new SenoneScorer(model, SenoneScorer.FEW), 30)
                .align(features(), spans, phones, from, to);
    }

    private static WordSpan about(int word, int start, int end) {
        return new WordSpan(word, 0, start, end);
    }

    @Test
    void findsEachPhoneAndThePauseBetweenWords() {
        say(SIL, 12);
        say(A, 9);
        say(B, 12);
        say(SIL, 15);
        say(C, 9);
        say(A, 6);
        say(SIL, 9);
        List<ForcedAlignment.PhoneSpan> path =
                align(List.of(about(0, 5, 40), about(1, 40, 70)), List.of(new int[] {A, B}, new int[] {C, A}), 0, 72);
        assertThat(path).extracting(ForcedAlignment.PhoneSpan::word).containsExactly(-1, 0, 0, -1, 1, 1, -1);
        assertThat(path).extracting(ForcedAlignment.PhoneSpan::phone).containsExactly(SIL, A, B, SIL, C, A, SIL);
        assertThat(path).extracting(ForcedAlignment.PhoneSpan::from).containsExactly(0, 12, 21, 33, 48, 57, 63);
        assertThat(path.get(1).start()).containsExactly(12, 15, 18, 21);
    }

    @Test
    void wordsWithoutAPauseFollowAtOnce() {
        say(A, 9);
        say(C, 9);
        List<ForcedAlignment.PhoneSpan> path =
                align(List.of(about(0, 0, 9), about(1, 9, 18)), List.of(new int[] {A}, new int[] {C}), 0, 18);
        assertThat(path).extracting(ForcedAlignment.PhoneSpan::word).containsExactly(0, 1);
        assertThat(path.get(1).from()).isEqualTo(9);
    }

    @Test
    void whatDoesNotFitIsNotSqueezedIn() {
        say(A, 5);
        assertThat(align(List.of(about(0, 0, 5)), List.of(new int[] {A, B}), 0, 5))
                .isEmpty();
    }

    @Test
    void aBeginningLiesBetweenFrames() {
        for (float value : new float[] {0, 0, 0, 3, 3, 3, 6, 6, 6, 8.5f, 10, 10, 13, 13, 13, 16, 16, 16}) {
            sound.add(value);
        }
        ForcedAlignment.PhoneSpan word =
                align(List.of(about(0, 9, 18)), List.of(new int[] {A}), 0, 18).get(1);
        assertThat(word.from()).isEqualTo(9);
        // The frame before speaks against the phone by 8, this one for it by 2: it begins four fifths of the way.
        assertThat(word.shift()).isCloseTo(0.3f, within(1e-4f));
    }

    @Test
    void aBeginningThatCouldLieElsewhereCostsLittleToMove() {
        say(SIL, 20);
        say(A, 30);
        float clear = align(List.of(about(0, 15, 50)), List.of(new int[] {A}), 0, 50)
                .get(1)
                .earlier();
        sound.clear();
        say(SIL, 8);
        for (int i = 0; i < 12; i++) {
            sound.add(8f); // Between silence's last state and the phone's first.
        }
        say(A, 30);
        List<ForcedAlignment.PhoneSpan> vague = align(List.of(about(0, 15, 50)), List.of(new int[] {A}), 0, 50);
        assertThat(clear).isGreaterThan(50);
        assertThat(Math.min(vague.get(1).earlier(), vague.get(1).later())).isLessThan(5);
    }
}
