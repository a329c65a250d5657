package org.tapescript.acoustic;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Each frame's best Gaussians, chosen among all of a codebook. A codebook is evaluated when it is asked for first, for a whole block of
 * frames at once: a Gaussian's parameters are then read once for all of them, which is three times as fast as frame by frame, where
 * memory is the limit.
 */
final class BlockGaussians extends TopGaussians {
    /** Gaussians that are compared together when the best are chosen. */
    private static final int GROUP = 8;

    private static final float NONE = Float.NEGATIVE_INFINITY;

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
    /** By rank and frame, the best groups' best. */
    private final float[][] bestGroups;

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
        this.bestGroups = new float[TOP][size];
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
     * Chooses each frame's best Gaussians. The best of {@value #TOP} groups are as many Gaussians, so whatever is less than the last
     * of the best groups' best is not among the best: few groups are left to look into.
     */
    private void choose(int groups, int top) {
        for (float[] rank : bestGroups) {
            Arrays.fill(rank, NONE);
        }
        for (int g = 0; g < groups; g++) {
            float[] best = groupBest[g];
            System.arraycopy(density[g * GROUP], 0, best, 0, size);
            for (int i = 1; i < GROUP; i++) {
                takeBest(best, density[g * GROUP + i]);
            }
            takeAmongBest(best);
        }
        Arrays.fill(linear, top, top + size * TOP, NONE);
        for (int g = 0; g < groups; g++) {
            look(g, top);
        }
    }

    private void takeBest(float[] best, float[] values) {
        for (int f = 0; f < size; f++) {
            best[f] = Math.max(best[f], values[f]);
        }
    }

    /** Puts each frame's value in its place among the best groups'. */
    private void takeAmongBest(float[] values) {
        float[] first = bestGroups[0];
        float[] second = bestGroups[1];
        float[] third = bestGroups[2];
        float[] fourth = bestGroups[3];
        for (int f = 0; f < size; f++) {
            float v = values[f];
            float a = Math.min(first[f], v);
            first[f] = Math.max(first[f], v);
            float b = Math.min(second[f], a);
            second[f] = Math.max(second[f], a);
            float c = Math.min(third[f], b);
            third[f] = Math.max(third[f], b);
            fourth[f] = Math.max(fourth[f], c);
        }
    }

    /** Takes a group's Gaussians among each frame's best where they may belong there. */
    private void look(int group, int top) {
        float[] best = groupBest[group];
        float[] enough = bestGroups[TOP - 1];
        int gaussian = group * GROUP;
        float[] d0 = density[gaussian];
        float[] d1 = density[gaussian + 1];
        float[] d2 = density[gaussian + 2];
        float[] d3 = density[gaussian + 3];
        float[] d4 = density[gaussian + 4];
        float[] d5 = density[gaussian + 5];
        float[] d6 = density[gaussian + 6];
        float[] d7 = density[gaussian + 7];
        for (int f = 0; f < size; f++) {
            float floor = enough[f];
            if (best[f] >= floor) {
                int first = top + f * TOP;
                insert(first, d0[f], floor, gaussian);
                insert(first, d1[f], floor, gaussian + 1);
                insert(first, d2[f], floor, gaussian + 2);
                insert(first, d3[f], floor, gaussian + 3);
                insert(first, d4[f], floor, gaussian + 4);
                insert(first, d5[f], floor, gaussian + 5);
                insert(first, d6[f], floor, gaussian + 6);
                insert(first, d7[f], floor, gaussian + 7);
            }
        }
    }

    /** Takes a Gaussian among a frame's best where it belongs there. */
    private void insert(int first, float value, float floor, int gaussian) {
        int at = first + TOP - 1;
        if (value >= floor && value > linear[at]) {
            for (; at > first && linear[at - 1] < value; at--) {
                linear[at] = linear[at - 1];
                index[at] = index[at - 1];
            }
            linear[at] = value;
            index[at] = (short) gaussian;
        }
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
