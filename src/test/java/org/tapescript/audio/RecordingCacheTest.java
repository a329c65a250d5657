package org.tapescript.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.audio.decode.FfmpegDecoder;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;

class RecordingCacheTest {
    private static final int RATE = 16000;

    @TempDir
    private Path folder;

    private DecodedRecording decoded(double left, double right) throws IOException {
        byte[] bytes = new byte[RATE * 2 * 4];
        for (int i = 0; i < RATE * 2; i++) {
            double tone = Math.sin(2 * Math.PI * 220 * i / RATE) * 10000;
            put(bytes, 4 * i, (int) (tone * left));
            put(bytes, 4 * i + 2, (int) (tone * right));
        }
        Path file = folder.resolve("stereo.wav");
        AudioFormat format = new AudioFormat(RATE, 16, 2, true, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(bytes), format, RATE * 2),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        return get(file);
    }

    private DecodedRecording get(Path file) throws IOException {
        return new RecordingCache(
                        folder.resolve("cache"),
                        new FfmpegDecoder(Path.of("target/test-cache/native").toAbsolutePath()))
                .get(file, ProgressSink.IGNORE, CancellationToken.none());
    }

    private static void put(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }

    private static double loudness(DecodedRecording recording) throws IOException {
        float[] samples = new float[(int) recording.samples()];
        PcmFile.open(recording.mono()).read(0, samples, samples.length);
        double sum = 0;
        for (float s : samples) {
            sum += s * s;
        }
        return Math.sqrt(sum / samples.length);
    }

    @Test
    void oppositePhaseDoesNotCancelTheVoice() throws IOException {
        DecodedRecording recording = decoded(1, -1);
        assertThat(recording.mixture()).isEqualTo(ChannelMixture.DIFFERENCE);
        assertThat(loudness(recording)).isGreaterThan(6000);
    }

    @Test
    void deadChannelIsLeftOut() throws IOException {
        DecodedRecording recording = decoded(0, 1);
        assertThat(recording.mixture()).isEqualTo(ChannelMixture.SECOND);
        assertThat(loudness(recording)).isGreaterThan(6000);
        assertThat(recording.interleaved()).isPresent();
    }

    @Test
    void sameContentIsDecodedOnce() throws IOException {
        DecodedRecording first = decoded(1, 1);
        var time = Files.getLastModifiedTime(first.mono());
        Path copy = Files.copy(folder.resolve("stereo.wav"), folder.resolve("copy.wav"));
        DecodedRecording second = get(copy);
        assertThat(second.mono()).isEqualTo(first.mono());
        assertThat(Files.getLastModifiedTime(second.mono())).isEqualTo(time);
    }

    @Test
    void recordingThatBreaksOffIsUsedAndSaid() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("audio-samples/lighthouse/tape.flac"));
        Path cut = Files.write(folder.resolve("cut.flac"), Arrays.copyOf(whole, whole.length / 2));
        DecodedRecording recording = get(cut);
        assertThat(recording.breaksOff()).isTrue();
        assertThat(recording.seconds()).isBetween(20.0, 60.0);
    }

    @Test
    void toneKeepsItsPitchAtAnotherRate() throws IOException {
        DecodedRecording recording = decoded(1, 1);
        RecordingCache cache = new RecordingCache(folder.resolve("cache"), null);
        PcmFile converted = PcmFile.open(cache.atRate(recording, 8000));
        assertThat(converted.length()).isBetween(15_900L, 16_000L);
        float[] samples = new float[8000];
        converted.read(4000, samples, samples.length);
        int crossings = 0;
        for (int i = 1; i < samples.length; i++) {
            crossings += samples[i - 1] < 0 && samples[i] >= 0 ? 1 : 0;
        }
        assertThat(crossings).isBetween(219, 221);
    }

    @Test
    void peaksFollowTheSound() throws IOException {
        PeakPyramid peaks = PeakPyramid.read(decoded(1, 1).peaks());
        assertThat(peaks.size(0)).isEqualTo(125);
        assertThat(peaks.high(0, 60)).isBetween(0.29f, 0.32f);
        assertThat(peaks.low(peaks.levels() - 1, 0)).isBetween(-0.32f, -0.29f);
    }
}
