package org.tapescript.acoustic;

/**
 * Sufficient statistics for adapting a model to the voices and the room of a stretch of aligned sound: the occupancy of each
 * Gaussian and the sum of the features assigned to it. Not thread-safe; each thread collects its own, and they are added up.
 *
 * <p>Sums are kept in fixed point. Floating-point sums depend on the order of addition, so the adapted model would depend on
 * which thread happened to take which frames; integers add up to the same in any order.
 */
public final class AdaptationStatistics {
    /** The number one in fixed point: sums over a day of frames with features up to 1,000 fit into a long. */
    private static final double ONE = 1L << 28;

    private final AcousticModel model;
    private final SenoneScorer scorer;
    /** By codebook and stream: one value a Gaussian. */
    private final long[][][] occupancy;
    /** By codebook and stream: one vector a Gaussian. */
    private final long[][][] sums;

    private final SenoneScorer.Posteriors posteriors = new SenoneScorer.Posteriors();
    private final float[] row;

    public AdaptationStatistics(AcousticModel model) {
        this(model, new SenoneScorer(model, SenoneScorer.FEW));
    }

    /** @param scorer for the same model */
    public AdaptationStatistics(AcousticModel model, SenoneScorer scorer) {
        this.model = model;
        this.scorer = scorer;
        this.row = new float[model.featureDimension()];
        this.occupancy = new long[model.codebooks()][model.streams()][];
        this.sums = new long[model.codebooks()][model.streams()][];
        for (int c = 0; c < model.codebooks(); c++) {
            for (int s = 0; s < model.streams(); s++) {
                AcousticModel.Codebook book = model.codebook(c, s);
                occupancy[c][s] = new long[book.gaussians()];
                sums[c][s] = new long[book.gaussians() * book.dimension()];
            }
        }
    }

    float[] occupancy(int codebook, int stream) {
        return floats(occupancy[codebook][stream]);
    }

    float[] sums(int codebook, int stream) {
        return floats(sums[codebook][stream]);
    }

    private static float[] floats(long[] fixed) {
        float[] result = new float[fixed.length];
        for (int i = 0; i < fixed.length; i++) {
            result[i] = (float) (fixed[i] / ONE);
        }
        return result;
    }

    /** Counts a frame as one of a senone. */
    public void add(Features features, int frame, int senone) {
        scorer.frame(features, frame);
        int codebook = model.codebookOf(senone);
        features.read(frame, 0, row.length, row, 0);
        for (int s = 0; s < model.streams(); s++) {
            scorer.posteriors(senone, s, posteriors);
            int dimension = model.codebook(codebook, s).dimension();
            int from = model.streamOffset(s);
            for (int k = 0; k < SenoneScorer.TOP; k++) {
                int gaussian = posteriors.gaussian[k];
                double share = posteriors.share[k] * ONE;
                occupancy[codebook][s][gaussian] += (long) share;
                long[] sum = sums[codebook][s];
                for (int d = 0; d < dimension; d++) {
                    sum[gaussian * dimension + d] += (long) (share * row[from + d]);
                }
            }
        }
    }

    /** Adds what another thread collected for the same model. */
    public void add(AdaptationStatistics other) {
        for (int c = 0; c < occupancy.length; c++) {
            for (int s = 0; s < occupancy[c].length; s++) {
                addTo(occupancy[c][s], other.occupancy[c][s]);
                addTo(sums[c][s], other.sums[c][s]);
            }
        }
    }

    private static void addTo(long[] target, long[] more) {
        for (int i = 0; i < target.length; i++) {
            target[i] += more[i];
        }
    }
}
