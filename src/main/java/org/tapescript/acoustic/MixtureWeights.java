package org.tapescript.acoustic;

/**
 * How much each Gaussian of its codebook is worth to each senone. One byte a weight, a step on a logarithmic scale, as in PocketSphinx's
 * {@code sendump} files: a fourth of the memory that floating-point numbers take. The senones of a codebook lie beside each other, Gaussian
 * by Gaussian, because a search asks for many of them where the same few Gaussians are the best. Immutable.
 */
public final class MixtureWeights {
    /** Natural logarithm between two steps: 255 of them reach below every weight that a model has. */
    private static final double STEP = 0.064;

    private static final float[] LINEAR = new float[256];

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
                    steps[row(senone, s) + g * step(senone)] = (byte) Math.max(0, Math.min(LINEAR.length - 1, step));
                }
            }
        }
    }

    private int gaussians(int senone, int stream) {
        return gaussians[codebookOf[senone] * streams + stream];
    }

    /** Place of a senone's weight for the first Gaussian of a stream. */
    int row(int senone, int stream) {
        return first[codebookOf[senone] * streams + stream] + place[senone];
    }

    /** How many places further the weight for the next Gaussian lies. */
    int step(int senone) {
        return sharing[codebookOf[senone]];
    }

    /** The linear weight at a place. */
    float at(int place) {
        return LINEAR[steps[place] & 0xff];
    }

    /** Linear weight of a Gaussian of a senone's codebook. */
    float of(int senone, int stream, int gaussian) {
        return at(row(senone, stream) + gaussian * step(senone));
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
