package org.tapescript.align;

import java.util.Arrays;

/**
 * How likely it is that a chain of states has been followed to a certain state by a certain frame, by all ways through the chain
 * instead of the best one alone: forward and backward probabilities (L. Rabiner 1989, A tutorial on hidden Markov models, Proceedings
 * of the IEEE 77, equations 18 to 27), of which each frame's are scaled to a sum of 1.
 *
 * <p>Frames of one sound say the same thing ten times, so that plain likelihoods are far too sure: they are raised to a power below 1, as is usual
 * for posteriors in lattices (F. Wessel et al. 2001, Confidence measures for large vocabulary continuous speech recognition, IEEE
 * Transactions on Speech and Audio Processing 9).
 */
final class PathPosteriors {
    /**
     * Logarithmic probabilities of the ways into each state of a chain, in which every state is reached from itself, from the state
     * before it, or past the silence before it.
     *
     * @param stay from itself
     * @param move from the state before; the first has none
     * @param pass past the {@code states} states before; negative infinity where there is no such way
     * @param states how many the way past leaves out
     */
    record Ways(float[] stay, float[] move, float[] pass, int states) {}

    /**
     * Of 0.03, 0.05, 0.08, 0.15 and 0.3 the one by which posteriors tell best, on words read by people with noise and without, what begins
     * within a tenth of a second of the best path.
     */
    static final double POWER = 0.08;

    private final int[] lows;
    /** By frame, for each state from the frame's lowest on, how likely the path is in it or behind it. */
    private final float[][] reached;

    /**
     * @param emissions by frame, log likelihoods of the states from the frame's lowest on; negative infinity where no path leads
     * @param lows by frame, its lowest state
     */
    PathPosteriors(Ways ways, float[][] emissions, int[] lows) {
        this.lows = lows;
        this.reached = new float[emissions.length][];
        int n = ways.stay.length;
        double[] stay = raised(ways.stay);
        double[] move = raised(ways.move);
        double[] pass = raised(ways.pass);
        float[][] likelihoods = new float[emissions.length][];
        double[] before = new double[n];
        double[] now = new double[n];
        for (int t = 0; t < emissions.length; t++) {
            int low = lows[t];
            int high = low + emissions[t].length;
            likelihoods[t] = likelihoods(emissions[t]);
            double sum = 0;
            for (int i = low; i < high; i++) {
                double into = t == 0 ? (i == 0 || i == ways.states ? 1 : 0) : before[i] * stay[i];
                if (t > 0 && i > 0) {
                    into += before[i - 1] * move[i] + (i > ways.states ? before[i - 1 - ways.states] * pass[i] : 0);
                }
                now[i] = into * likelihoods[t][i - low];
                sum += now[i];
            }
            reached[t] = new float[high - low];
            for (int i = low; i < high; i++) {
                now[i] = sum > 0 ? now[i] / sum : 0;
                reached[t][i - low] = (float) now[i];
            }
            clear(before, lows, emissions, t - 1);
            double[] swap = before;
            before = now;
            now = swap;
        }
        backward(ways.states, stay, move, pass, likelihoods);
    }

    /** Turns forward probabilities into how likely each state is, and sums those from the last state down. */
    private void backward(int states, double[] stay, double[] move, double[] pass, float[][] likelihoods) {
        int n = stay.length;
        // Two more than there are, so that no state is the last; what is behind the chain is never likely.
        double[] after = new double[n + states + 1];
        double[] now = new double[n + states + 1];
        for (int t = reached.length - 1; t >= 0; t--) {
            int low = lows[t];
            float[] row = reached[t];
            double largest = 0;
            double sum = 0;
            for (int i = low; i < low + row.length; i++) {
                double out;
                if (t == reached.length - 1) {
                    out = i == n - 1 || i == n - 1 - states ? 1 : 0;
                } else {
                    out = after[i] * stay[i];
                    out += i + 1 < n ? after[i + 1] * move[i + 1] : 0;
                    out += i + 1 + states < n ? after[i + 1 + states] * pass[i + 1 + states] : 0;
                }
                now[i] = out;
                largest = Math.max(largest, out);
                sum += out * row[i - low];
            }
            double behind = 0;
            for (int i = low + row.length - 1; i >= low; i--) {
                behind += now[i] * row[i - low];
                row[i - low] = (float) (sum > 0 ? behind / sum : 0);
                now[i] = largest > 0 ? now[i] / largest * likelihoods[t][i - low] : 0;
            }
            clear(after, lows, reached, t + 1);
            double[] swap = after;
            after = now;
            now = swap;
        }
    }

    /** How likely it is that the path is in a state, or behind it, in a frame; it never is before the first frame. */
    double reached(int state, int frame) {
        if (frame < 0 || frame >= reached.length) {
            return frame < 0 ? 0 : 1;
        }
        int i = state - lows[frame];
        return i < 0 ? 1 : i >= reached[frame].length ? 0 : reached[frame][i];
    }

    /** How likely the path gets to a state, or behind it, in one of the frames {@code [from, to]}. */
    double between(int state, int from, int to) {
        return reached(state, to) - reached(state, from - 1);
    }

    private static double[] raised(float[] logarithms) {
        double[] result = new double[logarithms.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.exp(POWER * logarithms[i]);
        }
        return result;
    }

    private static float[] likelihoods(float[] emissions) {
        float best = Float.NEGATIVE_INFINITY;
        for (float e : emissions) {
            best = Math.max(best, e);
        }
        float[] result = new float[emissions.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = emissions[i] == Float.NEGATIVE_INFINITY ? 0 : (float) Math.exp(POWER * (emissions[i] - best));
        }
        return result;
    }

    /** Forgets the probabilities of a frame, if there is such a frame. */
    private static void clear(double[] values, int[] lows, float[][] frames, int t) {
        if (t >= 0 && t < frames.length) {
            Arrays.fill(values, lows[t], lows[t] + frames[t].length, 0);
        }
    }
}
