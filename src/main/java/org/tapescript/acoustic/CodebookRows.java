package org.tapescript.acoustic;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds the best Gaussians of codebooks for a whole block of frames at once: a Gaussian's parameters are read once for all of them, and the
 * arithmetic is that of rows ({@link RowMath}). Not thread-safe.
 */
final class CodebookRows {
    private static final int GROUPS = 4;
    /** Gaussians from which on grouping them is faster. */
    private static final int LARGE = 32;

    private final int size;
    /** Features of the block, by dimension. */
    private final float[][] block;

    private final float[] row;
    /** By Gaussian of the codebook in work and frame, log density. */
    private final float[][] density;
    /** By frame, the highest of those. */
    private final float[] highest;
    /** The keys of one Gaussian, by frame. */
    private final float[] keys;
    /** By rank and frame, the keys of the best Gaussians. */
    private final float[][] best;

    /** By group, the keys of its best Gaussian, and of the next. */
    private final float[][] pairs;

    /** @param size frames of a block */
    CodebookRows(AcousticModel model, int size) {
        this.size = size;
        int gaussians = IntStream.range(0, model.codebooks())
                .flatMap(c -> IntStream.range(0, model.streams())
                        .map(s -> model.codebook(c, s).gaussians()))
                .max()
                .orElse(0);
        this.block = new float[model.featureDimension()][size];
        this.row = new float[block.length];
        this.density = new float[gaussians][size];
        this.highest = new float[size];
        this.keys = new float[size];
        this.best = new float[TopGaussians.TOP][size];
        this.pairs = new float[2 * GROUPS][size];
    }

    /** Moves to the block that begins at a frame; behind the last frame it is repeated. */
    void load(Features features, int from) {
        int count = Math.min(size, features.frames() - from);
        for (int f = 0; f < size; f++) {
            features.read(from + Math.min(f, count - 1), 0, row.length, row, 0);
            for (int d = 0; d < block.length; d++) {
                block[d][f] = row[d];
            }
        }
    }

    /** Finds the best Gaussians of a codebook in one stream. @param offset of the stream's first dimension */
    void evaluate(AcousticModel.Codebook book, int offset) {
        Arrays.fill(highest, Float.NEGATIVE_INFINITY);
        for (int g = 0; g < book.gaussians(); g++) {
            Arrays.fill(density[g], book.logNorms()[g]);
            subtractDistances(book, g * book.dimension(), offset, density[g]);
            RowMath.raise(highest, density[g]);
        }
        choose(book.gaussians());
    }

    /**
     * Finds the best of so many Gaussians. In large codebooks the two best of each of {@value #GROUPS} groups, and of those the best: where three of
     * the best belong to one group, which happens in one case of twenty, the next one takes the third's place; it takes half the time.
     */
    private void choose(int gaussians) {
        clear(best);
        if (gaussians < LARGE) {
            for (int g = 0; g < gaussians; g++) {
                RowMath.key(density[g], highest, g, keys);
                RowMath.insert(keys, best[0], best[1], best[2], best[3]);
            }
            return;
        }
        clear(pairs);
        for (int g = 0; g < gaussians; g++) {
            int group = g % GROUPS;
            RowMath.key(density[g], highest, g, keys);
            RowMath.insert(keys, pairs[2 * group], pairs[2 * group + 1]);
        }
        for (float[] row : pairs) {
            RowMath.insert(row, best[0], best[1], best[2], best[3]);
        }
    }

    private static void clear(float[][] rows) {
        for (float[] row : rows) {
            Arrays.fill(row, 0);
        }
    }

    private void subtractDistances(AcousticModel.Codebook book, int from, int offset, float[] result) {
        float[] scales = book.scales();
        float[] offsets = book.offsets();
        int d = 0;
        for (; d + 4 <= book.dimension(); d += 4) {
            RowMath.subtractSquares(block, offset + d, scales, offsets, from + d, result);
        }
        for (; d < book.dimension(); d++) {
            RowMath.subtractSquare(block[offset + d], scales[from + d], offsets[from + d], result);
        }
    }

    /** Log density of a frame's best Gaussian. */
    float highest(int frame) {
        return highest[frame];
    }

    /** The Gaussian of a rank, 0 for the best; where there are no more Gaussians, some other one. */
    int gaussian(int rank, int frame) {
        return RowMath.place(best[rank][frame]);
    }

    /** How far below the best it is, in steps of {@link MixtureWeights}. */
    int below(int rank, int frame) {
        return MixtureWeights.step(RowMath.below(best[rank][frame]));
    }
}
