package org.tapescript.acoustic;

/**
 * How much each Gaussian of its codebook is worth to each senone. One byte a weight, a step on a logarithmic scale, as in PocketSphinx's
 * {@code sendump} files: a fourth of the memory that floating-point numbers take. The senones of a codebook lie beside each other, Gaussian
 * by Gaussian, because a search asks for many of them where the same few Gaussians are the best. Immutable.
 */
public final class MixtureWeights {
    /** Natural logarithm between two steps: 255 of them reach below every weight that a model has. */
    private static final double STEP = 0.064;

    private static final int STEPS = 256;
    private static final float[] LINEAR = new float[2 * STEPS];

    static {
        for (int i = 0; i < LINEAR.length; i++) {
            LINEAR[i] = (float) Math.exp(-i * STEP);
        }
    }

    private final int streams;
    private final int[] codebookOf;
    private final byte[] steps;
    /** By codebook and stream, how many Gaussians there are. */
    private final int[] gaussians;
    /** By codebook and stream, where the weights of the first Gaussian begin. */
    private final int[] first;
    /** By codebook, how many senones share it. */
    private final int[] sharing;
    /** By senone, its place among those. */
    private final int[] place;

    /**
     * @param bySenone linear weights of each senone, stream after stream; each is rounded by up to 3.3 %
     * @param codebookOf each senone's codebook
     */
    public MixtureWeights(float[][] bySenone, int[] codebookOf, AcousticModel.Codebook[][] codebooks) {
        this.streams = codebooks[0].length;
        this.codebookOf = codebookOf;
        this.sharing = new int[codebooks.length];
        this.place = new int[codebookOf.length];
        for (int senone = 0; senone < codebookOf.length; senone++) {
            place[senone] = sharing[codebookOf[senone]]++;
        }
        this.gaussians = new int[codebooks.length * streams];
        this.first = new int[codebooks.length * streams];
        int length = 0;
        for (int i = 0; i < first.length; i++) {
            gaussians[i] = codebooks[i / streams][i % streams].gaussians();
            first[i] = length;
            length += gaussians[i] * sharing[i / streams];
        }
        this.steps = new byte[length];
        for (int senone = 0; senone < codebookOf.length; senone++) {
            int at = 0;
            for (int s = 0; s < streams; s++) {
                for (int g = 0; g < gaussians(senone, s); g++) {
                    double step = Math.rint(-Math.log(bySenone[senone][at++]) / STEP);
                    steps[row(codebookOf[senone], s, g) + place[senone]] =
                            (byte) Math.max(0, Math.min(STEPS - 1, step));
                }
            }
        }
    }

    private int gaussians(int senone, int stream) {
        return gaussians[codebookOf[senone] * streams + stream];
    }

    /** Where the weights of a Gaussian begin, those of all senones of its codebook. */
    int row(int codebook, int stream, int gaussian) {
        return first[codebook * streams + stream] + gaussian * sharing[codebook];
    }

    /** Place of a senone in each row of its codebook. */
    int place(int senone) {
        return place[senone];
    }

    /** The linear weight at a senone's place in a row, times a density so many steps below the best. */
    float at(int place, int below) {
        return LINEAR[(steps[place] & 0xff) + below];
    }

    /** The step nearest to a density that lies so many natural logarithms below the best; the last one for all that is further below. */
    static int step(float below) {
        return (int) Math.min(STEPS - 1, below * (float) (1 / STEP) + 0.5f);
    }

    /** Linear weight of a Gaussian of a senone's codebook. */
    float of(int senone, int stream, int gaussian) {
        return at(row(codebookOf[senone], stream, gaussian) + place[senone], 0);
    }

    /** Linear weights of a senone, stream after stream. */
    float[] of(int senone) {
        int all = 0;
        for (int s = 0; s < streams; s++) {
            all += gaussians(senone, s);
        }
        float[] result = new float[all];
        int at = 0;
        for (int s = 0; s < streams; s++) {
            for (int g = 0; g < gaussians(senone, s); g++) {
                result[at++] = of(senone, s, g);
            }
        }
        return result;
    }
}
