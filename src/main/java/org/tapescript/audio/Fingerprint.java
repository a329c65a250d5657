package org.tapescript.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.tapescript.job.CancellationToken;
import org.tapescript.storage.Checksum;

/**
 * Tells one recording from another by all of its bytes. The first digits are of its length, head and tail alone, which tell most
 * recordings apart without reading them: that is all there was in earlier projects.
 *
 * <p>All bytes are summed up by CRC-32C, mebibyte by mebibyte: it costs no more than reading them, where SHA-256 takes ten seconds
 * and more for a gigabyte on processors that do not have it built in. Nobody is to be kept from forging a recording.
 */
public final class Fingerprint {
    private static final int BLOCK = 1 << 20;
    private static final int WHOLE_DIGITS = 16;

    private Fingerprint() {}

    /**
     * SHA-256, in hexadecimal digits, of the length and the first and last mebibyte of a file; then the first half of one of the
     * checksums of all its mebibytes.
     *
     * @throws java.util.concurrent.CancellationException if that was asked for
     */
    public static String of(Path file, CancellationToken cancel) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return edges(channel) + whole(channel, cancel);
        }
    }

    /** Whether a file may be the recording of which a fingerprint was taken, going by its length, head and tail alone. */
    public static boolean mayMatch(Path file, String fingerprint) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return fingerprint.startsWith(edges(channel));
        }
    }

    /** Whether two fingerprints are of the same recording; an earlier program's says less. */
    public static boolean agree(String one, String other) {
        int shared = Math.min(one.length(), other.length());
        return shared > 0 && one.substring(0, shared).equals(other.substring(0, shared));
    }

    private static String edges(FileChannel channel) throws IOException {
        Checksum digest = new Checksum();
        long length = channel.size();
        digest.add(ByteBuffer.allocate(Long.BYTES).putLong(0, length));
        ByteBuffer buffer = ByteBuffer.allocate(BLOCK);
        digest.add(read(channel, 0, BLOCK, buffer));
        if (length > BLOCK) {
            int tail = (int) Math.min(BLOCK, length - BLOCK);
            digest.add(read(channel, length - tail, tail, buffer));
        }
        return digest.hex();
    }

    private static String whole(FileChannel channel, CancellationToken cancel) throws IOException {
        Checksum digest = new Checksum();
        ByteBuffer buffer = ByteBuffer.allocateDirect(BLOCK);
        CRC32C sum = new CRC32C();
        long length = channel.size();
        for (long at = 0; at < length; at += BLOCK) {
            cancel.check();
            sum.reset();
            sum.update(read(channel, at, BLOCK, buffer));
            digest.add(ByteBuffer.allocate(Long.BYTES).putLong(0, sum.getValue()));
        }
        return digest.hex().substring(0, WHOLE_DIGITS);
    }

    private static ByteBuffer read(FileChannel channel, long from, int count, ByteBuffer buffer) throws IOException {
        buffer.clear().limit(count);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // until all is there or the file ends
        }
        return buffer.flip();
    }
}
