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
    private final short[] topIndex;
    private final float[] topLinear;
    private final int[] senoneStamp;
    private final float[] senoneScore;
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
        this.topIndex = top.index;
        this.topLinear = top.linear;
        this.senoneStamp = new int[model.senones()];
        this.senoneScore = new float[model.senones()];
    }

    /** Moves to another frame; the features must not change while they are in use. */
    public void frame(Features source, int frame) {
        stamp++;
        top.frame(source, frame);
    }

    /** Natural log likelihood of the current frame under a senone. */
    public float score(int senone) {
        if (senoneStamp[senone] == stamp) {
            return senoneScore[senone];
        }
        int codebook = model.codebookOf(senone);
        top.want(codebook);
        float product = 1;
        int step = weights.step(senone);
        for (int s = 0; s < streams; s++) {
            int at = top.first(codebook, s);
            int row = weights.row(senone, s);
            product *= topLinear[at] * weights.at(row + topIndex[at] * step)
                    + topLinear[at + 1] * weights.at(row + topIndex[at + 1] * step)
                    + topLinear[at + 2] * weights.at(row + topIndex[at + 2] * step)
                    + topLinear[at + 3] * weights.at(row + topIndex[at + 3] * step);
        }
        float score = top.best(codebook) + FloatMath.log(product);
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
        int codebook = model.codebookOf(senone);
        top.want(codebook);
        int at = top.first(codebook, stream);
        float sum = 0;
        for (int k = 0; k < TOP; k++) {
            result.gaussian[k] = topIndex[at + k];
            result.share[k] = topLinear[at + k] * weights.of(senone, stream, topIndex[at + k]);
            sum += result.share[k];
        }
        for (int k = 0; k < TOP; k++) {
            result.share[k] = sum > 0 ? result.share[k] / sum : 0;
        }
    }
}
