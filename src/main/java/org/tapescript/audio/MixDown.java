package org.tapescript.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tapescript.job.CancellationToken;

/** Makes one channel of one or two, takes off constant offsets, and draws the peaks. */
final class MixDown {
    private final ChannelMixture mixture;
    private final int channels;
    private final int[] offsets;

    MixDown(ChannelSums sums) {
        this.mixture = sums.mixture();
        this.channels = sums.channels();
        this.offsets = new int[] {sums.offset(0), channels == 2 ? sums.offset(1) : 0};
    }

    ChannelMixture mixture() {
        return mixture;
    }

    /** Whether the channels change, rather than just being mixed. */
    boolean hasOffset() {
        return offsets[0] != 0 || offsets[1] != 0;
    }

    /**
     * @param raw samples as they were decoded
     * @param mono takes the mixed samples
     * @param both takes all channels without their offsets
     * @param drawn takes the finest level of a {@link PeakPyramid}
     */
    void run(Path raw, OutputStream mono, OutputStream both, OutputStream drawn, CancellationToken cancel)
            throws IOException {
        PeakPyramid.Builder peaks = new PeakPyramid.Builder();
        int step = 2 * channels;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(raw))) {
            byte[] buffer = new byte[1 << 16];
            byte[] mixed = new byte[buffer.length / channels];
            for (int n = in.readNBytes(buffer, 0, buffer.length); n > 0; n = in.readNBytes(buffer, 0, buffer.length)) {
                cancel.check();
                int to = 0;
                for (int i = 0; i + step <= n; i += step) {
                    short first = centred(buffer, i, offsets[0]);
                    short second = channels == 2 ? centred(buffer, i + 2, offsets[1]) : 0;
                    short s = mixture.mix(first, second);
                    peaks.add(s);
                    mixed[to++] = (byte) s;
                    mixed[to++] = (byte) (s >> 8);
                }
                mono.write(mixed, 0, to);
                both.write(buffer, 0, n);
            }
        }
        drawn.write(peaks.finish());
    }

    private static short centred(byte[] bytes, int at, int offset) {
        short sample = ChannelSums.sample(bytes, at);
        if (offset == 0) {
            return sample;
        }
        short result = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample - offset));
        bytes[at] = (byte) result;
        bytes[at + 1] = (byte) (result >> 8);
        return result;
    }
}
