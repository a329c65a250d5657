package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PauseBiasTest {
    @Test
    void cleanWordsAreNarrowedAndNoisyOnesWidened() {
        double[] starts = {1, 2};
        double[] ends = {1.5, 2.5};
        PauseBias.at(25).correct(starts, ends);
        assertThat(starts[0]).isGreaterThan(1);
        assertThat(ends[0]).isLessThan(1.5);
        double[] noisyStarts = {1, 2};
        double[] noisyEnds = {1.5, 2.5};
        PauseBias.at(0).correct(noisyStarts, noisyEnds);
        assertThat(noisyStarts[1]).isLessThan(2);
        assertThat(noisyEnds[1]).isGreaterThan(2.5);
    }

    @Test
    void wordsNeverOverlapOrVanish() {
        Random random = new Random(1);
        for (int round = 0; round < 2000; round++) {
            int n = 1 + random.nextInt(8);
            double[] starts = new double[n];
            double[] ends = new double[n];
            double at = random.nextDouble();
            for (int i = 0; i < n; i++) {
                starts[i] = at;
                ends[i] = at + 0.03 + random.nextDouble() * 0.3;
                at = ends[i] + (random.nextBoolean() ? 0 : random.nextDouble() * 0.2);
            }
            PauseBias.at(random.nextDouble() * 30).correct(starts, ends);
            for (int i = 0; i < n; i++) {
                assertThat(ends[i]).as("round %d word %d", round, i).isGreaterThan(starts[i]);
                if (i > 0) {
                    assertThat(starts[i]).as("round %d word %d", round, i).isGreaterThanOrEqualTo(ends[i - 1] - 1e-9);
                }
            }
        }
    }
}
