package org.tapescript.acoustic.sphinx;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.tapescript.acoustic.MalformedModelException;
import org.tapescript.acoustic.ModelFile;
import org.tapescript.acoustic.ModelFiles;

/**
 * PocketSphinx's quantised mixture weights ({@code ptm_mgau.c}, {@code read_sendump}): length-prefixed header strings, then
 * for each stream and Gaussian one byte a senone, the negative logarithm to the base 1.0001 shifted right by ten bits.
 */
final class SendumpFile {
    private static final double LOG_BASE = Math.log(1.0001);
    private static final int SHIFT = 10;

    private SendumpFile() {}

    static float[][] read(ModelFiles files, int senones, int streams, int gaussians, float floor) throws IOException {
        String label = files.describe() + "/sendump";
        if (!files.has("sendump")) {
            throw new MalformedModelException(
                    files.describe(), "holds no weights (neither mixture_weights nor sendump)");
        }
        byte[] bytes = ModelFile.bytes(files, "sendump");
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            if (buffer.getInt(0) > 999 || buffer.getInt(0) < 0) {
                buffer.order(ByteOrder.BIG_ENDIAN);
            }
            int clusters = 0;
            int bits = 8;
            int length = buffer.getInt();
            while (length > 0) {
                if (length > buffer.remaining()) {
                    throw new BufferUnderflowException();
                }
                byte[] text = new byte[length];
                buffer.get(text);
                String entry = new String(text, StandardCharsets.ISO_8859_1).replace("\0", "");
                if (entry.startsWith("cluster_count ")) {
                    clusters = Integer.parseInt(
                            entry.substring("cluster_count ".length()).trim());
                } else if (entry.startsWith("mixw_bits ")) {
                    bits = Integer.parseInt(
                            entry.substring("mixw_bits ".length()).trim());
                }
                length = buffer.getInt();
            }
            if (clusters != 0 || bits != 8) {
                throw new MalformedModelException(label, "clustered or " + bits + "-bit weights cannot be read");
            }
            // Rows (Gaussians) and columns (senones), the latter padded to a multiple of four.
            buffer.getInt();
            int columns = buffer.getInt();
            float[][] weights = new float[senones][streams * gaussians];
            for (int row = 0; row < streams * gaussians; row++) {
                for (int senone = 0; senone < columns; senone++) {
                    int value = buffer.get() & 0xff;
                    if (senone < senones) {
                        weights[senone][row] = (float) Math.exp(-(value << SHIFT) * LOG_BASE);
                    }
                }
            }
            for (float[] senone : weights) {
                for (int s = 0; s < streams; s++) {
                    SphinxModelReader.normalise(senone, s * gaussians, gaussians, floor);
                }
            }
            return weights;
        } catch (RuntimeException e) {
            throw MalformedModelException.of(label, e);
        }
    }
}
