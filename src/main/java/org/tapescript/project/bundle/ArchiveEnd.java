package org.tapescript.project.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The end of a ZIP archive, which says how many files are in it and where their directory lies: looked at before anybody reads that
 * directory into memory. (PKWARE, APPNOTE.TXT 6.3.10, 4.3.14-4.3.16.) A bundle ends with it; the comment that archives may have is none
 * of ours.
 */
final class ArchiveEnd {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int LARGE_END = 0x06064b50;
    private static final int LARGE_END_BYTES = 56;
    /** Of a file in the directory: its fixed part, a name, and what else may be said of it. */
    private static final int MOST_BYTES = 1024;

    private ArchiveEnd() {}

    /** @throws MalformedBundleException if that is no archive, is cut off, or has more files */
    static void check(Path file, int most) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long at = channel.size() - END_BYTES;
            ByteBuffer end = read(channel, at, END_BYTES);
            if (end.capacity() == 0 || end.getInt(0) != END || end.getShort(20) != 0) {
                throw new MalformedBundleException(file, BundleFault.CUT_OFF);
            }
            long count = Short.toUnsignedInt(end.getShort(10));
            long bytes = Integer.toUnsignedLong(end.getInt(12));
            long begin = Integer.toUnsignedLong(end.getInt(16));
            ByteBuffer locator = read(channel, at - LOCATOR_BYTES, LOCATOR_BYTES);
            if (locator.capacity() > 0 && locator.getInt(0) == LOCATOR) {
                // Of an archive of more than four gigabytes.
                at -= LOCATOR_BYTES + LARGE_END_BYTES;
                ByteBuffer large = read(channel, at, LARGE_END_BYTES);
                if (large.capacity() == 0 || large.getInt(0) != LARGE_END || locator.getLong(8) != at) {
                    throw new MalformedBundleException(file, BundleFault.CUT_OFF);
                }
                count = large.getLong(32);
                bytes = large.getLong(40);
                begin = large.getLong(48);
            }
            if (count < 0 || count > most) {
                throw new MalformedBundleException(file, BundleFault.TOO_MANY, count);
            }
            if (bytes < 0 || bytes > (long) most * MOST_BYTES || begin != at - bytes) {
                throw new MalformedBundleException(file, BundleFault.CUT_OFF);
            }
        }
    }

    /** Numbers in the archive's order of bytes; nothing if the file has none there. */
    private static ByteBuffer read(FileChannel channel, long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(at < 0 ? 0 : count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
            // until all is there
        }
        return bytes;
    }
}
