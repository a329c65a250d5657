package org.tapescript.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpeakerSequenceTest {
    @Test
    void agreesWithTryingAllSequences() {
        Random random = new Random(3);
        for (int trial = 0; trial < 50; trial++) {
            int n = 1 + random.nextInt(6);
            int k = 1 + random.nextInt(3);
            double[][] fit = new double[n][k];
            double[] change = new double[n];
            for (int i = 0; i < n; i++) {
                change[i] = 0.01 + 0.98 * random.nextDouble();
                for (int s = 0; s < k; s++) {
                    fit[i][s] = 3 * random.nextGaussian();
                }
            }
            SpeakerSequence.Result result = SpeakerSequence.decode(fit, change);
            double[][] expected = new double[n][k];
            double all = 0;
            double best = 0;
            int[] bestPath = null;
            for (int code = 0; code < Math.pow(k, n); code++) {
                int[] path = new int[n];
                double p = 1;
                for (int i = 0, rest = code; i < n; i++, rest /= k) {
                    path[i] = rest % k;
                    p *= Math.exp(fit[i][path[i]]);
                    if (i > 0) {
                        p *= path[i] == path[i - 1] ? 1 - change[i] : change[i] / Math.max(1, k - 1);
                    }
                }
                all += p;
                for (int i = 0; i < n; i++) {
                    expected[i][path[i]] += p;
                }
                if (p > best) {
                    best = p;
                    bestPath = path;
                }
            }
            assertThat(result.path()).isEqualTo(bestPath);
            for (int i = 0; i < n; i++) {
                assertThat(Arrays.stream(result.probability()[i]).sum()).isCloseTo(1, within(1e-9));
                for (int s = 0; s < k; s++) {
                    assertThat(result.probability()[i][s]).isCloseTo(expected[i][s] / all, within(1e-9));
                }
            }
        }
    }
}
