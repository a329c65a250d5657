package org.tapescript.acoustic;

/**
 * What is needed of a stretch of aligned sound to adapt a model to its voices and its room: how often each Gaussian was met,
 * and the sum of the features that met it. Not thread-safe; each thread collects its own and they are added up.
 */
public final class AdaptationStatistics {
    private final AcousticModel model;
    private final SenoneScorer scorer;
    /** By codebook and stream: one value a Gaussian. */
    private final float[][][] occupancy;
    /** By codebook and stream: one vector a Gaussian. */
    private final float[][][] sums;

    private final SenoneScorer.Posteriors posteriors = new SenoneScorer.Posteriors();

    public AdaptationStatistics(AcousticModel model) {
        this.model = model;
        this.scorer = new SenoneScorer(model, SenoneScorer.FEW);
        this.occupancy = new float[model.codebooks()][model.streams()][];
        this.sums = new float[model.codebooks()][model.streams()][];
        for (int c = 0; c < model.codebooks(); c++) {
            for (int s = 0; s < model.streams(); s++) {
                AcousticModel.Codebook book = model.codebook(c, s);
                occupancy[c][s] = new float[book.gaussians()];
                sums[c][s] = new float[book.gaussians() * book.dimension()];
            }
        }
    }

    float[] occupancy(int codebook, int stream) {
        return occupancy[codebook][stream];
    }

    float[] sums(int codebook, int stream) {
        return sums[codebook][stream];
    }

    /** Counts a frame as one of a senone. */
    public void add(Features features, int frame, int senone) {
        scorer.frame(features, frame);
        int codebook = model.codebookOf(senone);
        int offset = features.offset(frame);
        for (int s = 0; s < model.streams(); s++) {
            scorer.posteriors(senone, s, posteriors);
            int dimension = model.codebook(codebook, s).dimension();
            int from = offset + model.streamOffset(s);
            for (int k = 0; k < SenoneScorer.TOP; k++) {
                int gaussian = posteriors.gaussian[k];
                float share = posteriors.share[k];
                occupancy[codebook][s][gaussian] += share;
                float[] sum = sums[codebook][s];
                for (int d = 0; d < dimension; d++) {
                    sum[gaussian * dimension + d] += share * features.values()[from + d];
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

    private static void addTo(float[] target, float[] more) {
        for (int i = 0; i < target.length; i++) {
            target[i] += more[i];
        }
    }
}
