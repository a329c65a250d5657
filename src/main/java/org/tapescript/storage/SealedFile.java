package org.tapescript.storage;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A file of a cache folder with a checksum at its end: its numbers are read only if all of it is as it was written, for a damaged count
 * may ask for more memory than there is.
 */
public final class SealedFile {
    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    private SealedFile() {}

    /** Keeps a file, in place of one of that name. */
    public static void write(CacheFolder folder, String name, Content content) throws IOException {
        folder.write(name, out -> {
            CRC32C sum = new CRC32C();
            DataOutputStream data = new DataOutputStream(new CheckedOutputStream(out, sum));
            content.write(data);
            data.flush();
            new DataOutputStream(out).writeLong(sum.getValue());
        });
    }

    /** The content of a file, to be closed; nothing if it is not there or damaged. */
    public static Optional<DataInputStream> open(CacheFolder folder, String name) {
        Optional<Path> file = folder.find(name);
        try {
            return file.isPresent() && isWhole(file.get())
                    ? Optional.of(new DataInputStream(new BufferedInputStream(Files.newInputStream(file.get()))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(Path file) throws IOException {
        long left = Files.size(file) - Long.BYTES;
        if (left < 0) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            CheckedInputStream checked = new CheckedInputStream(in, new CRC32C());
            byte[] buffer = new byte[1 << 16];
            while (left > 0) {
                int n = checked.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    return false;
                }
                left -= n;
            }
            return new DataInputStream(in).readLong() == checked.getChecksum().getValue();
        }
    }
}
