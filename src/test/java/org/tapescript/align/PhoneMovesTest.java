package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tapescript.acoustic.AcousticModel;

class PhoneMovesTest {
    private final AcousticModel model = FourPhones.model(0.05f);

    private static double chance(double log) {
        return Math.exp(log);
    }

    /** Chance of all ways from a state to another, or out of the phone, in so many frames, each way followed by itself. */
    private double walked(float[] transitions, int from, int to, int frames) {
        int columns = FourPhones.STATES + 1;
        if (frames == 1) {
            return chance(transitions[from * columns + to]);
        }
        double sum = to == FourPhones.STATES ? chance(transitions[from * columns + to]) : 0;
        for (int next = 0; next < FourPhones.STATES; next++) {
            sum += chance(transitions[from * columns + next]) * walked(transitions, next, to, frames - 1);
        }
        return sum;
    }

    @Test
    void chancesAreThoseOfAllWaysThere() {
        for (int frames = 1; frames <= 2; frames++) {
            PhoneMoves moves = PhoneMoves.of(model, frames);
            for (int p = 0; p < FourPhones.PHONES; p++) {
                float[] transitions = model.transitions(p);
                for (int from = 0; from < FourPhones.STATES; from++) {
                    for (int to = 0; to < FourPhones.STATES; to++) {
                        double found = moves.between()[(p * FourPhones.STATES + from) * FourPhones.STATES + to];
                        assertThat(chance(found)).isCloseTo(walked(transitions, from, to, frames), within(1e-6));
                    }
                }
                assertThat(chance(moves.leaving()[p]))
                        .isCloseTo(walked(transitions, FourPhones.STATES - 1, FourPhones.STATES, frames), within(1e-6));
            }
        }
    }

    @Test
    void twoFramesLeadPastAState() {
        assertThat(PhoneMoves.of(model, 2).furthest()).isEqualTo(2);
    }
}
