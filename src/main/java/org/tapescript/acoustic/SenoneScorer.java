package org.tapescript.acoustic;

import java.util.Arrays;

/**
 * Scores senones against one frame at a time. Not thread-safe: one scorer a thread.
 *
 * <p>As in PocketSphinx's {@code ptm_mgau.c}, each stream of a codebook is reduced to its best few Gaussians ({@value #TOP});
 * the senone's log likelihood is then the sum over streams of the log of the weighted sum of those. Codebooks are evaluated
 * when they are asked for first, for a whole block of frames at once: a Gaussian's parameters are then read once for all of
 * them, which is three times as fast as frame by frame, where memory is the limit.
 */
public final class SenoneScorer {
    static final int TOP = 4;
    private static final int MANY = 256;
    /** Block for work that asks for a few codebooks at a time, such as an alignment. */
    public static final int FEW = 32;

    private static final float NONE = Float.NEGATIVE_INFINITY;

    private final AcousticModel model;
    private final int streams;
    /** Features of the block, by dimension. */
    private final float[][] block;
    /** For each codebook, the block that it was evaluated for. */
    private final long[] codebookBlock;
    /** Indices and densities of the best Gaussians, by codebook, stream, frame and rank; densities relative to the best. */
    private final short[] topIndex;

    private final float[] topLinear;
    /** Sum over streams of the best log density, by codebook and frame. */
    private final float[] codebookBest;
    /** Densities of the stream in work, Gaussian by Gaussian, and the best of each frame, rank by rank. */
    private final float[][] densities;

    private final float[][] best;
    private final int size;
    private final int[] senoneStamp;
    private final float[] senoneScore;
    private Features features;
    private long blockNumber;
    private int blockFrom = -1;
    private int inBlock;
    private int stamp;

    /** A scorer for work that asks for most codebooks in each frame. */
    public SenoneScorer(AcousticModel model) {
        this(model, MANY);
    }

    /** @param size frames that a codebook is evaluated for at once, such as {@link #FEW} */
    public SenoneScorer(AcousticModel model, int size) {
        this.size = size;
        this.best = new float[TOP][size];
        this.model = model;
        this.streams = model.streams();
        this.block = new float[model.featureDimension()][size];
        this.codebookBlock = new long[model.codebooks()];
        this.topIndex = new short[model.codebooks() * streams * size * TOP];
        this.topLinear = new float[topIndex.length];
        this.codebookBest = new float[model.codebooks() * size];
        int most = 0;
        for (int c = 0; c < model.codebooks(); c++) {
            for (int s = 0; s < streams; s++) {
                most = Math.max(most, model.codebook(c, s).gaussians());
            }
        }
        this.densities = new float[most][size];
        this.senoneStamp = new int[model.senones()];
        this.senoneScore = new float[model.senones()];
    }

    /** Moves to another frame; the features must not change while they are in use. */
    public void frame(Features source, int frame) {
        stamp++;
        if (source != features || frame < blockFrom || frame >= blockFrom + size || blockFrom < 0) {
            features = source;
            blockFrom = frame;
            blockNumber++;
            load();
        }
        inBlock = frame - blockFrom;
    }

    private void load() {
        int count = Math.min(size, features.frames() - blockFrom);
        float[] values = features.values();
        for (int f = 0; f < size; f++) {
            int from = features.offset(blockFrom + Math.min(f, count - 1));
            for (int d = 0; d < block.length; d++) {
                block[d][f] = values[from + d];
            }
        }
    }

    /** Natural log likelihood of the current frame under a senone. */
    public float score(int senone) {
        if (senoneStamp[senone] == stamp) {
            return senoneScore[senone];
        }
        int codebook = model.codebookOf(senone);
        if (codebookBlock[codebook] != blockNumber) {
            evaluate(codebook);
        }
        float[] weights = model.weights(senone);
        float product = 1;
        int base = 0;
        for (int s = 0; s < streams; s++) {
            int top = ((codebook * streams + s) * size + inBlock) * TOP;
            product *= topLinear[top] * weights[base + topIndex[top]]
                    + topLinear[top + 1] * weights[base + topIndex[top + 1]]
                    + topLinear[top + 2] * weights[base + topIndex[top + 2]]
                    + topLinear[top + 3] * weights[base + topIndex[top + 3]];
            base += model.codebook(codebook, s).gaussians();
        }
        float score = codebookBest[codebook * size + inBlock] + (float) Math.log(product);
        senoneStamp[senone] = stamp;
        senoneScore[senone] = score;
        return score;
    }

