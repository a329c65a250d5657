package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tapescript.align.FourPhones.NEVER;
import static org.tapescript.align.FourPhones.PHONES;
import static org.tapescript.align.FourPhones.SIL;
import static org.tapescript.align.FourPhones.STATES;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.SenoneScorer;

class PhoneLoopTest {
    private static final double INSERTION = -10;

    private record Step(double score, int state, Step before) {
        Step on(double cost, int to) {
            return new Step(score + cost, to, this);
        }
    }

    /** The likeliest of all ways through the loop, phone and state by frame. */
    private static List<Integer> likeliest(float[][][] emissions, double stay, double go) {
        List<Step> now = new ArrayList<>();
        for (int t = 0; t < emissions.length; t++) {
            Step[] best = new Step[PHONES * STATES];
            List<Step> offers = new ArrayList<>();
            if (t == 0) {
                for (int p = 0; p < PHONES; p++) {
                    offers.add(new Step(0, p * STATES, null));
                }
            }
            for (Step step : now) {
                offers.add(step.on(stay, step.state));
                if (step.state % STATES < STATES - 1) {
                    offers.add(step.on(go, step.state + 1));
                } else {
                    double pays = step.state / STATES == SIL ? INSERTION / 2 : INSERTION;
                    for (int p = 0; p < PHONES; p++) {
                        offers.add(step.on(go + pays, p * STATES));
                    }
                }
            }
            for (Step offer : offers) {
                if (best[offer.state] == null || offer.score > best[offer.state].score) {
                    best[offer.state] = offer;
                }
            }
            now.clear();
            for (Step step : best) {
                if (step != null) {
                    now.add(new Step(
                            step.score + emissions[t][step.state / STATES][step.state % STATES],
                            step.state,
                            step.before));
                }
            }
        }
        Step end = now.stream().max((a, b) -> Double.compare(a.score, b.score)).orElseThrow();
        List<Integer> states = new ArrayList<>();
        for (Step step = end; step != null; step = step.before) {
            states.add(0, step.state);
        }
        return states;
    }

    @Test
    void noOtherOrderOfPhonesIsLikelier() {
        AcousticModel model = FourPhones.model(0.02f);
        float[] transitions = model.transitions(SIL);
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Features heard = FourPhones.noise(random, 10 + random.nextInt(60));
            float[][][] emissions = FourPhones.emissions(model, heard);
            float[] score = new float[heard.frames()];
            byte[] phone = new byte[heard.frames()];
            new PhoneLoop(model, new SenoneScorer(model), SpeechLevel.unknown(heard.frames()))
                    .run(heard, 0, heard.frames(), score, phone);
            List<Integer> right = likeliest(emissions, transitions[0], transitions[1]);
            for (int t = 0; t < heard.frames(); t++) {
                int state = right.get(t);
                assertThat((int) phone[t]).as("seed %d frame %d", seed, t).isEqualTo(state / STATES);
                assertThat(score[t])
                        .as("seed %d frame %d", seed, t)
                        .isEqualTo(emissions[t][state / STATES][state % STATES]);
            }
            assertThat(transitions[2]).isEqualTo(NEVER);
        }
    }
}
