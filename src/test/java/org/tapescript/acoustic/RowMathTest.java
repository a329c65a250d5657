package org.tapescript.acoustic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowMathTest {
    private static final int FRAMES = 300;

    private final Random random = new Random(11);

    private float[] row() {
        float[] row = new float[FRAMES];
        for (int f = 0; f < FRAMES; f++) {
            row[f] = (float) (-100 * random.nextDouble());
        }
        return row;
    }

    @Test
    void findsTheGreatestAndHowFarTheyAreBelow() {
        float[][] density = new float[RowMath.PLACES][];
        float[] highest = new float[FRAMES];
        Arrays.fill(highest, Float.NEGATIVE_INFINITY);
        for (int g = 0; g < density.length; g++) {
            density[g] = row();
            RowMath.raise(highest, density[g]);
        }
        float[] keys = new float[FRAMES];
        float[][] best = new float[4][FRAMES];
        for (int g = 0; g < density.length; g++) {
            RowMath.key(density[g], highest, g, keys);
            RowMath.insert(keys, best[0], best[1], best[2], best[3]);
        }
        for (int f = 0; f < FRAMES; f++) {
            int frame = f;
            double[] sorted =
                    Arrays.stream(density).mapToDouble(d -> -d[frame]).sorted().toArray();
            for (int k = 0; k < best.length; k++) {
                float found = density[RowMath.place(best[k][f])][f];
                // Where two are as good as alike either may come first.
                assertThat((double) found).isCloseTo(-sorted[k], within(0.01));
                assertThat(RowMath.below(best[k][f])).isCloseTo(highest[f] - found, within(0.01f));
            }
        }
    }

    @Test
    void aLowestDensityIsStillNoOtherPlace() {
        float[] keys = new float[FRAMES];
        float[] highest = new float[FRAMES];
        float[] density = new float[FRAMES];
        Arrays.fill(density, -1e6f);
        RowMath.key(density, highest, 1023, keys);
        assertThat(keys).containsOnly(1023);
        assertThat(RowMath.below(keys[0])).isGreaterThan(100);
    }

    @Test
    void keepsTheTwoGreatest() {
        float[] first = new float[1];
        float[] second = new float[1];
        for (float key : new float[] {5, 9, 2, 9, 7}) {
            RowMath.insert(new float[] {key}, first, second);
        }
        assertThat(first).containsExactly(9);
        assertThat(second).containsExactly(9);
    }

    @Test
    void squaresOfFourRowsAreThoseOfEach() {
        float[][] rows = {row(), row(), row(), row()};
        float[] scales = {0.3f, 0.1f, 0.7f, 0.2f};
        float[] offsets = {1, -2, 3, 0.5f};
        float[] together = new float[FRAMES];
        float[] each = new float[FRAMES];
        RowMath.subtractSquares(rows, 0, scales, offsets, 0, together);
        for (int d = 0; d < rows.length; d++) {
            RowMath.subtractSquare(rows[d], scales[d], offsets[d], each);
        }
        for (int f = 0; f < FRAMES; f++) {
            assertThat(together[f]).isCloseTo(each[f], within(Math.abs(each[f]) * 1e-5f));
        }
    }
}
