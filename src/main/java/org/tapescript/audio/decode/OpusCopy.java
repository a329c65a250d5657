package org.tapescript.audio.decode;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.ffmpeg.ChildProcess;
import org.tapescript.ffmpeg.Ffmpeg;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.storage.CacheFolder;
import org.tapescript.storage.Scratch;

/**
 * Writes the sound of a recording as Opus (RFC 6716, in Ogg), to be handed on: one track, the channels that a sync hears, and the same
 * clock, silence where the recording holds none included.
 */
public final class OpusCopy {
    /** Opus's own rate; a lower one would save nothing. */
    private static final int RATE = 48_000;
    /** Bits a second for each channel: speech is transparent, an hour takes 14 MB. (RFC 6716, section 2.1.1.) */
    private static final int BIT_RATE = 32_000;

    /** What that makes for each channel. */
    public static final double BYTES_A_SECOND = BIT_RATE / 8.0;

    /** Microseconds that are done, as FFmpeg tells them twice a second. */
    private static final Pattern DONE = Pattern.compile("out_time_us=(\\d+)\\n");

    private final Ffmpeg ffmpeg;
    private final FfmpegDecoder decoder;
    private final CacheFolder folder;

    /**
     * @param nativeCache folder into which FFmpeg is unpacked once
     * @param folder for what is temporary: 350 MB an hour and channel
     */
    public OpusCopy(Path nativeCache, CacheFolder folder) throws IOException {
        this.ffmpeg = new Ffmpeg(nativeCache);
        this.decoder = new FfmpegDecoder(nativeCache);
        this.folder = folder;
    }

    /**
     * @param track of the recording, counted from 1
     * @param hasSilence whether a sync counted stretches without sound as silence; earlier versions left them out
     * @param to is there already, and is written over
     */
    public void write(
            Path recording, int track, boolean hasSilence, Path to, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        AudioDecoder.Info info = decoder.probe(recording, OptionalInt.of(track), cancel);
        try (Scratch samples = folder.scratch("samples")) {
            try (OutputStream out = new BufferedOutputStream(samples.output(), 1 << 16)) {
                decoder.decode(
                        recording,
                        hasSilence ? info : info.unclocked(),
                        RATE,
                        (bytes, n) -> out.write(bytes, 0, n),
                        progress,
                        cancel);
            }
            encode(samples.path(), info.channels(), to, progress, cancel);
        }
    }

    private void encode(Path samples, int channels, Path to, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        List<String> options = List.of(
                "-f",
                "s16le",
                "-ar",
                String.valueOf(RATE),
                "-ac",
                String.valueOf(channels),
                "-i",
                "file:" + samples.toAbsolutePath(),
                "-c:a",
                "libopus",
                "-b:a",
                String.valueOf(BIT_RATE * channels),
                // Else two copies of one recording would differ in a number made at random.
                "-fflags",
                "+bitexact",
                "-flags:a",
                "+bitexact",
                "-progress",
                "pipe:1",
                "-f",
                "ogg",
                "-y",
                "file:" + to.toAbsolutePath());
        try (ChildProcess child = ffmpeg.run(options, cancel)) {
            double seconds = Files.size(samples) / (2.0 * channels * RATE);
            byte[] buffer = new byte[1 << 12];
            for (int n = child.read(buffer, 0, buffer.length); n >= 0; n = child.read(buffer, 0, buffer.length)) {
                Matcher done = DONE.matcher(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                if (done.find()) {
                    progress.progress("Encoding", Double.parseDouble(done.group(1)) / 1e6, seconds);
                }
            }
            if (child.status() != 0) {
                throw new IOException("encoding Opus: " + child.complaint());
            }
        }
    }
}
