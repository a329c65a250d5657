package org.tapescript.attribution;

import org.tapescript.acoustic.VoiceStatistics;

/**
 * What samples of speech say about the voices that they come from. A voice shifts all phones by one offset and each phone a little
 * further; both shifts have a normal prior, so that everything has a closed form (a joint factor analysis with full rank; P. Kenny
 * et al. 2007, IEEE Trans. Audio, Speech and Language Processing 15).
 */
public final class VoiceEvidence {
    /** Frames follow each other closely: so much of each counts as independent evidence. */
    public static final double INDEPENDENT = 0.2;
    /** Prior precision of the shift of all phones, in squared deviations of the model. */
    private static final double ALL_PHONES = 5;
    /** Prior precision of each phone's further shift. */
    private static final double EACH_PHONE = 30;

    private VoiceEvidence() {}

    /** Log of the probability that one voice spoke all of a sample, against that of a voice as the model expects it. */
    static double oneVoice(VoiceStatistics sample) {
        double result = 0;
        for (int d = 0; d < sample.dimensions(); d++) {
            double weights = 0;
            double weighted = 0;
            for (int p = 0; p < sample.phones(); p++) {
                double n = INDEPENDENT * Math.max(0, sample.frames(p));
                if (n > 0) {
                    double mean = INDEPENDENT * sample.sum(p, d) / n;
                    double weight = n * EACH_PHONE / (n + EACH_PHONE);
                    weights += weight;
                    weighted += weight * mean;
                    result += 0.5 * (n - weight) * mean * mean - 0.5 * Math.log1p(n / EACH_PHONE);
                }
            }
            result += 0.5 * weighted * weighted / (weights + ALL_PHONES) - 0.5 * Math.log1p(weights / ALL_PHONES);
        }
        return result;
    }

    /** By phone and dimension, the shift that a voice most likely has. */
    public static double[][] voice(VoiceStatistics sample) {
        double[][] shifts = new double[sample.phones()][sample.dimensions()];
        for (int d = 0; d < sample.dimensions(); d++) {
            double weights = 0;
            double weighted = 0;
            for (int p = 0; p < sample.phones(); p++) {
                double n = INDEPENDENT * Math.max(0, sample.frames(p));
                if (n > 0) {
                    double weight = n * EACH_PHONE / (n + EACH_PHONE);
                    weights += weight;
                    weighted += weight * INDEPENDENT * sample.sum(p, d) / n;
                }
            }
            double all = weighted / (weights + ALL_PHONES);
            for (int p = 0; p < sample.phones(); p++) {
                double n = INDEPENDENT * Math.max(0, sample.frames(p));
                shifts[p][d] = all + (INDEPENDENT * sample.sum(p, d) - n * all) / (n + EACH_PHONE);
            }
        }
        return shifts;
    }

    /** Log likelihood of a sample under a voice, against that of a voice as the model expects it. */
    public static double fit(VoiceStatistics sample, double[][] voice) {
        double result = 0;
        for (int p = 0; p < sample.phones(); p++) {
            if (sample.frames(p) > 0) {
                for (int d = 0; d < sample.dimensions(); d++) {
                    double shift = voice[p][d];
                    result += sample.sum(p, d) * shift - 0.5 * sample.frames(p) * shift * shift;
                }
            }
        }
        return INDEPENDENT * result;
    }
}
