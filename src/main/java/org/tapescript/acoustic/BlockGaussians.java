package org.tapescript.acoustic;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Each frame's best Gaussians, chosen among all of a codebook. A codebook is evaluated when it is asked for first, for a whole block of
 * frames at once: a Gaussian's parameters are then read once for all of them, which is three times as fast as frame by frame, where
 * memory is the limit.
 */
class BlockGaussians extends TopGaussians {
    /** Gaussians that are compared together when the best are chosen. */
    private static final int GROUP = 8;

    private static final float NONE = Float.NEGATIVE_INFINITY;
    /** Bits of a {@link #key} that hold a place. */
    private static final int PLACES = 0xff;

    private static final int NOTHING = Integer.MIN_VALUE;

    private final AcousticModel model;
    private final int streams;
    private final int size;
    /** Features of the block, by dimension. */
    private final float[][] block;
    /** For each codebook, the block that it was evaluated for. */
    private final long[] codebookBlock;
    /** Sum over streams of the best log density, by codebook and frame. */
    private final float[] codebookBest;
    /** By Gaussian of the codebook in work and frame, log density. */
    private final float[][] density;
    /** By group of {@value #GROUP} Gaussians and frame, the best of those. */
    private final float[][] groupBest;

    /** Of the values in work, the best, see {@link #key}. */
    private final int[] best = new int[TOP];
    /** First Gaussians of the best groups. */
    private final int[] group = new int[TOP];
    /** Densities of the best groups' Gaussians. */
    private final float[][] row = new float[TOP * GROUP][];

    private Features features;
    private long blockNumber;
    private int blockFrom = -1;
    private int inBlock;

    /** @param size frames that a codebook is evaluated for at once */
    BlockGaussians(AcousticModel model, int size) {
        super(model.codebooks() * model.streams() * size);
        this.size = size;
        this.model = model;
        int gaussians = IntStream.range(0, model.codebooks())
                .flatMap(c -> IntStream.range(0, model.streams())
                        .map(s -> model.codebook(c, s).gaussians()))
                .max()
                .orElse(0);
        int groups = (gaussians + GROUP - 1) / GROUP;
        // Whole groups: rows behind the last Gaussian are less than any.
        this.density = new float[groups * GROUP][size];
        this.groupBest = new float[groups][size];
        this.streams = model.streams();
        this.block = new float[model.featureDimension()][size];
        this.codebookBlock = new long[model.codebooks()];
        this.codebookBest = new float[model.codebooks() * size];
    }

    @Override
    void frame(Features source, int frame) {
        if (source != features || frame < blockFrom || frame >= blockFrom + size || blockFrom < 0) {
            features = source;
            blockFrom = frame;
            blockNumber++;
            load();
        }
        inBlock = frame - blockFrom;
    }

    @Override
    void want(int codebook) {
        if (codebookBlock[codebook] != blockNumber) {
            evaluate(codebook);
        }
    }

    @Override
    int first(int codebook, int stream) {
        return ((codebook * streams + stream) * size + inBlock) * TOP;
    }

