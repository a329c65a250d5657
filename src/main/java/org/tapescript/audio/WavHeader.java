package org.tapescript.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Finds sound that a WAV file's header hides: a recorder that was switched off wrote the length of an earlier moment, and everybody
 * believes it. And sound that it promises and that is not there: a copy broke off, and nobody says so. The file is laid out as in Microsoft's "Multimedia Programming Interface and Data Specifications 1.0" (1991), and in
 * EBU Tech 3306 (RF64) for long ones.
 */
final class WavHeader {
    /** A length that means: not known yet; what follows is all sound. */
    private static final long UNKNOWN = 0xffff_ffffL;

    /** From here on, lengths that a file of less claims stand for one that was not known when they were written. */
    private static final long LONGEST_BELIEVED = 0x7fff_0000L;

    private static final int CHUNK_HEADER = 8;

    private WavHeader() {}

    /**
     * Seconds by which a recording goes on after the end that its header tells; less than nothing if it ends before that, 0 if it is no WAV
     * file.
     */
    static double secondsBeyondEnd(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            String form = id(channel, 0);
            if (!form.equals("RIFF") && !form.equals("RF64") || !id(channel, 8).equals("WAVE")) {
                return 0;
            }
            long rate = 0;
            long longSize = UNKNOWN;
            boolean afterSound = false;
            for (long at = 12; at + CHUNK_HEADER <= channel.size(); ) {
                String id = id(channel, at);
                long size = number(channel, at + 4);
                if (afterSound && !isChunk(id, size, channel.size() - at)) {
                    return rate <= 0 ? 0 : (channel.size() - at) / (double) rate;
                }
                if (id.equals("ds64")) {
                    longSize = number(channel, at + 16) | number(channel, at + 20) << 32;
                } else if (id.equals("fmt ")) {
                    rate = number(channel, at + 16);
                } else if (id.equals("data")) {
                    afterSound = true;
                    size = size == UNKNOWN ? longSize : size;
                    if (size == 0 || size == UNKNOWN || size < 0) {
                        return 0;
                    }
                    long lacking = at + CHUNK_HEADER + size - channel.size();
                    if (lacking > 0) {
                        boolean believed = size < LONGEST_BELIEVED || form.equals("RF64");
                        return rate <= 0 || !believed ? 0 : -lacking / (double) rate;
                    }
                }
                at += CHUNK_HEADER + size + size % 2;
            }
            return 0;
        }
    }

    private static boolean isChunk(String id, long size, long left) {
        return id.chars().allMatch(c -> c >= ' ' && c < 127) && size <= left;
    }

    private static String id(FileChannel channel, long at) throws IOException {
        return new String(bytes(channel, at).array(), StandardCharsets.ISO_8859_1);
    }

    private static long number(FileChannel channel, long at) throws IOException {
        return bytes(channel, at).order(ByteOrder.LITTLE_ENDIAN).getInt(0) & 0xffff_ffffL;
    }

    private static ByteBuffer bytes(FileChannel channel, long at) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            // until all is there or the file ends
        }
        return buffer;
    }
}
