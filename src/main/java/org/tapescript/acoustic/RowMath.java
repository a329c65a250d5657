package org.tapescript.acoustic;

/**
 * Arithmetic on rows of numbers, one a frame. Each loop is one that the virtual machine's compiler turns into vector instructions: so short that
 * it is unrolled, with nothing but floating-point additions, multiplications and absolute values in it.
 *
 * <p>A <em>key</em> is a log density, relative to the frame's highest, and the place that it comes from in one number, which the greater density makes greater:
 * a whole number below 2^24, which a float holds exactly.
 */
final class RowMath {
    private static final int PLACE_BITS = 10;
    /** Places that a key tells apart. */
    static final int PLACES = 1 << PLACE_BITS;
    /** Steps of a key to a natural logarithm of 1. */
    private static final int STEPS = 125;
    /** Natural logarithms below the highest at which densities are told apart; none of those that are lower is worth anything. */
    private static final float RANGE = 127.5f;
    /** What is added and taken off again to round to a whole number: half as much again as the first float whose neighbours are 1 apart. */
    private static final float ROUNDING = 3 << 22;

    private static final int HIGHEST = Math.round(RANGE * STEPS);

    private RowMath() {}

    /** Takes off the squares of {@code x * scale + offset} for four rows of {@code x} from one on, with the scales and offsets from another place on. */
    static void subtractSquares(float[][] rows, int row, float[] scales, float[] offsets, int from, float[] result) {
        subtractSquares(
                rows[row],
                rows[row + 1],
                rows[row + 2],
                rows[row + 3],
                scales[from],
                scales[from + 1],
                scales[from + 2],
                scales[from + 3],
                offsets[from],
                offsets[from + 1],
                offsets[from + 2],
                offsets[from + 3],
                result);
    }

    private static void subtractSquares(
            float[] x0,
            float[] x1,
            float[] x2,
            float[] x3,
            float s0,
            float s1,
            float s2,
            float s3,
            float o0,
            float o1,
            float o2,
            float o3,
            float[] result) {
        for (int f = 0; f < result.length; f++) {
            float e0 = x0[f] * s0 + o0;
            float e1 = x1[f] * s1 + o1;
            float e2 = x2[f] * s2 + o2;
            float e3 = x3[f] * s3 + o3;
            result[f] -= e0 * e0 + e1 * e1 + e2 * e2 + e3 * e3;
        }
    }

    /** Takes off the square of {@code x * scale + offset}. */
    static void subtractSquare(float[] x, float scale, float offset, float[] result) {
        for (int f = 0; f < result.length; f++) {
            float e = x[f] * scale + offset;
            result[f] -= e * e;
        }
    }

    /** Raises each number to another where that is greater. */
    static void raise(float[] highest, float[] values) {
        for (int f = 0; f < highest.length; f++) {
            highest[f] = Math.max(highest[f], values[f]);
        }
    }

    /** Adds a row to numbers from a place on. */
    static void add(float[] sums, int from, float[] values) {
        for (int f = 0; f < values.length; f++) {
            sums[from + f] += values[f];
        }
    }

    /** Makes keys of log densities that come from one place. */
    static void key(float[] density, float[] highest, int place, float[] keys) {
        for (int f = 0; f < keys.length; f++) {
            float above = density[f] - highest[f] + RANGE;
            float steps = (above + Math.abs(above)) * (STEPS / 2f);
            keys[f] = (steps + ROUNDING - ROUNDING) * PLACES + place;
        }
    }

    /** Puts each key in its place among the four greatest, the greatest first; the least of the five is forgotten. */
    static void insert(float[] keys, float[] first, float[] second, float[] third, float[] fourth) {
        for (int f = 0; f < keys.length; f++) {
            float key = keys[f];
            // Half of a difference and its absolute value is what must move: the difference, or nothing.
            float more = key - first[f];
            more = (more + Math.abs(more)) * 0.5f;
            first[f] += more;
            key -= more;
            more = key - second[f];
            more = (more + Math.abs(more)) * 0.5f;
            second[f] += more;
            key -= more;
            more = key - third[f];
            more = (more + Math.abs(more)) * 0.5f;
            third[f] += more;
            key -= more;
            more = key - fourth[f];
            fourth[f] += (more + Math.abs(more)) * 0.5f;
        }
    }

    /** The same among the two greatest. */
    static void insert(float[] keys, float[] first, float[] second) {
        for (int f = 0; f < keys.length; f++) {
            float key = keys[f];
            float more = key - first[f];
            more = (more + Math.abs(more)) * 0.5f;
            first[f] += more;
            key -= more;
            more = key - second[f];
            second[f] += (more + Math.abs(more)) * 0.5f;
        }
    }

    /** The place that a key's density comes from. */
    static int place(float key) {
        return (int) key & PLACES - 1;
    }

    /** How far a key's density is below the highest, in natural logarithms; 0 or more. */
    static float below(float key) {
        return (HIGHEST - ((int) key >> PLACE_BITS)) / (float) STEPS;
    }
}
