package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Posteriors against all paths through small chains, counted one by one. */
class PathPosteriorsTest {
    private static final int STATES = 2;
    private static final int PHONES = 5;
    private static final int CHAIN = STATES * PHONES;
    private static final int FRAMES = 9;

    private final Random random = new Random(3);

    private final float[] stay = logarithms(CHAIN);
    private final float[] move = logarithms(CHAIN);
    private final float[] pass = new float[CHAIN];
    private final float[][] emissions = new float[FRAMES][CHAIN];
    private final int[] lows = new int[FRAMES];

    /** By state and frame, the weight of all paths that are in the state or behind it; and of all. */
    private final double[][] reached = new double[CHAIN][FRAMES];

    private double all;

    private float[] logarithms(int n) {
        float[] result = new float[n];
        for (int i = 0; i < n; i++) {
            result[i] = (float) Math.log(0.1 + 0.8 * random.nextDouble());
        }
        return result;
    }

    private PathPosteriors posteriors() {
        Arrays.fill(pass, Float.NEGATIVE_INFINITY);
        // The phones in the middle and at the end are silences.
        pass[3 * STATES] = (float) Math.log(0.3);
        for (float[] frame : emissions) {
            for (int i = 0; i < CHAIN; i++) {
                frame[i] = 3 * (float) random.nextGaussian();
            }
        }
        return new PathPosteriors(new PathPosteriors.Ways(stay, move, pass, STATES), banded(), lows);
    }

    /** The later half of the frames lacks the first two states. */
    private float[][] banded() {
        float[][] result = emissions.clone();
        for (int t = FRAMES / 2; t < FRAMES; t++) {
            lows[t] = 2;
            result[t] = Arrays.copyOfRange(emissions[t], 2, CHAIN);
        }
        return result;
    }

    private void count(int[] path, int t, double weight) {
        int i = path[t];
        double here = weight + PathPosteriors.POWER * emissions[t][i];
        if (i < lows[t]) {
            return;
        }
        if (t == FRAMES - 1) {
            if (i == CHAIN - 1 || i == CHAIN - 1 - STATES) {
                all += Math.exp(here);
                for (int f = 0; f < FRAMES; f++) {
                    for (int s = 0; s <= path[f]; s++) {
                        reached[s][f] += Math.exp(here);
                    }
                }
            }
            return;
        }
        step(path, t, i, here + PathPosteriors.POWER * stay[i]);
        if (i + 1 < CHAIN) {
            step(path, t, i + 1, here + PathPosteriors.POWER * move[i + 1]);
        }
        if (i + 1 + STATES < CHAIN && pass[i + 1 + STATES] > Float.NEGATIVE_INFINITY) {
            step(path, t, i + 1 + STATES, here + PathPosteriors.POWER * pass[i + 1 + STATES]);
        }
    }

    private void step(int[] path, int t, int to, double weight) {
        path[t + 1] = to;
        count(path, t + 1, weight);
    }

    @Test
    void agreeWithAllPathsCountedOneByOne() {
        PathPosteriors posteriors = posteriors();
        for (int first : new int[] {0, STATES}) {
            int[] path = new int[FRAMES];
            path[0] = first;
            count(path, 0, 0);
        }
        for (int t = 0; t < FRAMES; t++) {
            for (int s = 0; s < CHAIN; s++) {
                assertThat(posteriors.reached(s, t))
                        .as("state %d, frame %d", s, t)
                        .isCloseTo(reached[s][t] / all, within(1e-5));
            }
        }
        assertThat(posteriors.between(4, 2, 5)).isCloseTo((reached[4][5] - reached[4][1]) / all, within(1e-5));
        assertThat(posteriors.reached(0, -1)).isZero();
        assertThat(posteriors.reached(CHAIN - 1, FRAMES)).isEqualTo(1);
    }
}
