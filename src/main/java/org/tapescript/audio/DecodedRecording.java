package org.tapescript.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tapescript.audio.decode.AudioDecoder.Gap;

/**
 * A recording as it lies in the cache.
 *
 * @param source the recording itself
 * @param fingerprint see {@link Fingerprint}
 * @param track the track of its sound that was taken, counted from 1
 * @param clocked whether stretches without sound became silence
 * @param channels channels of the source that were kept, 1 or 2
 * @param samples mono samples
 * @param mono file of the mono samples
 * @param interleaved file of the samples of both channels, if there are two
 * @param peaks file of the {@link PeakPyramid}
 * @param mixture how the mono sum came about
 * @param claimedSeconds length that the file claims, or NaN
 * @param hiddenSeconds sound that lies in the file beyond the end that its header tells
 * @param gaps stretches that hold no sound in the file, and silence here
 * @param complaints what the decoder complained of, or the empty string
 */
public record DecodedRecording(
        Path source,
        String fingerprint,
        int track,
        boolean clocked,
        int channels,
        long samples,
        Path mono,
        Optional<Path> interleaved,
        Path peaks,
        ChannelMixture mixture,
        double claimedSeconds,
        double hiddenSeconds,
        List<Gap> gaps,
        String complaints) {
    /** Samples a second of all decoded sound. */
    public static final int SAMPLE_RATE = 16_000;

    /** What a decoded length may lack of the claimed one before it counts as broken off. */
    private static final double BREAK_SECONDS = 1.0;

    private static final double BREAK_SHARE = 0.01;

    /** The mono samples, to be read. */
    public PcmFile sound() throws IOException {
        return PcmFile.open(mono, SAMPLE_RATE);
    }

    public double seconds() {
        return samples / (double) SAMPLE_RATE;
    }

    /** Whether the file ends before the end that it claims. */
    public boolean breaksOff() {
        return !Double.isNaN(claimedSeconds)
                && claimedSeconds - seconds() > Math.max(BREAK_SECONDS, BREAK_SHARE * claimedSeconds);
    }
}
