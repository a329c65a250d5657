package org.tapescript.align;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What each frame's level says about speech and silence. In noise, phones trained on clean speech are bad at telling the two
 * apart; levels do that well, but take a distant voice for noise, so their weight is kept low. The smoothed levels are modelled
 * as a mixture of two normal distributions, noise and speech.
 */
final class SpeechLevel {
    /** Frames to either side over which levels are averaged. */
    private static final int AROUND = 5;
    /** Frames that the distributions are fitted to, ten minutes of them: those of an hour's are the same, and took most of a second. */
    private static final int ENOUGH = 60_000;

    private static final int ROUNDS = 40;
    /** Initial means of the two distributions, as quantiles of all frames. */
    private static final double[] FIRST = {0.1, 0.75};
    /** Minimum standard deviation of either, in units of the level. */
    private static final double NARROWEST = 0.05;
    /** Floor that keeps frames far from both distributions from having no weight at all. */
    private static final double MINIMUM_DENSITY = 1e-12;

    private final float[] evidence;

    private SpeechLevel(float[] evidence) {
        this.evidence = evidence;
    }

    /** Levels that are not known, which say nothing. */
    static SpeechLevel unknown(int frames) {
        return new SpeechLevel(new float[frames]);
    }

    /**
     * @param level of each frame, logarithmic, noise taken off as far as possible
     * @param believed what a frame pays at most, as a log likelihood, if it is heard otherwise than by its level
     */
    static SpeechLevel of(float[] level, double believed) {
        double[] smooth = smooth(level);
        double[] some = some(smooth);
        double[] sorted = some.clone();
        Arrays.sort(sorted);
        float[] evidence = new float[level.length];
        if (sorted.length == 0) {
            return new SpeechLevel(evidence);
        }
        int n = FIRST.length;
        double[] mean = Arrays.stream(FIRST)
                .map(share -> sorted[(int) (share * sorted.length)])
                .toArray();
        double[] deviation = new double[n];
        double[] weight = new double[n];
        Arrays.fill(deviation, deviation(some) / n + NARROWEST);
        Arrays.fill(weight, 1.0 / n);
        double[] density = new double[n];
        for (int round = 0; round < ROUNDS; round++) {
            double[] count = new double[n];
            double[] sum = new double[n];
            double[] squares = new double[n];
            for (double x : some) {
                double all = densities(x, mean, deviation, weight, density);
                for (int k = 0; k < n; k++) {
                    double share = density[k] / all;
                    count[k] += share;
                    sum[k] += share * x;
                    squares[k] += share * x * x;
                }
            }
            for (int k = 0; k < n; k++) {
                if (count[k] > 1) {
                    weight[k] = count[k] / some.length;
                    mean[k] = sum[k] / count[k];
                    deviation[k] = NARROWEST + Math.sqrt(Math.max(0, squares[k] / count[k] - mean[k] * mean[k]));
                }
            }
        }
        IntStream.range(0, evidence.length).parallel().forEach(t -> {
            double[] here = new double[n];
            densities(smooth[t], mean, deviation, weight, here);
            // A wide distribution of speech reaches below a narrow one of noise; nothing is so quiet that it is speech.
            double likelier = smooth[t] <= mean[0] ? -believed : Math.log(here[1] / here[0]);
            evidence[t] = (float) Math.max(-believed, Math.min(believed, likelier));
        });
        return new SpeechLevel(evidence);
    }

    /** Enough of the levels, from all over the tape, to tell how they are distributed. */
    private static double[] some(double[] levels) {
        int every = Math.max(1, levels.length / ENOUGH);
        double[] result = new double[(levels.length + every - 1) / every];
        for (int i = 0; i < result.length; i++) {
            result[i] = levels[i * every];
        }
        return result;
    }

    /** The first of every so many frames. */
    SpeechLevel every(int step) {
        float[] kept = new float[(evidence.length + step - 1) / step];
        for (int t = 0; t < kept.length; t++) {
            kept[t] = evidence[t * step];
        }
        return new SpeechLevel(kept);
    }

    /** What a frame's level says of it, as a log likelihood: 0 if it fits, less if it does not. */
    float ofSpeech(int frame) {
        return Math.min(0, evidence[frame]);
    }

    /** What a frame's level says of it, if it is silence. */
    float ofSilence(int frame) {
        return Math.min(0, -evidence[frame]);
    }

    /** Whether each frame is rather speech, by its level alone. */
    boolean[] loud() {
        boolean[] loud = new boolean[evidence.length];
        for (int t = 0; t < loud.length; t++) {
            loud[t] = evidence[t] > 0;
        }
        return loud;
    }

    private static double densities(double x, double[] mean, double[] deviation, double[] weight, double[] density) {
        double all = 0;
        for (int k = 0; k < mean.length; k++) {
            double z = (x - mean[k]) / deviation[k];
            density[k] = MINIMUM_DENSITY + weight[k] / deviation[k] * Math.exp(-0.5 * z * z);
            all += density[k];
        }
        return all;
    }

    private static double[] smooth(float[] level) {
        double[] result = new double[level.length];
        IntStream.range(0, level.length).parallel().forEach(t -> {
            int from = Math.max(0, t - AROUND);
            int to = Math.min(level.length, t + AROUND + 1);
            for (int i = from; i < to; i++) {
                result[t] += level[i] / (to - from);
            }
        });
        return result;
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0));
    }
}
