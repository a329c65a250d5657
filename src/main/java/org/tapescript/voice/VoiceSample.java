package org.tapescript.voice;

/**
 * A summary of the voice in a stretch of speech: by dimension, the mean shift of its phones, and the weight of that evidence. A
 * phone heard many times counts for little more than once, since part of its shift is its own.
 */
public final class VoiceSample {
    private final double[] mean;
    private final double weight;

    private VoiceSample(double[] mean, double weight) {
        this.mean = mean;
        this.weight = weight;
    }

    public static VoiceSample of(VoiceStatistics statistics) {
        double[] mean = new double[statistics.dimensions()];
        double all = 0;
        for (int p = 0; p < statistics.phones(); p++) {
            double n = VoiceModel.INDEPENDENT * Math.max(0, statistics.frames(p));
            if (n > 0) {
                double weight = n * VoiceModel.EACH_PHONE / (n + VoiceModel.EACH_PHONE);
                all += weight;
                for (int d = 0; d < mean.length; d++) {
                    mean[d] += weight * VoiceModel.INDEPENDENT * statistics.sum(p, d) / n;
                }
            }
        }
        for (int d = 0; d < mean.length && all > 0; d++) {
            mean[d] /= all;
        }
        return new VoiceSample(mean, all);
    }

    double mean(int dimension) {
        return mean[dimension];
    }

    int dimensions() {
        return mean.length;
    }

    /** In independent observations, each of variance 1; 0 if nothing is heard. */
    double weight() {
        return weight;
    }
}
