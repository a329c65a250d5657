package org.tapescript.acoustic.sphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.AcousticModel.Position;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.MalformedModelException;
import org.tapescript.acoustic.ModelFiles;
import org.tapescript.acoustic.SenoneScorer;
import org.tapescript.acoustic.SpeechModel;

class SphinxModelsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"12,2,39,0,0,0", "1,16,39,0,0,0", "3,6,13,13,13,0", "1,8,12,24,3,12", "3,4,39,0,0,0"})
    void scoresAreThoseOfTheFormula(int codebooks, int gaussians, int a, int b, int c, int d) throws IOException {
        int[] streams = Arrays.stream(new int[] {a, b, c, d}).filter(n -> n > 0).toArray();
        Path files = new TinyModel(folder).write(codebooks, gaussians, streams, ByteOrder.LITTLE_ENDIAN);
        AcousticModel model = SphinxModels.read(ModelFiles.folder(files)).acoustic();
        int dimension = Arrays.stream(streams).sum();
        float[] values = new float[400 * dimension];
        Random random = new Random(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Features features = new Features(values, dimension);
        SenoneScorer scorer = new SenoneScorer(model);
        S3File means = S3File.read(ModelFiles.folder(files), "means", 3);
        S3File variances = S3File.read(ModelFiles.folder(files), "variances", 3);
        S3File weights = S3File.read(ModelFiles.folder(files), "mixture_weights", 3);
        for (int t : new int[] {0, 1, 255, 256, 399, 2}) {
            scorer.frame(features, t);
            for (int senone = 0; senone < TinyModel.SENONES; senone++) {
                assertThat((double) scorer.score(senone))
                        .as("frame %d senone %d", t, senone)
                        .isCloseTo(
                                expected(
                                        means,
                                        variances,
                                        weights,
                                        streams,
                                        gaussians,
                                        model.codebookOf(senone),
                                        senone,
                                        values,
                                        t * dimension),
                                // Each weight is rounded, by 0.033 at most.
                                within(2e-2 + 0.033 * streams.length));
            }
        }
    }

    /** Sum over streams of log of the weighted sum of the four best Gaussians. */
    private static double expected(
            S3File means,
            S3File variances,
            S3File weights,
            int[] streams,
            int gaussians,
            int codebook,
            int senone,
            float[] x,
            int at) {
        int dimension = Arrays.stream(streams).sum();
        double total = 0;
        int offset = 0;
        for (int s = 0; s < streams.length; s++) {
            double[] log = new double[gaussians];
            double sumWeights = 0;
            for (int g = 0; g < gaussians; g++) {
                sumWeights += weights.values()[(senone * streams.length + s) * gaussians + g];
            }
            double[] order = new double[gaussians];
            for (int g = 0; g < gaussians; g++) {
                for (int k = 0; k < streams[s]; k++) {
                    int p = codebook * gaussians * dimension + offset * gaussians + g * streams[s] + k;
                    double diff = x[at + offset + k] - means.values()[p];
                    log[g] -= 0.5
                            * (Math.log(2 * Math.PI * variances.values()[p])
                                    + diff * diff / variances.values()[p]);
                }
                order[g] = log[g];
            }
            Arrays.sort(order);
            double least = order[Math.max(0, gaussians - 4)];
            double sum = 0;
            for (int g = 0; g < gaussians; g++) {
                if (log[g] >= least) {
                    sum += Math.exp(log[g])
                            * weights.values()[(senone * streams.length + s) * gaussians + g]
                            / sumWeights;
                }
            }
            total += Math.log(sum);
            offset += streams[s];
        }
        return total;
    }

    @Test
    void bothByteOrdersAreRead() throws IOException {
        int[] streams = {39};
        Path little = new TinyModel(folder.resolve("l")).write(12, 2, streams, ByteOrder.LITTLE_ENDIAN);
        Path big = new TinyModel(folder.resolve("b")).write(12, 2, streams, ByteOrder.BIG_ENDIAN);
        assertThat(S3File.read(ModelFiles.folder(big), "means", 3).values())
                .isEqualTo(S3File.read(ModelFiles.folder(little), "means", 3).values());
    }

    @Test
    void quantisedWeightsGiveNearlyTheSameScores() throws IOException {
        TinyModel tiny = new TinyModel(folder);
        Path files = tiny.write(3, 4, new int[] {39}, ByteOrder.LITTLE_ENDIAN);
        SenoneScorer exact =
                new SenoneScorer(SphinxModels.read(ModelFiles.folder(files)).acoustic());
        tiny.quantiseWeights(1, 4);
        SenoneScorer quantised =
                new SenoneScorer(SphinxModels.read(ModelFiles.folder(files)).acoustic());
        float[] values = new float[39 * 20];
        Random random = new Random(9);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Features features = new Features(values, 39);
        for (int t = 0; t < 20; t++) {
            exact.frame(features, t);
            quantised.frame(features, t);
            for (int senone = 0; senone < TinyModel.SENONES; senone++) {
                // Half a step of the quantisation is 0.05, and weights are made to sum to one again.
                assertThat(quantised.score(senone)).isCloseTo(exact.score(senone), within(0.12f));
            }
        }
        Path sendump = files.resolve("sendump");
        Files.write(sendump, Arrays.copyOf(Files.readAllBytes(sendump), 120));
        assertThatThrownBy(() -> SphinxModels.read(ModelFiles.folder(files)))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("sendump");
    }

    @Test
    void unseenTriphoneFallsBackToItsPhone() throws IOException {
        Path files = new TinyModel(folder).write(3, 4, new int[] {39}, ByteOrder.LITTLE_ENDIAN);
        AcousticModel model = SphinxModels.read(ModelFiles.folder(files)).acoustic();
        int a = model.phone("A");
        int b = model.phone("B");
        assertThat(model.senones(a, b, a, Position.INTERNAL)).containsExactly(9, 10, 11);
        assertThat(model.senones(a, b, a, Position.BEGIN)).containsExactly(9, 10, 11);
        assertThat(model.senones(b, a, a, Position.END)).containsExactly(6, 7, 8);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void compiledDefinitionSaysTheSameAsItsText(boolean littleEndian) throws IOException {
        TinyModel tiny = new TinyModel(folder);
        Path files = tiny.write(3, 4, new int[] {39}, ByteOrder.LITTLE_ENDIAN);
        ModelDefinition text = ModelDefinition.read(ModelFiles.folder(files));
        tiny.compileDefinition(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        ModelDefinition compiled = ModelDefinition.read(ModelFiles.folder(files));
        assertThat(compiled).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(text);
        assertThat(compiled.triphones()).hasSize(1);
        assertThat(compiled.senonePhones()).containsExactly(text.senonePhones());
        byte[] bytes = Files.readAllBytes(files.resolve("mdef"));
        Files.write(files.resolve("mdef"), Arrays.copyOf(bytes, bytes.length - 10));
        assertThatThrownBy(() -> SphinxModels.read(ModelFiles.folder(files)))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("mdef");
    }

    @Test
    void projectionTakesFeaturesToThoseOfTheModel() throws IOException {
        TinyModel tiny = new TinyModel(folder);
        Path files = tiny.write(12, 2, new int[] {2}, ByteOrder.LITTLE_ENDIAN);
        float[][] rows = new float[2][39];
        rows[0][0] = 2;
        rows[0][1] = -1;
        rows[1][13] = 0.5f;
        tiny.project(rows);
        float[] cepstra = new float[13 * 9];
        for (int t = 0; t < 9; t++) {
            cepstra[13 * t] = t;
            cepstra[13 * t + 1] = 3;
        }
        SpeechModel model = SphinxModels.read(ModelFiles.folder(files));
        Features features = model.transform().apply(new Features(cepstra, 13));
        assertThat(features.dimension()).isEqualTo(model.acoustic().featureDimension());
        // Less the mean the first coefficient is -4 .. 4 and the second 0; the first rises by 4 from two before to two
        // after.
        assertThat(features.values()[2 * 6]).isCloseTo(2 * 2f, within(1e-5f));
        assertThat(features.values()[2 * 4 + 1]).isCloseTo(0.5f * 4, within(1e-5f));
    }

    @Test
    void damagedFileIsNamed() throws IOException {
        Path files = new TinyModel(folder).write(3, 4, new int[] {39}, ByteOrder.LITTLE_ENDIAN);
        Files.write(files.resolve("means"), Arrays.copyOf(Files.readAllBytes(files.resolve("means")), 200));
        assertThatThrownBy(() -> SphinxModels.read(ModelFiles.folder(files)))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("means");
    }
}
