package org.tapescript.attribution;

import java.util.Arrays;

/**
 * The most probable speaker of each unit of a text, given voices and text together: a hidden Markov model whose states are the
 * speakers, with a probability of a change between any two units.
 */
final class SpeakerSequence {
    /** Speaker of each unit on the likeliest path, and by unit and speaker the probability of the speaker. */
    record Result(int[] path, double[][] probability, double[] changed) {}

    private SpeakerSequence() {}

    /**
     * @param fit by unit and speaker, log likelihood of what is heard
     * @param change probability that the speaker changes before a unit, in (0, 1); that of the first is not used
     */
    static Result decode(double[][] fit, double[] change) {
        int n = fit.length;
        int k = n == 0 ? 0 : fit[0].length;
        double[][] forward = new double[n][];
        double[][] backward = new double[n][k];
        double[][] best = new double[n][];
        int[][] from = new int[n][k];
        for (int i = 0; i < n; i++) {
            forward[i] = fit[i].clone();
            best[i] = fit[i].clone();
            for (int s = 0; s < k && i > 0; s++) {
                double[] in = new double[k];
                for (int r = 0; r < k; r++) {
                    double step = step(change[i], r, s, k);
                    in[r] = forward[i - 1][r] + step;
                    if (best[i - 1][r] + step > best[i - 1][from[i][s]] + step(change[i], from[i][s], s, k)) {
                        from[i][s] = r;
                    }
                }
                forward[i][s] += logSum(in);
                best[i][s] += best[i - 1][from[i][s]] + step(change[i], from[i][s], s, k);
            }
        }
        for (int i = n - 2; i >= 0; i--) {
            for (int s = 0; s < k; s++) {
                double[] out = new double[k];
                for (int r = 0; r < k; r++) {
                    out[r] = step(change[i + 1], s, r, k) + fit[i + 1][r] + backward[i + 1][r];
                }
                backward[i][s] = logSum(out);
            }
        }
        double all = n == 0 ? 0 : logSum(forward[n - 1]);
        double[][] probability = new double[n][k];
        double[] changed = new double[n];
        for (int i = 0; i < n; i++) {
            double same = 0;
            for (int s = 0; s < k; s++) {
                probability[i][s] = Math.exp(forward[i][s] + backward[i][s] - all);
                if (i > 0) {
                    same += Math.exp(forward[i - 1][s] + step(change[i], s, s, k) + fit[i][s] + backward[i][s] - all);
                }
            }
            changed[i] = i == 0 ? 1 : Math.max(0, 1 - same);
        }
        return new Result(trace(best, from), probability, changed);
    }

    private static double step(double change, int from, int to, int speakers) {
        return from == to ? Math.log(1 - change) : Math.log(change / Math.max(1, speakers - 1));
    }

    private static int[] trace(double[][] best, int[][] from) {
        int n = best.length;
        int[] path = new int[n];
        for (int i = n - 1; i >= 0; i--) {
            if (i < n - 1) {
                path[i] = from[i + 1][path[i + 1]];
            } else {
                for (int s = 1; s < best[i].length; s++) {
                    path[i] = best[i][s] > best[i][path[i]] ? s : path[i];
                }
            }
        }
        return path;
    }

    private static double logSum(double[] values) {
        double max = Arrays.stream(values).max().orElse(0);
        double sum = 0;
        for (double v : values) {
            sum += Math.exp(v - max);
        }
        return max + Math.log(sum);
    }
}
