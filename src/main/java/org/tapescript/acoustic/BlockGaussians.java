package org.tapescript.acoustic;

/**
 * Each frame's best Gaussians, found among all of a codebook. A codebook is evaluated when it is asked for first, for a whole block of
 * frames at once.
 */
final class BlockGaussians extends TopGaussians {
    private final AcousticModel model;
    private final CodebookRows rows;
    private final int streams;
    private final int size;
    /** For each codebook, the block that it was evaluated for. */
    private final long[] codebookBlock;
    /** Sum over streams of the best log density, by codebook and frame. */
    private final float[] codebookBest;

    private Features features;
    private long blockNumber;
    private int blockFrom = -1;
    private int inBlock;

    /** @param size frames that a codebook is evaluated for at once */
    BlockGaussians(AcousticModel model, int size) {
        super(model.codebooks() * model.streams() * size);
        this.size = size;
        this.model = model;
        this.rows = new CodebookRows(model, size);
        this.streams = model.streams();
        this.codebookBlock = new long[model.codebooks()];
        this.codebookBest = new float[model.codebooks() * size];
    }

    @Override
    void frame(Features source, int frame) {
        if (source != features || frame < blockFrom || frame >= blockFrom + size || blockFrom < 0) {
            features = source;
            blockFrom = frame;
            blockNumber++;
            rows.load(features, blockFrom);
        }
        inBlock = frame - blockFrom;
    }

    @Override
    void want(int codebook) {
        if (codebookBlock[codebook] != blockNumber) {
            codebookBlock[codebook] = blockNumber;
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

    private void evaluate(int codebook) {
        for (int s = 0; s < streams; s++) {
            rows.evaluate(model.codebook(codebook, s), model.streamOffset(s));
            int at = (codebook * streams + s) * size * TOP;
            for (int f = 0; f < size; f++) {
                float before = s == 0 ? 0 : codebookBest[codebook * size + f];
                codebookBest[codebook * size + f] = before + rows.highest(f);
                for (int k = 0; k < TOP; k++) {
                    index[at] = (short) rows.gaussian(k, f);
                    below[at++] = (short) rows.below(k, f);
                }
            }
        }
    }
}
