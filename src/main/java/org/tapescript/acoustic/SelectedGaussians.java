package org.tapescript.acoustic;

import java.util.Arrays;

/**
 * The Gaussians that were chosen for each frame, evaluated in a model that is not the one chosen from. A codebook is evaluated when it is asked for first, for a whole block of frames: its
 * parameters are then near by for all of them.
 */
final class SelectedGaussians extends TopGaussians {
    private final AcousticModel model;
    private final GaussianSelection selection;
    private final int streams;
    private final int size;
    private final float[] values;
    /** For each codebook, the block that it was evaluated for. */
    private final long[] codebookBlock;
    /** Sum over streams of the best log density, by codebook and frame. */
    private final float[] codebookBest;

    /** Of the Gaussians in work, the best first. */
    private final float[] density = new float[TOP];

    private long blockNumber;
    private int blockFrom = -1;
    private int inBlock;

    /** @param size frames that a codebook is evaluated for at once */
    SelectedGaussians(AcousticModel model, GaussianSelection selection, int size) {
        super(model.codebooks() * model.streams() * size);
        this.model = model;
        this.selection = selection;
        this.streams = model.streams();
        this.size = size;
        this.values = new float[model.featureDimension()];
        this.codebookBlock = new long[model.codebooks()];
        this.codebookBest = new float[model.codebooks() * size];
    }

    @Override
    void frame(Features source, int frame) {
        selection.check(source);
        // Whoever goes through the frames backwards meets the same blocks.
        int from = frame - frame % size;
        if (from != blockFrom) {
            blockFrom = from;
            blockNumber++;
        }
        inBlock = frame - from;
    }

    @Override
    int first(int codebook, int stream) {
        return ((codebook * streams + stream) * size + inBlock) * TOP;
    }

    @Override
    float best(int codebook) {
        return codebookBest[codebook * size + inBlock];
    }

    @Override
    void want(int codebook) {
        if (codebookBlock[codebook] != blockNumber) {
            codebookBlock[codebook] = blockNumber;
            evaluate(codebook);
        }
    }

    private void evaluate(int codebook) {
        int to = Math.min(selection.features().frames(), blockFrom + size);
        byte[] chosen = selection.block(blockFrom);
        Arrays.fill(codebookBest, codebook * size, (codebook + 1) * size, 0);
        for (int s = 0; s < streams; s++) {
            AcousticModel.Codebook book = model.codebook(codebook, s);
            int first = (codebook * streams + s) * size * TOP;
            for (int frame = blockFrom; frame < to; frame++, first += TOP) {
                selection
                        .features()
                        .read(frame, model.streamOffset(s), model.streamOffset(s) + book.dimension(), values, 0);
                int at = selection.gaussians(frame, codebook, s);
                codebookBest[codebook * size + frame - blockFrom] += evaluate(book, first, chosen, at);
            }
        }
    }

    /** Fills in the densities at one place; returns the best. */
    private float evaluate(AcousticModel.Codebook book, int first, byte[] chosen, int at) {
        int dimension = book.dimension();
        float[] scales = book.scales();
        float[] offsets = book.offsets();
        int g0 = chosen[at] & 0xff;
        int g1 = chosen[at + 1] & 0xff;
        int g2 = chosen[at + 2] & 0xff;
        int g3 = chosen[at + 3] & 0xff;
        int p0 = g0 * dimension;
        int p1 = g1 * dimension;
        int p2 = g2 * dimension;
        int p3 = g3 * dimension;
        // Sums beside each other, so that none need wait for another.
        float d0 = 0;
        float d1 = 0;
        float d2 = 0;
        float d3 = 0;
        for (int d = 0; d < dimension; d++) {
            float value = values[d];
            float x0 = value * scales[p0 + d] + offsets[p0 + d];
            float x1 = value * scales[p1 + d] + offsets[p1 + d];
            float x2 = value * scales[p2 + d] + offsets[p2 + d];
            float x3 = value * scales[p3 + d] + offsets[p3 + d];
            d0 += x0 * x0;
            d1 += x1 * x1;
            d2 += x2 * x2;
            d3 += x3 * x3;
        }
        float[] norms = book.logNorms();
        density[0] = norms[g0] - d0;
        index[first] = (short) g0;
        insert(first, 1, norms[g1] - d1, g1);
        insert(first, 2, norms[g2] - d2, g2);
        insert(first, 3, norms[g3] - d3, g3);
        for (int k = 0; k < TOP; k++) {
            below[first + k] = (short) MixtureWeights.step(density[0] - density[k]);
        }
        return density[0];
    }

    /** Takes a Gaussian in its place among those before: in an adapted model another may be the best. */
    private void insert(int first, int count, float value, int gaussian) {
        int at = count;
        for (; at > 0 && density[at - 1] < value; at--) {
            density[at] = density[at - 1];
            index[first + at] = index[first + at - 1];
        }
        density[at] = value;
        index[first + at] = (short) gaussian;
    }
}
