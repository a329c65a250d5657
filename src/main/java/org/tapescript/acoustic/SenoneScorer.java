package org.tapescript.acoustic;

/**
 * Scores senones against one frame at a time. Not thread-safe: one scorer a thread.
 *
 * <p>As in PocketSphinx's {@code ptm_mgau.c}, each stream of a codebook is reduced to its best few Gaussians ({@link TopGaussians}); the
 * senone's log likelihood is then the sum over streams of the log of the weighted sum of those.
 */
public final class SenoneScorer {
    /** Block size for work that needs most codebooks in each frame. */
    static final int MANY = 256;
    /** Block size for work that needs a few codebooks at a time, such as forced alignment. */
    public static final int FEW = 32;

    static final int TOP = TopGaussians.TOP;

    private final AcousticModel model;
    private final MixtureWeights weights;
    private final int streams;
    private final TopGaussians top;
    /** By codebook, the frame for which what follows is known. */
    private final int[] codebookStamp;
    /** By codebook, sum over streams of the best log density. */
    private final float[] best;
    /** By codebook, stream and rank, the row of weights of a Gaussian that was found. */
    private final int[] rows;
    /** How far below the best that Gaussian is, in steps of {@link MixtureWeights}. */
    private final short[] below;
    /** By senone, the last frame in which it was asked for, and its score there. */
    private final long[] known;

    private int stamp;

    /** A scorer for work that asks for most codebooks in each frame. */
    public SenoneScorer(AcousticModel model) {
        this(model, MANY);
    }

    /** @param size frames that a codebook is evaluated for at once, such as {@link #FEW} */
    public SenoneScorer(AcousticModel model, int size) {
        this(model, new BlockGaussians(model, size));
    }

    SenoneScorer(AcousticModel model, TopGaussians top) {
        this.model = model;
        this.weights = model.weights();
        this.streams = model.streams();
        this.top = top;
        this.codebookStamp = new int[model.codebooks()];
        this.best = new float[model.codebooks()];
        this.rows = new int[model.codebooks() * streams * TOP];
        this.below = new short[rows.length];
        this.known = new long[model.senones()];
    }

    /** Moves to another frame; the features must not change while they are in use. */
    public void frame(Features source, int frame) {
        stamp++;
        top.frame(source, frame);
    }

    /** Natural log likelihood of the current frame under a senone. */
    public float score(int senone) {
        long last = known[senone];
        if ((int) (last >>> Integer.SIZE) == stamp) {
            return Float.intBitsToFloat((int) last);
        }
        int codebook = model.codebookOf(senone);
        if (codebookStamp[codebook] != stamp) {
            find(codebook);
        }
        int place = weights.place(senone);
        int from = codebook * streams * TOP;
        float product = 1;
        for (int at = from; at < from + streams * TOP; at += TOP) {
            product *= weights.at(rows[at] + place, below[at])
                    + weights.at(rows[at + 1] + place, below[at + 1])
                    + weights.at(rows[at + 2] + place, below[at + 2])
                    + weights.at(rows[at + 3] + place, below[at + 3]);
        }
        float score = best[codebook] + FloatMath.log(product);
        known[senone] = (long) stamp << Integer.SIZE | Float.floatToRawIntBits(score) & 0xffff_ffffL;
        return score;
    }

    /** Finds a codebook's best Gaussians in the current frame. */
    private void find(int codebook) {
        codebookStamp[codebook] = stamp;
        top.want(codebook);
        best[codebook] = top.best(codebook);
        int to = codebook * streams * TOP;
        for (int s = 0; s < streams; s++) {
            int first = top.first(codebook, s);
            for (int at = first; at < first + TOP; at++, to++) {
                rows[to] = weights.row(codebook, s, top.index[at]);
                below[to] = top.below[at];
            }
        }
    }

    /** Which Gaussians of a stream a senone owes its score to, and with what share; shares sum to 1. */
    static final class Posteriors {
        final int[] gaussian = new int[TOP];
        final float[] share = new float[TOP];
    }

    /** Fills in what the current frame owes to a senone's Gaussians. */
    void posteriors(int senone, int stream, Posteriors result) {
        int codebook = model.codebookOf(senone);
        top.want(codebook);
        int at = top.first(codebook, stream);
        float sum = 0;
        for (int k = 0; k < TOP; k++) {
            result.gaussian[k] = top.index[at + k];
            int row = weights.row(codebook, stream, top.index[at + k]);
            result.share[k] = weights.at(row + weights.place(senone), top.below[at + k]);
            sum += result.share[k];
        }
        for (int k = 0; k < TOP; k++) {
            result.share[k] = sum > 0 ? result.share[k] / sum : 0;
        }
    }
}
