package org.tapescript.acoustic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MixtureWeightsTest {
    private static final int[] GAUSSIANS = {5, 3};

    /** Senones whose codebooks and streams differ in size, in no order. */
    @Test
    void eachWeightIsWithin3PercentOfWhatItWas() {
        int[] codebookOf = {1, 0, 1, 1, 0};
        AcousticModel.Codebook[][] books = new AcousticModel.Codebook[2][2];
        for (int c = 0; c < 2; c++) {
            for (int s = 0; s < 2; s++) {
                int n = GAUSSIANS[(c + s) % 2];
                books[c][s] = AcousticModel.Codebook.of(1, n, new float[n], new float[n], new float[n]);
            }
        }
        Random random = new Random(5);
        float[][] linear = new float[codebookOf.length][GAUSSIANS[0] + GAUSSIANS[1]];
        for (float[] senone : linear) {
            for (int i = 0; i < senone.length; i++) {
                senone[i] = (float) Math.exp(-16 * random.nextDouble());
            }
        }

        MixtureWeights weights = new MixtureWeights(linear, codebookOf, books);

        for (int senone = 0; senone < linear.length; senone++) {
            float[] all = weights.of(senone);
            int at = 0;
            for (int s = 0; s < 2; s++) {
                for (int g = 0; g < books[codebookOf[senone]][s].gaussians(); g++) {
                    assertThat(weights.of(senone, s, g)).isCloseTo(linear[senone][at], withinPercentage(3.3));
                    assertThat(all[at++]).isEqualTo(weights.of(senone, s, g));
                }
            }
        }
    }
}
