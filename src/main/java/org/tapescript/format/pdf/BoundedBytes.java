package org.tapescript.format.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;

/** Bytes in memory, so many and no more. */
final class BoundedBytes extends ByteArrayOutputStream {
    private final int most;

    BoundedBytes(int most) {
        this.most = most;
    }

    @Override
    public void write(int value) {
        require(1);
        super.write(value);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        require(length);
        super.write(bytes, from, length);
    }

    private void require(int more) {
        if (size() + (long) more > most) {
            throw new BoundlessPdfException();
        }
    }

    InputStream toInput() {
        return new ByteArrayInputStream(buf, 0, count);
    }
}
