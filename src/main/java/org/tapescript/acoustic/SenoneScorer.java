package org.tapescript.acoustic;

import java.util.Arrays;

/**
 * Scores senones against one frame at a time, evaluating only the codebooks that are asked for. Not thread-safe: one scorer
 * a thread.
 *
 * <p>As in PocketSphinx's {@code ptm_mgau.c}, each stream of a codebook is reduced to its best few Gaussians
 * ({@value #TOP}); the senone's log likelihood is then the sum over streams of the log of the weighted sum of those.
 */
public final class SenoneScorer {
    private static final int TOP = 4;

    private final AcousticModel model;
    private final int streams;
    private final int[] codebookStamp;
    private final int[] topIndex;
    private final float[] topLinear;
    private final float[] codebookBest;
    private final int[] senoneStamp;
    private final float[] senoneScore;
    private final float[] densities;
    private float[] features;
    private int offset;
    private int stamp;

    public SenoneScorer(AcousticModel model) {
        this.model = model;
        this.streams = model.streams();
        this.codebookStamp = new int[model.codebooks()];
        this.topIndex = new int[model.codebooks() * streams * TOP];
        this.topLinear = new float[topIndex.length];
        this.codebookBest = new float[model.codebooks()];
        this.senoneStamp = new int[model.senones()];
        this.senoneScore = new float[model.senones()];
        int most = 0;
        for (int c = 0; c < model.codebooks(); c++) {
            for (int s = 0; s < streams; s++) {
                most = Math.max(most, model.codebook(c, s).gaussians());
            }
        }
        this.densities = new float[most];
    }

    /** Moves to another frame; the values must stay as they are until the next move. */
    public void frame(Features source, int frame) {
        features = source.values();
        offset = source.offset(frame);
        stamp++;
    }

    /** Natural log likelihood of the current frame under a senone. */
    public float score(int senone) {
        if (senoneStamp[senone] == stamp) {
            return senoneScore[senone];
        }
        int codebook = model.codebookOf(senone);
        if (codebookStamp[codebook] != stamp) {
            evaluate(codebook);
        }
        float[] weights = model.weights(senone);
        float product = 1;
        int top = codebook * streams * TOP;
        int base = 0;
        for (int s = 0; s < streams; s++, top += TOP) {
            float sum = 0;
            for (int k = 0; k < TOP; k++) {
                sum += topLinear[top + k] * weights[base + topIndex[top + k]];
            }
            product *= sum;
            base += model.codebook(codebook, s).gaussians();
        }
        float score = codebookBest[codebook] + (float) Math.log(product);
        senoneStamp[senone] = stamp;
        senoneScore[senone] = score;
        return score;
    }

    private void evaluate(int codebook) {
        codebookStamp[codebook] = stamp;
        float best = 0;
        for (int s = 0; s < streams; s++) {
            best += reduce(model.codebook(codebook, s), model.streamOffset(s), (codebook * streams + s) * TOP);
        }
        codebookBest[codebook] = best;
    }

    /** Keeps the best Gaussians of one stream, as densities relative to the best, and returns the best one's log density. */
    private float reduce(AcousticModel.Codebook book, int streamOffset, int target) {
        int n = book.gaussians();
        float[] acc = densities;
        System.arraycopy(book.logNorms(), 0, acc, 0, n);
        for (int d = 0; d < book.dimension(); d++) {
            accumulate(acc, book.means(), book.precisions(), d * n, n, features[offset + streamOffset + d]);
        }
        float b0 = Float.NEGATIVE_INFINITY;
        float b1 = b0;
        float b2 = b0;
        float b3 = b0;
        int i0 = 0;
        int i1 = 0;
        int i2 = 0;
        int i3 = 0;
        for (int g = 0; g < n; g++) {
            float v = acc[g];
            if (v > b3) {
                if (v > b1) {
                    b3 = b2;
                    i3 = i2;
                    b2 = b1;
                    i2 = i1;
                    if (v > b0) {
                        b1 = b0;
                        i1 = i0;
                        b0 = v;
                        i0 = g;
                    } else {
                        b1 = v;
                        i1 = g;
                    }
                } else if (v > b2) {
                    b3 = b2;
                    i3 = i2;
                    b2 = v;
                    i2 = g;
                } else {
                    b3 = v;
                    i3 = g;
                }
            }
        }
        topIndex[target] = i0;
        topIndex[target + 1] = i1;
        topIndex[target + 2] = i2;
        topIndex[target + 3] = i3;
        topLinear[target] = 1;
        topLinear[target + 1] = (float) Math.exp(b1 - b0);
        topLinear[target + 2] = (float) Math.exp(b2 - b0);
        topLinear[target + 3] = (float) Math.exp(b3 - b0);
        return b0;
    }

    // A loop of its own, so that the compiler turns it into vector instructions.
    private static void accumulate(float[] acc, float[] means, float[] precisions, int base, int n, float x) {
        for (int g = 0; g < n; g++) {
            float diff = x - means[base + g];
            acc[g] -= diff * diff * precisions[base + g];
        }
    }

    /** Forgets the current frame; for tests that change features in place. */
    void reset() {
        Arrays.fill(senoneStamp, 0);
        Arrays.fill(codebookStamp, 0);
        stamp = 1;
    }
}
