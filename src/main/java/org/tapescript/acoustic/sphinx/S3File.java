package org.tapescript.acoustic.sphinx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.tapescript.acoustic.MalformedModelException;
import org.tapescript.acoustic.ModelFile;
import org.tapescript.acoustic.ModelFiles;

/**
 * An array of floats in SphinxTrain's binary form ({@code s3io.c}): a text header up to {@code endhdr}, a number that tells
 * the byte order, the dimensions, the values.
 */
final class S3File {
    private static final int BYTE_ORDER_MAGIC = 0x11223344;
    private static final int MAX_HEADER = 4096;

    private final int[] dimensions;
    private final int[] streamLengths;
    private final float[] values;

    private S3File(int[] dimensions, int[] streamLengths, float[] values) {
        this.dimensions = dimensions;
        this.streamLengths = streamLengths;
        this.values = values;
    }

    static S3File read(ModelFiles files, String name, int rank) throws IOException {
        String label = files.describe() + "/" + name;
        byte[] bytes = ModelFile.bytes(files, name);
        try {
            ByteBuffer buffer = body(bytes, label);
            int[] dimensions = new int[rank];
            for (int i = 0; i < rank; i++) {
                dimensions[i] = buffer.getInt();
            }
            int[] lengths = new int[0];
            if (name.equals("means") || name.equals("variances")) {
                if (dimensions[1] > buffer.remaining() / Integer.BYTES) {
                    throw new MalformedModelException(label, "breaks off");
                }
                lengths = new int[dimensions[1]];
                for (int s = 0; s < lengths.length; s++) {
                    lengths[s] = buffer.getInt();
                }
            }
            int count = buffer.getInt();
            if (count < 0 || count > buffer.remaining() / Float.BYTES) {
                throw new MalformedModelException(label, "breaks off before its " + count + " values");
            }
            if (!name.equals("means") && !name.equals("variances") && product(dimensions) != count) {
                throw new MalformedModelException(label, "has " + count + " values, which do not fill its dimensions");
            }
            float[] values = new float[count];
            buffer.asFloatBuffer().get(values);
            return new S3File(dimensions, lengths, values);
        } catch (RuntimeException e) {
            throw MalformedModelException.of(label, e);
        }
    }

    private static long product(int[] dimensions) {
        long product = 1;
        for (int d : dimensions) {
            product = Math.multiplyExact(product, (long) d);
        }
        return product;
    }

    private static ByteBuffer body(byte[] bytes, String label) throws MalformedModelException {
        String head = new String(bytes, 0, Math.min(bytes.length, MAX_HEADER), StandardCharsets.ISO_8859_1);
        int end = head.indexOf("endhdr\n");
        if (!head.startsWith("s3") || end < 0) {
            throw new MalformedModelException(label, "is not a file of an acoustic model (no s3 header)");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(end + "endhdr\n".length());
        int magic = buffer.getInt();
        if (magic == Integer.reverseBytes(BYTE_ORDER_MAGIC)) {
            buffer.order(ByteOrder.BIG_ENDIAN);
        } else if (magic != BYTE_ORDER_MAGIC) {
            throw new MalformedModelException(label, "has no valid byte order mark");
        }
        return buffer;
    }

    int dimension(int index) {
        return dimensions[index];
    }

    int streamLength(int stream) {
        return streamLengths[stream];
    }

    float[] values() {
        return values;
    }
}
