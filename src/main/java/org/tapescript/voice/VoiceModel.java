package org.tapescript.voice;

/**
 * A voice: by how much it most likely shifts each phone. It shifts all phones by one offset and each phone a little further; both
 * shifts have a normal prior, so that everything has a closed form (a joint factor analysis with full rank; P. Kenny et al. 2007,
 * IEEE Trans. Audio, Speech and Language Processing 15).
 */
public final class VoiceModel {
    /** Neighbouring frames are correlated: each counts as this much independent evidence. */
    public static final double INDEPENDENT = 0.2;
    /** Prior precision of the shift of all phones, in squared deviations of the model. */
    static final double ALL_PHONES = 5;
    /** Prior precision of each phone's further shift. */
    static final double EACH_PHONE = 30;

    private final double[][] shifts;

    private VoiceModel(double[][] shifts) {
        this.shifts = shifts;
    }

    /** The voice of a sample. */
    public static VoiceModel of(VoiceStatistics sample) {
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
        return new VoiceModel(shifts);
    }

    /** Log likelihood of a frame, against that of a voice as the model expects it. */
    public double fit(int phone, float[] deviations, int at, int dimensions) {
        double[] shift = shifts[phone];
        double result = 0;
        for (int d = 0; d < dimensions; d++) {
            result += shift[d] * (deviations[at + d] - 0.5 * shift[d]);
        }
        return result;
    }

    /** Mean square by which a frame's dimensions differ, in deviations of the model. */
    public double distance(int phone, float[] deviations, int at, int dimensions) {
        double[] shift = shifts[phone];
        double result = 0;
        for (int d = 0; d < dimensions; d++) {
            double difference = deviations[at + d] - shift[d];
            result += difference * difference;
        }
        return result / dimensions;
    }

    /** Log likelihood of a sample, against that of a voice as the model expects it. */
    public double fit(VoiceStatistics sample) {
        double result = 0;
        for (int p = 0; p < sample.phones(); p++) {
            if (sample.frames(p) > 0) {
                for (int d = 0; d < sample.dimensions(); d++) {
                    double shift = shifts[p][d];
                    result += sample.sum(p, d) * shift - 0.5 * sample.frames(p) * shift * shift;
                }
            }
        }
        return INDEPENDENT * result;
    }
}
