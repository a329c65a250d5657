package org.tapescript.audio;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.tapescript.audio.decode.AudioDecoder;
import org.tapescript.audio.decode.UnreadableRecordingException;
import org.tapescript.audio.dsp.RateConverter;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;

/**
 * Decodes each recording once, into a folder of the user's cache, under a name made from its content: mono samples at 16 kHz,
 * both channels if there are two, and the peaks for drawing. Files appear whole or not at all.
 */
public final class RecordingCache {
    private static final String VERSION = "1";

    private final Path folder;
    private final AudioDecoder decoder;

    public RecordingCache(Path folder, AudioDecoder decoder) {
        this.folder = folder;
        this.decoder = decoder;
    }

    /**
     * The decoded form of a recording, made now if it is not there yet.
     *
     * @throws UnreadableRecordingException if it holds no sound that can be decoded
     * @throws IOException if the cache cannot be written
     */
    public DecodedRecording get(Path recording, ProgressSink progress, CancellationToken cancel) throws IOException {
        AudioDecoder.Info info = decoder.probe(recording);
        String fingerprint = Fingerprint.of(recording);
        Path index = folder.resolve(fingerprint + "-" + VERSION + ".properties");
        Path mono = folder.resolve(fingerprint + "-" + VERSION + ".pcm");
        Path both = folder.resolve(fingerprint + "-" + VERSION + ".stereo.pcm");
        Path peaks = folder.resolve(fingerprint + "-" + VERSION + ".peaks");
        if (!Files.exists(index) || !Files.exists(mono) || !Files.exists(peaks)) {
            Files.createDirectories(folder);
            decode(recording, info, mono, both, peaks, index, progress, cancel);
        }
        Properties p = new Properties();
        try (InputStream in = Files.newInputStream(index)) {
            p.load(in);
        }
        return new DecodedRecording(
                recording,
                fingerprint,
                info.channels(),
                Files.size(mono) / Short.BYTES,
                mono,
                info.channels() == 2 ? Optional.of(both) : Optional.empty(),
                peaks,
                ChannelMixture.valueOf(p.getProperty("mixture")),
                info.seconds(),
                p.getProperty("complaints", ""));
    }

    private void decode(
            Path recording,
            AudioDecoder.Info info,
            Path mono,
            Path both,
            Path peaks,
            Path index,
            ProgressSink progress,
            CancellationToken cancel)
            throws IOException {
        Path raw = Files.createTempFile(folder, "decoding", ".tmp");
        Path mixed = Files.createTempFile(folder, "mixing", ".tmp");
        try {
            double[] sums = new double[3];
            String complaints;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(raw), 1 << 16)) {
                complaints = decoder.decode(
                        recording,
                        info,
                        DecodedRecording.SAMPLE_RATE,
                        (bytes, n) -> {
                            out.write(bytes, 0, n);
                            if (info.channels() == 2) {
                                correlate(bytes, n, sums);
                            }
                        },
                        progress,
                        cancel);
            }
            ChannelMixture mixture =
                    info.channels() == 1 ? ChannelMixture.MONO : ChannelMixture.choose(sums[0], sums[1], sums[2]);
            byte[] finest = mix(raw, mixture, info.channels(), mixed, cancel);
            Files.write(peaks, finest);
            move(mixed, mono);
            if (info.channels() == 2) {
                move(raw, both);
            }
            Properties p = new Properties();
            p.setProperty("mixture", mixture.name());
            p.setProperty("complaints", complaints);
            Path written = Files.createTempFile(folder, "index", ".tmp");
            try (OutputStream out = Files.newOutputStream(written)) {
                p.store(out, null);
            }
            move(written, index);
        } catch (UnreadableRecordingException | FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // A full disk is reported without the file's name.
            throw (IOException) new FileSystemException(folder.toString(), null, e.getMessage()).initCause(e);
        } finally {
            Files.deleteIfExists(raw);
            Files.deleteIfExists(mixed);
        }
    }

    /** The mono samples of a decoded recording at another rate, converted now if they are not there yet. */
    public Path atRate(DecodedRecording recording, int rate) throws IOException {
        if (rate == DecodedRecording.SAMPLE_RATE) {
            return recording.mono();
        }
        Path converted = folder.resolve(recording.fingerprint() + "-" + VERSION + "-" + rate + ".pcm");
        if (!Files.exists(converted)) {
            Path written = Files.createTempFile(folder, "converting", ".tmp");
            try {
                RateConverter.write(
                        PcmFile.open(recording.mono()), rate / (double) DecodedRecording.SAMPLE_RATE, written);
                move(written, converted);
            } finally {
                Files.deleteIfExists(written);
            }
        }
        return converted;
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static short sample(byte[] bytes, int at) {
        return (short) ((bytes[at] & 0xff) | bytes[at + 1] << 8);
    }

    private static void correlate(byte[] bytes, int n, double[] sums) {
        for (int i = 0; i + 3 < n; i += 4) {
            double a = sample(bytes, i);
            double b = sample(bytes, i + 2);
            sums[0] += a * a;
            sums[1] += b * b;
            sums[2] += a * b;
        }
    }

    private static byte[] mix(Path raw, ChannelMixture mixture, int channels, Path mixed, CancellationToken cancel)
            throws IOException {
        PeakPyramid.Builder peaks = new PeakPyramid.Builder();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(raw));
                OutputStream out = Files.newOutputStream(mixed)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.readNBytes(buffer, 0, buffer.length); n > 0; n = in.readNBytes(buffer, 0, buffer.length)) {
                cancel.check();
                int to = 0;
                for (int i = 0; i + 2 * channels <= n; i += 2 * channels) {
                    short s = mixture.mix(sample(buffer, i), channels == 2 ? sample(buffer, i + 2) : 0);
                    peaks.add(s);
                    buffer[to++] = (byte) s;
                    buffer[to++] = (byte) (s >> 8);
                }
                out.write(buffer, 0, to);
            }
        }
        return peaks.finish();
    }
}
