package org.tapescript.audio;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalDouble;

/** How much louder the first channel of a recording is than the second, from moment to moment. */
public final class ChannelBalance {
    /** Root mean square, of 32768, below which both channels count as silent. */
    private static final double SILENT = 3;

    private final ShortBuffer samples;

    private ChannelBalance(ShortBuffer samples) {
        this.samples = samples;
    }

    /** Maps a file of interleaved little-endian samples at {@link DecodedRecording#SAMPLE_RATE}. */
    public static ChannelBalance open(Path interleaved) throws IOException {
        try (FileChannel channel = FileChannel.open(interleaved, StandardOpenOption.READ)) {
            long size = Math.min(Integer.MAX_VALUE - 3, channel.size());
            return new ChannelBalance(channel.map(FileChannel.MapMode.READ_ONLY, 0, size)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer());
        }
    }

    /** Decibels by which the first channel is louder between two moments in seconds; nothing where both are silent. */
    public OptionalDouble decibels(double from, double to) {
        int first = frame(from);
        int last = frame(to);
        double one = 0;
        double other = 0;
        for (int i = first; i < last; i++) {
            double a = samples.get(2 * i);
            double b = samples.get(2 * i + 1);
            one += a * a;
            other += b * b;
        }
        double floor = SILENT * SILENT * Math.max(1, last - first);
        return one < floor && other < floor
                ? OptionalDouble.empty()
                : OptionalDouble.of(10 * Math.log10(Math.max(floor, one) / Math.max(floor, other)));
    }

    private int frame(double seconds) {
        return (int) Math.max(0, Math.min(samples.limit() / 2, Math.round(seconds * DecodedRecording.SAMPLE_RATE)));
    }
}