    /** Which Gaussians of a stream a senone owes its score to, and with what share; shares sum to 1. */
    static final class Posteriors {
        final int[] gaussian = new int[TOP];
        final float[] share = new float[TOP];
    }

    /** Fills in what the current frame owes to a senone's Gaussians. */
    void posteriors(int senone, int stream, Posteriors result) {
        score(senone);
        int codebook = model.codebookOf(senone);
        float[] weights = model.weights(senone);
        int base = 0;
        for (int s = 0; s < stream; s++) {
            base += model.codebook(codebook, s).gaussians();
        }
        int top = ((codebook * streams + stream) * size + inBlock) * TOP;
        float sum = 0;
        for (int k = 0; k < TOP; k++) {
            result.gaussian[k] = topIndex[top + k];
            result.share[k] = topLinear[top + k] * weights[base + topIndex[top + k]];
            sum += result.share[k];
        }
        for (int k = 0; k < TOP; k++) {
            result.share[k] = sum > 0 ? result.share[k] / sum : 0;
        }
    }

    private void evaluate(int codebook) {
        codebookBlock[codebook] = blockNumber;
        Arrays.fill(codebookBest, codebook * size, (codebook + 1) * size, 0);
        for (int s = 0; s < streams; s++) {
            AcousticModel.Codebook book = model.codebook(codebook, s);
            for (float[] rank : best) {
                Arrays.fill(rank, NONE);
            }
            for (int g = 0; g < book.gaussians(); g++) {
                float[] density = densities[g];
                Arrays.fill(density, book.logNorms()[g]);
                subtractDistances(density, block, model.streamOffset(s), book, g * book.dimension());
                rank(best[0], best[1], best[2], best[3], density);
            }
            keepBest(book.gaussians(), codebook, (codebook * streams + s) * size * TOP);
        }
    }

    // Two dimensions at once, in loops over frames that the compiler turns into vector instructions.
    private void subtractDistances(float[] density, float[][] x, int offset, AcousticModel.Codebook book, int from) {
        int dimension = book.dimension();
        float[] means = book.means();
        float[] precisions = book.precisions();
        int d = 0;
        for (; d + 2 <= dimension; d += 2) {
            float m = means[from + d];
            float p = precisions[from + d];
            float n = means[from + d + 1];
            float q = precisions[from + d + 1];
            float[] a = x[offset + d];
            float[] b = x[offset + d + 1];
            for (int f = 0; f < size; f++) {
                float e = a[f] - m;
                float h = b[f] - n;
                density[f] -= e * e * p + h * h * q;
            }
        }
        for (; d < dimension; d++) {
            float m = means[from + d];
            float p = precisions[from + d];
            float[] a = x[offset + d];
            for (int f = 0; f < size; f++) {
                float e = a[f] - m;
                density[f] -= e * e * p;
            }
        }
    }

    /** Sinks a Gaussian's densities into the ranking of each frame, without a branch. */
    private void rank(float[] first, float[] second, float[] third, float[] fourth, float[] density) {
        for (int f = 0; f < size; f++) {
            float value = density[f];
            float high = Math.max(first[f], value);
            value = Math.min(first[f], value);
            first[f] = high;
            high = Math.max(second[f], value);
            value = Math.min(second[f], value);
            second[f] = high;
            high = Math.max(third[f], value);
            value = Math.min(third[f], value);
            third[f] = high;
            fourth[f] = Math.max(fourth[f], value);
        }
    }

    /** Finds again which Gaussians the best densities belong to, and stores both. */
    private void keepBest(int gaussians, int codebook, int top) {
        float[] least = best[TOP - 1];
        for (int f = 0; f < size; f++) {
            int at = top + f * TOP;
            float highest = best[0][f];
            codebookBest[codebook * size + f] += highest;
            topLinear[at] = 1;
            for (int k = 1; k < TOP; k++) {
                topLinear[at + k] = (float) Math.exp(best[k][f] - highest);
            }
        }
        for (int g = 0; g < gaussians; g++) {
            float[] density = densities[g];
            for (int f = 0; f < size; f++) {
                if (density[f] >= least[f]) {
                    float value = density[f];
                    int rank = value == best[0][f] ? 0 : value == best[1][f] ? 1 : value == best[2][f] ? 2 : 3;
                    topIndex[top + f * TOP + rank] = (short) g;
                }
            }
        }
    }
}
