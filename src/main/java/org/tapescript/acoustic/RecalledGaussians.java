package org.tapescript.acoustic;

import java.util.Arrays;

/** The Gaussians that were chosen for each frame, as they were found in the model chosen from. */
final class RecalledGaussians extends TopGaussians {
    private final GaussianSelection selection;
    private final int streams;
    /** For each codebook, the frame that is known. */
    private final int[] known;
    /** By codebook, sum over streams of the best log density. */
    private final float[] best;

    private int frame;
    private byte[] block;
    private int number = -1;

    RecalledGaussians(AcousticModel model, GaussianSelection selection) {
        super(model.codebooks() * model.streams());
        this.selection = selection;
        this.streams = model.streams();
        this.known = new int[model.codebooks()];
        this.best = new float[model.codebooks()];
        Arrays.fill(known, -1);
    }

    @Override
    void frame(Features source, int wanted) {
        selection.check(source);
        frame = wanted;
        if (number != GaussianSelection.number(wanted)) {
            number = GaussianSelection.number(wanted);
            block = selection.block(wanted);
        }
    }

    @Override
    void want(int codebook) {
        if (known[codebook] == frame) {
            return;
        }
        known[codebook] = frame;
        best[codebook] = selection.best(block, frame, codebook);
        int to = codebook * streams * TOP;
        for (int s = 0; s < streams; s++) {
            int from = selection.gaussians(frame, codebook, s);
            for (int k = 0; k < TOP; k++, from++, to++) {
                index[to] = (short) (block[from] & 0xff);
                below[to] = (short) (block[from + TOP] & 0xff);
            }
        }
    }

    @Override
    int first(int codebook, int stream) {
        return (codebook * streams + stream) * TOP;
    }

    @Override
    float best(int codebook) {
        return best[codebook];
    }
}
