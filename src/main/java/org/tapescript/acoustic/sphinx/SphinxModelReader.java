package org.tapescript.acoustic.sphinx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.AcousticModel.Codebook;
import org.tapescript.acoustic.MalformedModelException;
import org.tapescript.acoustic.MixtureWeights;
import org.tapescript.acoustic.ModelFiles;

/**
 * Reads an acoustic model as SphinxTrain writes it: {@code mdef}, {@code means}, {@code variances},
 * {@code mixture_weights} (or PocketSphinx's {@code sendump}) and {@code transition_matrices}.
 *
 * <p>Sphinx4's {@code Sphinx3Loader} reads the same files, but makes an object of each Gaussian and scores through a static
 * {@code LogMath}; flat arrays are ten times faster and can be used from several threads.
 */
final class SphinxModelReader {
    private static final float VARIANCE_FLOOR = 1e-4f;
    private static final float WEIGHT_FLOOR = 1e-7f;
    private static final float TRANSITION_FLOOR = 1e-20f;

    private final ModelFiles files;

    SphinxModelReader(ModelFiles files) {
        this.files = files;
    }

    AcousticModel read() throws IOException {
        ModelDefinition definition = ModelDefinition.read(files);
        S3File means = S3File.read(files, "means", 3);
        S3File variances = S3File.read(files, "variances", 3);
        int codebooks = means.dimension(0);
        int streams = means.dimension(1);
        int gaussians = means.dimension(2);
        if (gaussians > AcousticModel.MAXIMUM_GAUSSIANS) {
            throw new MalformedModelException(
                    files.describe() + "/means",
                    gaussians + " Gaussians in a codebook; there may be " + AcousticModel.MAXIMUM_GAUSSIANS);
        }
        int[] offsets = new int[streams + 1];
        for (int s = 0; s < streams; s++) {
            offsets[s + 1] = offsets[s] + means.streamLength(s);
        }
        Codebook[][] books = codebooks(means, variances, codebooks, streams, gaussians, offsets);
        int senones = definition.senones();
        int[] senoneCodebook = senoneCodebooks(definition, codebooks, senones);
        float[][] weights = files.has("mixture_weights")
                ? mixtureWeights(senones, streams * gaussians, gaussians)
                : SendumpFile.read(files, senones, streams, gaussians, WEIGHT_FLOOR);
        return new AcousticModel(new AcousticModel.Parts(
                definition.phones(),
                definition.fillers(),
                definition.statesPerPhone(),
                definition.phoneSenones(),
                definition.phoneTransitions(),
                definition.triphones(),
                transitions(definition.statesPerPhone()),
                offsets,
                books,
                senoneCodebook,
                new MixtureWeights(weights, senoneCodebook, books)));
    }

    private Codebook[][] codebooks(
            S3File means, S3File variances, int codebooks, int streams, int gaussians, int[] offsets)
            throws IOException {
        int perBook = offsets[streams] * gaussians;
        if (means.values().length != codebooks * perBook || variances.values().length != means.values().length) {
            throw new MalformedModelException(files.describe() + "/means", "means and variances differ in size");
        }
        Codebook[][] books = new Codebook[codebooks][streams];
        for (int c = 0; c < codebooks; c++) {
            for (int s = 0; s < streams; s++) {
                int from = c * perBook + offsets[s] * gaussians;
                books[c][s] =
                        codebook(means.values(), variances.values(), from, offsets[s + 1] - offsets[s], gaussians);
            }
        }
        return books;
    }

    private static Codebook codebook(float[] means, float[] variances, int from, int dimension, int gaussians) {
        float[] m = new float[dimension * gaussians];
        float[] p = new float[dimension * gaussians];
        float[] norm = new float[gaussians];
        for (int g = 0; g < gaussians; g++) {
            double log = -0.5 * dimension * Math.log(2 * Math.PI);
            for (int d = 0; d < dimension; d++) {
                int at = from + g * dimension + d;
                float variance = Math.max(VARIANCE_FLOOR, variances[at]);
                m[g * dimension + d] = means[at];
                p[g * dimension + d] = 0.5f / variance;
                log -= 0.5 * Math.log(variance);
            }
            norm[g] = (float) log;
        }
        return Codebook.of(dimension, gaussians, m, p, norm);
    }

    private int[] senoneCodebooks(ModelDefinition definition, int codebooks, int senones) throws IOException {
        int[] result = new int[senones];
        if (codebooks == 1) {
            return result;
        }
        if (codebooks == senones) {
            for (int i = 0; i < senones; i++) {
                result[i] = i;
            }
            return result;
        }
        if (codebooks == definition.phones().size()) {
            return definition.senonePhones();
        }
        throw new MalformedModelException(
                files.describe() + "/means",
                codebooks + " codebooks fit neither " + senones + " senones nor "
                        + definition.phones().size() + " phones");
    }

    private float[][] mixtureWeights(int senones, int perSenone, int gaussians) throws IOException {
        S3File file = S3File.read(files, "mixture_weights", 3);
        if (file.values().length != senones * perSenone) {
            throw new MalformedModelException(
                    files.describe() + "/mixture_weights", "wrong number of weights for " + senones + " senones");
        }
        float[][] weights = new float[senones][perSenone];
        for (int i = 0; i < senones; i++) {
            System.arraycopy(file.values(), i * perSenone, weights[i], 0, perSenone);
            for (int from = 0; from < perSenone; from += gaussians) {
                normalise(weights[i], from, gaussians, WEIGHT_FLOOR);
            }
        }
        return weights;
    }

    private float[][] transitions(int states) throws IOException {
        S3File file = S3File.read(files, "transition_matrices", 3);
        int columns = states + 1;
        if (file.dimension(1) != states || file.dimension(2) != columns) {
            throw new MalformedModelException(
                    files.describe() + "/transition_matrices", "not " + states + " states as in mdef");
        }
        List<float[]> matrices = new ArrayList<>();
        for (int m = 0; m < file.dimension(0); m++) {
            float[] matrix = new float[states * columns];
            System.arraycopy(file.values(), m * matrix.length, matrix, 0, matrix.length);
            for (int row = 0; row < states; row++) {
                double sum = 0;
                for (int c = 0; c < columns; c++) {
                    sum += matrix[row * columns + c];
                }
                for (int c = 0; c < columns; c++) {
                    double p = sum > 0 ? matrix[row * columns + c] / sum : 0;
                    matrix[row * columns + c] = p < TRANSITION_FLOOR ? Float.NEGATIVE_INFINITY : (float) Math.log(p);
                }
            }
            matrices.add(matrix);
        }
        return matrices.toArray(float[][]::new);
    }

    /** Scales a part of an array to the sum 1, with no part below the floor. */
    static void normalise(float[] values, int from, int count, float floor) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += values[i];
        }
        for (int i = from; i < from + count; i++) {
            values[i] = (float) Math.max(floor, sum > 0 ? values[i] / sum : 1.0 / count);
        }
    }
}
