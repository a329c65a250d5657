package org.tapescript.audio.decode;

import java.io.IOException;
import java.nio.file.Path;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;

/** Turns a recording into samples. */
public interface AudioDecoder {
    /** Receives the decoded sound, channel after channel in each step of time. */
    @FunctionalInterface
    interface SampleSink {
        /** @param interleaved 16-bit little-endian samples of all channels; only the first {@code bytes} bytes count */
        void accept(byte[] interleaved, int bytes) throws IOException;
    }

    /**
     * What the file says of itself.
     *
     * @param channels channels that will be delivered, 1 or 2
     * @param seconds length that the file claims, or NaN where it claims none
     */
    record Info(int channels, double seconds) {}

    /**
     * @throws UnreadableRecordingException if the file holds no sound that can be decoded
     */
    Info probe(Path file) throws IOException;

    /**
     * Decodes all of a file at a rate. A file that breaks off is no error: what is there is delivered.
     *
     * @return what the decoder complained of, a line each; empty if all went well
     * @throws UnreadableRecordingException if not a single sample could be decoded
     */
    String decode(
            Path file, Info info, int sampleRate, SampleSink sink, ProgressSink progress, CancellationToken cancel)
            throws IOException;
}
