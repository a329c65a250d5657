package org.tapescript.acoustic.sphinx;

import java.io.IOException;
import org.tapescript.acoustic.FeatureTransform;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.MalformedModelException;
import org.tapescript.acoustic.ModelFiles;

/**
 * Sphinx's feature vectors from cepstra: mean of the whole recording taken off (steadier in noise than a running mean),
 * then {@code 1s_c_d_dd} (cepstra, first and second differences) or {@code s2_4x} (four streams: cepstra, short and long
 * differences, power, second differences), then an optional projection (LDA/MLLT).
 */
final class SphinxFeatures implements FeatureTransform {
    private final boolean fourStreams;
    private final float[][] projection;

    private SphinxFeatures(boolean fourStreams, float[][] projection) {
        this.fourStreams = fourStreams;
        this.projection = projection;
    }

    static SphinxFeatures read(ModelFiles files, FeatureParameters parameters) throws IOException {
        boolean four = parameters.feature().equals("s2_4x");
        if (!four && !parameters.feature().equals("1s_c_d_dd")) {
            throw new MalformedModelException(
                    files.describe() + "/feat.params",
                    "features of kind " + parameters.feature() + " are not known; 1s_c_d_dd and s2_4x are");
        }
        float[][] projection = null;
        if (files.has("feature_transform")) {
            S3File file = S3File.read(files, "feature_transform", 3);
            projection = new float[file.dimension(1)][file.dimension(2)];
            for (int r = 0; r < projection.length; r++) {
                System.arraycopy(file.values(), r * file.dimension(2), projection[r], 0, file.dimension(2));
            }
        }
        return new SphinxFeatures(four, projection);
    }

    @Override
    public Features apply(Features cepstra) {
        int n = cepstra.frames();
        int c = cepstra.dimension();
        float[] x = withoutMean(cepstra);
        int dimension = fourStreams ? 4 * c - 1 : 3 * c;
        Features.Rows streams = (t, from, to, target, at) -> oneStream(x, c, n, t, from, to, target, at);
        if (!fourStreams && projection == null) {
            return new Features(streams, n, dimension);
        }
        float[] out = new float[n * dimension];
        for (int t = 0; t < n; t++) {
            if (fourStreams) {
                fourStreams(x, c, n, t, out, t * dimension);
            } else {
                streams.read(t, 0, dimension, out, t * dimension);
            }
        }
        return projection == null ? new Features(out, dimension) : project(out, dimension, n);
    }

    private static float[] withoutMean(Features cepstra) {
        int n = cepstra.frames();
        int c = cepstra.dimension();
        float[] x = cepstra.copy();
        for (int d = 0; d < c; d++) {
            double sum = 0;
            for (int t = 0; t < n; t++) {
                sum += x[t * c + d];
            }
            float mean = (float) (sum / Math.max(1, n));
            for (int t = 0; t < n; t++) {
                x[t * c + d] -= mean;
            }
        }
        return x;
    }

    /** The coefficients, how they change, and how that changes. */
    private static void oneStream(float[] x, int c, int n, int t, int from, int to, float[] target, int at) {
        int d = from;
        for (; d < Math.min(to, c); d++) {
            target[at + d - from] = at(x, c, n, t, d);
        }
        for (; d < Math.min(to, 2 * c); d++) {
            target[at + d - from] = at(x, c, n, t + 2, d - c) - at(x, c, n, t - 2, d - c);
        }
        for (; d < to; d++) {
            target[at + d - from] = second(x, c, n, t, d - 2 * c);
        }
    }

    /** PocketSphinx's {@code feat_s2_4x_cep2feat}: power, the zeroth coefficient, has a stream of its own. */
    private static void fourStreams(float[] x, int c, int n, int t, float[] out, int to) {
        int m = c - 1;
        for (int d = 1; d < c; d++) {
            out[to + d - 1] = at(x, c, n, t, d);
            out[to + m + d - 1] = at(x, c, n, t + 2, d) - at(x, c, n, t - 2, d);
            out[to + 2 * m + d - 1] = at(x, c, n, t + 4, d) - at(x, c, n, t - 4, d);
            out[to + 3 * m + 3 + d - 1] = second(x, c, n, t, d);
        }
        out[to + 3 * m] = at(x, c, n, t, 0);
        out[to + 3 * m + 1] = at(x, c, n, t + 2, 0) - at(x, c, n, t - 2, 0);
        out[to + 3 * m + 2] = second(x, c, n, t, 0);
    }

    private static float second(float[] x, int c, int n, int t, int d) {
        return at(x, c, n, t + 3, d) - at(x, c, n, t - 1, d) - at(x, c, n, t + 1, d) + at(x, c, n, t - 3, d);
    }

    private static float at(float[] x, int c, int n, int t, int d) {
        return x[Math.max(0, Math.min(n - 1, t)) * c + d];
    }

    private Features project(float[] in, int dimension, int n) {
        int rows = projection.length;
        float[] out = new float[n * rows];
        for (int t = 0; t < n; t++) {
            for (int r = 0; r < rows; r++) {
                float sum = 0;
                for (int d = 0; d < dimension; d++) {
                    sum += projection[r][d] * in[t * dimension + d];
                }
                out[t * rows + r] = sum;
            }
        }
        return new Features(out, rows);
    }
}
