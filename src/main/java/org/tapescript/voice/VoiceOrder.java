package org.tapescript.voice;

import java.util.Arrays;

/**
 * Whose samples are, by how they sound and where the text says that speakers change, as one hidden Markov model whose states are the
 * voices: behind a mark comes one of the others, as often as it speaks; elsewhere anybody.
 */
final class VoiceOrder {
    /** How often nobody else speaks behind a mark all the same. */
    private static final double STAYS = 0.03;

    private static final double TINY = 1e-9;

    private final double[][] share;
    private double evidence;

    /**
     * @param sound by sample and voice, log likelihood of the sample
     * @param shares by voice, the share of the samples that is its
     * @param changes by sample, whether its voice is another than that of the sample before it
     */
    VoiceOrder(double[][] sound, double[] shares, boolean[] changes) {
        double[] often = Arrays.stream(shares).map(s -> s + TINY).toArray();
        this.share = new double[sound.length][];
        double[][] likely = new double[sound.length][];
        double[] before = often;
        for (int i = 0; i < sound.length; i++) {
            likely[i] = likelihoods(sound[i]);
            double[] now = i > 0 && changes[i] ? others(before, often) : often.clone();
            double sum = 0;
            for (int v = 0; v < now.length; v++) {
                now[v] *= likely[i][v];
                sum += now[v];
            }
            divide(now, sum);
            evidence += Math.log(sum);
            share[i] = now;
            before = now;
        }
        double[] behind = new double[often.length];
        Arrays.fill(behind, 1);
        for (int i = sound.length - 1; i >= 0; i--) {
            double sum = 0;
            for (int v = 0; v < behind.length; v++) {
                share[i][v] *= behind[v];
                sum += share[i][v];
            }
            divide(share[i], sum);
            behind = earlier(behind, likely[i], often, changes[i]);
        }
    }

    /** Likelihoods in shares of the best; that one goes into the evidence. */
    private double[] likelihoods(double[] log) {
        double most = Double.NEGATIVE_INFINITY;
        for (double x : log) {
            most = Math.max(most, x);
        }
        evidence += most;
        double[] result = new double[log.length];
        for (int v = 0; v < log.length; v++) {
            result[v] = Math.exp(log[v] - most);
        }
        return result;
    }

    /** How likely each voice is behind a mark. */
    private static double[] others(double[] before, double[] often) {
        double leaving = 0;
        for (int v = 0; v < before.length; v++) {
            leaving += before[v] / anyOther(often[v]);
        }
        double[] result = new double[before.length];
        for (int v = 0; v < before.length; v++) {
            double fromOthers = Math.max(0, leaving - before[v] / anyOther(often[v]));
            result[v] = before.length == 1 ? 1 : STAYS * before[v] + (1 - STAYS) * often[v] * fromOthers;
        }
        return result;
    }

    private static double anyOther(double often) {
        return Math.max(TINY, 1 - often);
    }

    /** By voice before a sample, how likely that sample and all behind it are, in any unit. */
    private static double[] earlier(double[] behind, double[] likely, double[] often, boolean change) {
        double any = 0;
        for (int v = 0; v < behind.length; v++) {
            any += often[v] * likely[v] * behind[v];
        }
        double[] result = new double[behind.length];
        double sum = 0;
        for (int v = 0; v < behind.length; v++) {
            double same = likely[v] * behind[v];
            double others = Math.max(0, any - often[v] * same) / anyOther(often[v]);
            result[v] = change && behind.length > 1 ? STAYS * same + (1 - STAYS) * others : any;
            sum += result[v];
        }
        divide(result, sum);
        return result;
    }

    private static void divide(double[] values, double sum) {
        for (int v = 0; v < values.length; v++) {
            values[v] /= sum;
        }
    }

    /** By sample and voice, the share of the sample that is the voice's. */
    double[][] share() {
        return share;
    }

    /** Log likelihood of all samples. */
    double evidence() {
        return evidence;
    }
}
