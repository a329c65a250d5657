package org.tapescript.acoustic.sphinx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.tapescript.acoustic.ModelFiles;

/** Writes small models in CMU Sphinx's forms: phones SIL, A and B, three states each, a triphone A(B,A). */
final class TinyModel {
    private static final String[] PHONES = {"SIL", "A", "B"};
    static final int SENONES = 12;

    private final Path folder;
    private final Random random = new Random(7);

    TinyModel(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** @param codebooks 1 for semi-continuous, 3 for PTM, {@link #SENONES} for continuous */
    Path write(int codebooks, int gaussians, int[] streams, ByteOrder order) throws IOException {
        StringBuilder mdef = new StringBuilder(
                "0.3\n3 n_base\n1 n_tri\n16 n_state_map\n12 n_tied_state\n9 n_tied_ci_state\n3 n_tied_tmat\n");
        for (int p = 0; p < 3; p++) {
            mdef.append(String.format(
                    "%s - - - %s %d %d %d %d N%n",
                    PHONES[p], p == 0 ? "filler" : "n/a", p, 3 * p, 3 * p + 1, 3 * p + 2));
        }
        mdef.append("A B A i n/a 1 9 10 11 N\n");
        Files.writeString(folder.resolve("mdef"), mdef);
        int dimension = java.util.Arrays.stream(streams).sum();
        float[] means = new float[codebooks * gaussians * dimension];
        float[] variances = new float[means.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) random.nextGaussian();
            variances[i] = 0.5f + random.nextFloat();
        }
        int[] shape = {codebooks, streams.length, gaussians};
        s3("means", shape, streams, means, order);
        s3("variances", shape, streams, variances, order);
        float[] weights = new float[SENONES * streams.length * gaussians];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 + random.nextInt(100);
        }
        s3("mixture_weights", new int[] {SENONES, streams.length, gaussians}, new int[0], weights, order);
        float[] transitions = new float[3 * 3 * 4];
        for (int m = 0; m < 3; m++) {
            for (int s = 0; s < 3; s++) {
                transitions[m * 12 + s * 4 + s] = 60;
                transitions[m * 12 + s * 4 + s + 1] = 40;
            }
        }
        s3("transition_matrices", new int[] {3, 3, 4}, new int[0], transitions, order);
        Files.writeString(
                folder.resolve("feat.params"), "-feat " + (streams.length == 4 ? "s2_4x" : "1s_c_d_dd") + "\n");
        return folder;
    }

    /** Writes the mixture weights of a model written before as PocketSphinx's quantised ones, in place of the others. */
    void quantiseWeights(int streams, int gaussians) throws IOException {
        float[] weights =
                S3File.read(ModelFiles.folder(folder), "mixture_weights", 3).values();
        ByteBuffer out =
                ByteBuffer.allocate(1024 + streams * gaussians * SENONES).order(ByteOrder.LITTLE_ENDIAN);
        for (String entry : new String[] {"V6 Senone Probs, Smoothed, Normalized", "cluster_count 0", "mixw_bits 8"}) {
            byte[] text = (entry + "\0").getBytes();
            out.putInt(text.length).put(text);
        }
        out.putInt(0).putInt(gaussians).putInt(SENONES);
        for (int row = 0; row < streams * gaussians; row++) {
            for (int senone = 0; senone < SENONES; senone++) {
                int from = (senone * streams + row / gaussians) * gaussians;
                double sum = 0;
                for (int g = 0; g < gaussians; g++) {
                    sum += weights[from + g];
                }
                double log = -Math.log(weights[from + row % gaussians] / sum) / Math.log(1.0001);
                out.put((byte) Math.min(255, Math.round(log / 1024)));
            }
        }
        Files.write(folder.resolve("sendump"), java.util.Arrays.copyOf(out.array(), out.position()));
        Files.delete(folder.resolve("mixture_weights"));
    }

    /** Writes the definition of a model written before in PocketSphinx's binary form, in place of the text. */
    void compileDefinition(ByteOrder order) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(1024).order(order);
        out.put((order == ByteOrder.LITTLE_ENDIAN ? "BMDF" : "FDMB").getBytes());
        byte[] description = "what follows is described here\0\0".getBytes();
        out.putInt(1).putInt(description.length).put(description);
        int context = 2;
        out.putInt(PHONES.length).putInt(4).putInt(3).putInt(9).putInt(SENONES).putInt(3);
        out.putInt(4).putInt(3).putInt(context).putInt(0);
        // Names end with a zero each, all of them at a multiple of four.
        out.put("SIL\0A\0B\0".getBytes());
        for (int i = 0; i < context; i++) {
            out.putShort((short) i).putShort((short) 1).putInt(3);
        }
        for (int p = 0; p < PHONES.length; p++) {
            out.putInt(p).putInt(p).put(new byte[] {(byte) (p == 0 ? 1 : 0), 0, 0, 0});
        }
        out.putInt(3).putInt(1).put(new byte[] {0, 1, 2, 1});
        out.putInt(SENONES);
        for (int senone = 0; senone < SENONES; senone++) {
            out.putShort((short) senone);
        }
        Files.write(folder.resolve("mdef"), java.util.Arrays.copyOf(out.array(), out.position()));
    }

    /** Adds a projection of features: row by row what each new dimension takes of the old ones. */
    void project(float[][] rows) throws IOException {
        float[] values = new float[rows.length * rows[0].length];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(rows[r], 0, values, r * rows[0].length, rows[0].length);
        }
        s3(
                "feature_transform",
                new int[] {1, rows.length, rows[0].length},
                new int[0],
                values,
                ByteOrder.LITTLE_ENDIAN);
    }

    private void s3(String name, int[] shape, int[] lengths, float[] values, ByteOrder order) throws IOException {
        byte[] head = "s3\nversion 1.0\nendhdr\n".getBytes();
        ByteBuffer out = ByteBuffer.allocate(head.length + 4 * (2 + shape.length + lengths.length + values.length))
                .order(order);
        out.put(head).putInt(0x11223344);
        for (int n : shape) {
            out.putInt(n);
        }
        for (int n : lengths) {
            out.putInt(n);
        }
        out.putInt(values.length);
        for (float v : values) {
            out.putFloat(v);
        }
        Files.write(folder.resolve(name), out.array());
    }
}
