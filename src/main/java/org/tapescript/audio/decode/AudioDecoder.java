package org.tapescript.audio.decode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;

/**
 * Turns a recording into samples. What is delivered keeps the file's clock: sound that begins after the picture, or stops for a while,
 * has silence before it.
 */
public interface AudioDecoder {
    /** Receives the decoded sound in order, channel after channel in each step of time. */
    @FunctionalInterface
    interface SampleSink {
        /** @param interleaved 16-bit little-endian samples of all channels; only the first {@code bytes} bytes count */
        void accept(byte[] interleaved, int bytes) throws IOException;
    }

    /**
     * What the file says of itself.
     *
     * @param track the track of sound that is taken, counted from 1
     * @param channels channels that will be delivered, 1 or 2
     * @param start where the file's clock begins, in seconds; NaN if sound is to be taken without regard to it
     * @param seconds how long after that the track ends as the file claims, or NaN where it claims nothing that can be believed
     * @param form name of the file's form
     */
    record Info(int track, int channels, double start, double seconds, String form) {
        /** To have the sound alone, without silence where there is none. */
        public Info unclocked() {
            return new Info(track, channels, Double.NaN, Double.NaN, form);
        }
    }

    /** A stretch without sound in the file, in seconds of what is delivered. */
    record Gap(double start, double seconds) {}

    /**
     * How decoding went.
     *
     * @param complaints what the decoder complained of; empty if all went well
     * @param gaps stretches that were filled with silence, in order
     */
    record Outcome(List<String> complaints, List<Gap> gaps) {}

    /**
     * @param track the track of sound to take, counted from 1; if empty, the one that the file flags as its default, else the first
     * @throws UnreadableRecordingException if the file holds no sound that can be decoded, or no such track
     */
    Info probe(Path file, OptionalInt track, CancellationToken cancel) throws IOException;

    /**
     * Decodes all of a track at a rate, and returns only if the decoder came to the file's end. A file that breaks off is no error:
     * what is there is delivered.
     *
     * @throws UnreadableRecordingException if not a single sample could be decoded, or the sound would be out of all proportion to
     *     the file
     * @throws IOException also if the decoder was ended before it was through
     */
    Outcome decode(
            Path file, Info info, int sampleRate, SampleSink sink, ProgressSink progress, CancellationToken cancel)
            throws IOException;
}
