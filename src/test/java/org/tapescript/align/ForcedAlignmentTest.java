package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tapescript.align.FourPhones.A;
import static org.tapescript.align.FourPhones.B;
import static org.tapescript.align.FourPhones.C;
import static org.tapescript.align.FourPhones.SIL;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.SenoneScorer;

/** On sound drawn from a model of four phones that are easy to tell apart. */
class ForcedAlignmentTest {
    private final AcousticModel model = FourPhones.model(0.5f);
    private final Random random = new Random(8);
    private final List<Float> sound = new ArrayList<>();

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

    /** One state of the chain of phones at a frame, and how it was come by. */
    private record Step(double score, int state, Step before) {}

    /** Goes through all ways, one frame after the other, without a band. */
    private static List<Integer> likeliest(float[][][] emissions, List<Integer> chain, double stay, double go) {
        int n = 3 * chain.size();
        Step[] now = new Step[n];
        for (int t = 0; t < emissions.length; t++) {
            Step[] next = new Step[n];
            for (int i = 0; i < n; i++) {
                int phone = i / 3;
                List<Step> from = new ArrayList<>();
                if (t == 0) {
                    if (i == 0 || i == 3) {
                        from.add(new Step(0, i, null));
                    }
                } else {
                    from.add(later(now[i], stay, i));
                    from.add(i == 0 ? null : later(now[i - 1], go, i));
                    // Silences, at every second word's beginning, may be left out.
                    from.add(i % 3 > 0 || phone < 2 || chain.get(phone - 1) != SIL ? null : later(now[i - 4], go, i));
                }
                Step best = null;
                for (Step step : from) {
                    best = step != null && (best == null || step.score > best.score) ? step : best;
                }
                double heard = emissions[t][chain.get(phone)][i % 3];
                next[i] = best == null ? null : new Step(best.score + heard, i, best.before);
            }
            now = next;
        }
        Step end = now[n - 4] == null || now[n - 1] != null && now[n - 1].score >= now[n - 4].score
                ? now[n - 1]
                : now[n - 4];
        List<Integer> states = new ArrayList<>();
        for (Step step = end; step != null; step = step.before) {
            states.add(0, step.state);
        }
        return states;
    }

    private static Step later(Step before, double cost, int state) {
        return before == null ? null : new Step(before.score + cost, state, before);
    }

    @Test
    void noOtherPathIsLikelier() {
        AcousticModel vague = FourPhones.model(0.02f);
        float[] transitions = vague.transitions(A);
        for (int seed = 0; seed < 300; seed++) {
            Random draw = new Random(seed);
            Features heard = FourPhones.noise(draw, 5 + draw.nextInt(40));
            List<WordSpan> spans = new ArrayList<>();
            List<int[]> phones = new ArrayList<>();
            List<Integer> chain = new ArrayList<>(List.of(SIL));
            for (int w = 0; w < 1 + draw.nextInt(3); w++) {
                spans.add(about(w, 0, heard.frames()));
                phones.add(FourPhones.word(draw, 3));
                for (int phone : phones.get(w)) {
                    chain.add(phone);
                }
                chain.add(SIL);
            }
            List<Integer> right = likeliest(FourPhones.emissions(vague, heard), chain, transitions[0], transitions[1]);
            List<Integer> found = new ArrayList<>();
            int at = 0;
            for (ForcedAlignment.PhoneSpan span : new ForcedAlignment(
                            vague, new SenoneScorer(vague, SenoneScorer.FEW), 1000)
                    .align(heard, spans, phones, 0, heard.frames())) {
                while (!chain.get(at).equals(span.phone())) {
                    at++;
                }
                for (int s = 0; s < 3; s++) {
                    for (int t = span.start()[s]; t < span.start()[s + 1]; t++) {
                        found.add(3 * at + s);
                    }
                }
                at++;
            }
            assertThat(found).as("seed %d", seed).isEqualTo(right);
        }
    }
}
