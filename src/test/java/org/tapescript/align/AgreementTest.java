package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tapescript.acoustic.AcousticModel;

class AgreementTest {
    /** Five minutes. */
    private static final int FRAMES = 30_000;

    private final AcousticModel model = FourPhones.model(0.05f);
    private final int[] speech = IntStream.range(0, model.phones().size())
            .filter(p -> !model.isFiller(p))
            .toArray();
    private final Random random = new Random(1);

    /** Phones of which a share are heard as they are expected, others as any, but in a stretch as others. */
    private Agreement heard(double share, int lostFrom, int lostTo) {
        return heard(0, share, lostFrom, lostTo);
    }

    private Agreement heard(int from, double share, int lostFrom, int lostTo) {
        Agreement agreement = new Agreement(model, FRAMES);
        for (int t = from; t < FRAMES; t++) {
            int expected = random.nextInt(speech.length);
            int heard = random.nextDouble() < share ? expected : random.nextInt(speech.length);
            heard = t < lostFrom || t >= lostTo ? heard : (expected + 1) % speech.length;
            agreement.count(t, model.senones(speech[expected])[0], speech[heard]);
        }
        return agreement;
    }

    @Test
    void phonesThatAreAnyAgreeByChanceOnly() {
        assertThat(heard(0, 0, 0).kappa().orElseThrow()).isBetween(-0.02, 0.02);
        assertThat(heard(0.6, 0, 0).kappa().orElseThrow()).isBetween(0.58, 0.62);
        assertThat(new Agreement(model, FRAMES).kappa()).isEmpty();
    }

    @Test
    void aPathThatLosesItsWayForTwoMinutesIsNoticed() {
        assertThat(heard(0.9, 0, 0).holdsThroughout()).isTrue();
        assertThat(heard(0.9, 14_000, 19_000).holdsThroughout()).isTrue();
        assertThat(heard(0.9, 14_000, FRAMES).holdsThroughout()).isFalse();
    }

    @Test
    void whatLiesBeforeAShortTextSaysNothing() {
        assertThat(heard(16_000, 0.9, 0, 0).holdsThroughout()).isTrue();
    }

    @Test
    void whereNothingIsExpectedNothingIsListenedTo() {
        int[] states = new int[FRAMES];
        Arrays.fill(states, 0, 1000, 4);
        Arrays.fill(states, 1000, FRAMES, -1);
        assertThat(Agreement.blocks(0, states)).containsExactly(new int[] {0, 2000});
        assertThat(Agreement.blocks(1, states)).isEmpty();
    }
}