    @Override
    float best(int codebook) {
        return codebookBest[codebook * size + inBlock];
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

    private void evaluate(int codebook) {
        codebookBlock[codebook] = blockNumber;
        Arrays.fill(codebookBest, codebook * size, (codebook + 1) * size, 0);
        for (int s = 0; s < streams; s++) {
            AcousticModel.Codebook book = model.codebook(codebook, s);
            int top = (codebook * streams + s) * size * TOP;
            int groups = (book.gaussians() + GROUP - 1) / GROUP;
            for (int g = 0; g < groups * GROUP; g++) {
                Arrays.fill(density[g], g < book.gaussians() ? book.logNorms()[g] : NONE);
                if (g < book.gaussians()) {
                    subtractDistances(model.streamOffset(s), book, g * book.dimension(), density[g]);
                }
            }
            choose(groups, top);
            relate(codebook, top);
        }
    }

    // Four dimensions at once, in loops over frames that the compiler turns into vector instructions.
    private void subtractDistances(int offset, AcousticModel.Codebook book, int from, float[] result) {
        int dimension = book.dimension();
        float[] scales = book.scales();
        float[] offsets = book.offsets();
        int d = 0;
        for (; d + 4 <= dimension; d += 4) {
            float s0 = scales[from + d];
            float s1 = scales[from + d + 1];
            float s2 = scales[from + d + 2];
            float s3 = scales[from + d + 3];
            float o0 = offsets[from + d];
            float o1 = offsets[from + d + 1];
            float o2 = offsets[from + d + 2];
            float o3 = offsets[from + d + 3];
            float[] x0 = block[offset + d];
            float[] x1 = block[offset + d + 1];
            float[] x2 = block[offset + d + 2];
            float[] x3 = block[offset + d + 3];
            for (int f = 0; f < size; f++) {
                float e0 = x0[f] * s0 + o0;
                float e1 = x1[f] * s1 + o1;
                float e2 = x2[f] * s2 + o2;
                float e3 = x3[f] * s3 + o3;
                result[f] -= e0 * e0 + e1 * e1 + e2 * e2 + e3 * e3;
            }
        }
        for (; d < dimension; d++) {
            float s = scales[from + d];
            float o = offsets[from + d];
            float[] x = block[offset + d];
            for (int f = 0; f < size; f++) {
                float e = x[f] * s + o;
                result[f] -= e * e;
            }
        }
    }

    /**
     * Chooses each frame's best Gaussians. The best of {@value #TOP} groups are as many Gaussians, so that none of another group is among
     * the best: only those groups are looked into.
     */
    private void choose(int groups, int top) {
        for (int g = 0; g < groups; g++) {
            float[] best = groupBest[g];
            System.arraycopy(density[g * GROUP], 0, best, 0, size);
            for (int i = 1; i < GROUP; i++) {
                takeBest(best, density[g * GROUP + i]);
            }
        }
        int looked = Math.min(TOP, groups);
        for (int f = 0; f < size; f++) {
            best(groupBest, groups, f);
            for (int k = 0; k < TOP; k++) {
                group[k] = (best[k] & PLACES) * GROUP;
            }
            for (int k = 0; k < looked; k++) {
                System.arraycopy(density, group[k], row, k * GROUP, GROUP);
            }
            best(row, looked * GROUP, f);
            for (int k = 0; k < TOP; k++) {
                int place = best[k] & PLACES;
                float value = row[place][f];
                linear[top + f * TOP + k] = value;
                // A row behind the last Gaussian is none.
                index[top + f * TOP + k] = value == NONE ? 0 : (short) (group[place / GROUP] + place % GROUP);
            }
        }
    }

    /**
     * Fills in where the best of a frame's values are, the best first. Without a branch: which are better is anybody's guess, and a processor
     * that guesses wrong waits.
     */
    private void best(float[][] rows, int count, int f) {
        int first = NOTHING;
        int second = NOTHING;
        int third = NOTHING;
        int fourth = NOTHING;
        for (int place = 0; place < count; place++) {
            int key = key(rows[place][f], place);
            int lesser = Math.min(first, key);
            first = Math.max(first, key);
            int least = Math.min(second, lesser);
            second = Math.max(second, lesser);
            lesser = Math.min(third, least);
            third = Math.max(third, least);
            fourth = Math.max(fourth, lesser);
        }
        best[0] = first;
        best[1] = second;
        best[2] = third;
        best[3] = fourth;
    }

    private void takeBest(float[] best, float[] values) {
        for (int f = 0; f < size; f++) {
            best[f] = Math.max(best[f], values[f]);
        }
    }

    /**
     * A density and where it comes from in one number, which the greater density makes greater: of its 32 bits the last make way for the
     * place, so that what is alike to a thousandth is in no order.
     */
    private static int key(float value, int place) {
        int bits = Float.floatToRawIntBits(value);
        return (bits ^ bits >> 31 & Integer.MAX_VALUE) & ~PLACES | place;
    }

    /** Turns the best log densities into densities relative to each frame's very best. */
    private void relate(int codebook, int top) {
        for (int f = 0; f < size; f++) {
            int at = top + f * TOP;
            float highest = linear[at];
            codebookBest[codebook * size + f] += highest;
            linear[at] = 1;
            for (int k = 1; k < TOP; k++) {
                linear[at + k] = FloatMath.exp(linear[at + k] - highest);
            }
        }
    }
}
