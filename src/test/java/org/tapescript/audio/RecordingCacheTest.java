package org.tapescript.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.audio.decode.AudioDecoder;
import org.tapescript.audio.decode.FfmpegDecoder;
import org.tapescript.audio.decode.RecordingFault;
import org.tapescript.audio.decode.UnreadableRecordingException;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.storage.CacheFolder;
import org.tapescript.support.EncodedFiles;

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
        return get(file, new FfmpegDecoder(EncodedFiles.NATIVE));
    }

    private DecodedRecording get(Path file, AudioDecoder decoder) throws IOException {
        return new RecordingCache(folder.resolve("cache"), decoder)
                .get(file, OptionalInt.empty(), true, ProgressSink.IGNORE, CancellationToken.none());
    }

    private static void put(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }

    private static double loudness(DecodedRecording recording) throws IOException {
        float[] samples = new float[(int) recording.samples()];
        recording.sound().read(0, samples, samples.length);
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
    void whatWasDamagedIsMadeAnew() throws IOException {
        DecodedRecording first = decoded(1, 0.5);
        Path source = folder.resolve("stereo.wav");
        Map<Path, byte[]> whole = new TreeMap<>();
        for (Path file : entry(first)) {
            whole.put(file, Files.readAllBytes(file));
        }
        assertThat(whole).hasSize(4);
        for (Path file : whole.keySet()) {
            byte[] bytes = whole.get(file);
            byte[] flipped = bytes.clone();
            flipped[bytes.length / 2] ^= 4;
            for (byte[] damaged :
                    List.of(Arrays.copyOf(bytes, bytes.length / 2), new byte[0], new byte[bytes.length], flipped)) {
                Files.write(file, damaged);
                get(source);
                assertAsBefore(file, whole);
            }
            Files.delete(file);
            get(source);
            assertAsBefore(file, whole);
        }
    }

    private List<Path> entry(DecodedRecording recording) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.filter(f -> f.getFileName().toString().startsWith(recording.fingerprint()))
                    .toList();
        }
    }

    private static void assertAsBefore(Path damaged, Map<Path, byte[]> whole) {
        for (Map.Entry<Path, byte[]> file : whole.entrySet()) {
            if (!file.getKey().toString().endsWith(".properties")) {
                assertThat(file.getKey()).as("%s damaged", damaged).hasBinaryContent(file.getValue());
            }
        }
    }

    @Test
    void damageAtAnotherRateIsMadeAnew() throws IOException {
        DecodedRecording recording = decoded(1, 1);
        RecordingCache cache = new RecordingCache(folder.resolve("cache"), null);
        Path converted = cache.atRate(recording, 8000);
        byte[] whole = Files.readAllBytes(converted);
        Files.write(converted, Arrays.copyOf(whole, whole.length / 3));
        assertThat(cache.atRate(recording, 8000)).hasBinaryContent(whole);
    }

    @Test
    void recordingsThatDifferInTheMiddleAreTwo() throws IOException {
        byte[] bytes = new byte[3 << 20];
        new Random(1).nextBytes(bytes);
        Path whole = Files.write(folder.resolve("whole.raw"), bytes);
        Arrays.fill(bytes, 3 << 19, (3 << 19) + 1000, (byte) 0);
        Path bleeped = Files.write(folder.resolve("bleeped.raw"), bytes);
        String one = Fingerprint.of(whole, CancellationToken.none());
        String other = Fingerprint.of(bleeped, CancellationToken.none());
        assertThat(one).isNotEqualTo(other);
        assertThat(Fingerprint.agree(one, other)).isFalse();
        assertThat(Fingerprint.mayMatch(whole, one)).isTrue();
        assertThat(Fingerprint.mayMatch(bleeped, other)).isTrue();
        String earlier = one.substring(0, 64);
        assertThat(Fingerprint.mayMatch(whole, earlier)).isTrue();
        assertThat(Fingerprint.agree(one, earlier)).isTrue();
    }

    @Test
    void aLargeFileIsReadAgainOnlyIfItChanged() throws IOException {
        KnownFingerprints known = new KnownFingerprints(new CacheFolder(folder.resolve("cache")), 10);
        Path file = Files.writeString(folder.resolve("large.raw"), "as it was at first");
        String first = known.of(file, CancellationToken.none());
        assertThat(first).isEqualTo(Fingerprint.of(file, CancellationToken.none()));
        CancellationToken never = new CancellationToken();
        never.cancel();
        assertThat(known.of(file, never)).as("not read").isEqualTo(first);
        Files.writeString(file, "as it is some later");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        assertThat(known.of(file, CancellationToken.none()))
                .isEqualTo(Fingerprint.of(file, CancellationToken.none()))
                .isNotEqualTo(first);
    }

    @Test
    void aDecoderThatFailsLeavesNothing() throws IOException {
        Path file = EncodedFiles.make(folder.resolve("a.wav"), List.of("-f", "lavfi", "-i", EncodedFiles.BURSTS));
        AudioDecoder whole = new FfmpegDecoder(EncodedFiles.NATIVE);
        AudioDecoder failing = new AudioDecoder() {
            @Override
            public Info probe(Path file, OptionalInt track, CancellationToken cancel) throws IOException {
                return whole.probe(file, track, cancel);
            }

            @Override
            public Outcome decode(
                    Path file,
                    Info info,
                    int sampleRate,
                    SampleSink sink,
                    ProgressSink progress,
                    CancellationToken cancel)
                    throws IOException {
                sink.accept(new byte[RATE], RATE);
                throw new UnreadableRecordingException(file, RecordingFault.OTHER, "it was killed");
            }
        };
        assertThatThrownBy(() -> get(file, failing)).isInstanceOf(UnreadableRecordingException.class);
        assertThat(folder.resolve("cache")).isEmptyDirectory();
        assertThat(get(file).seconds()).isEqualTo(4);
    }

    @Test
    void aRecordingThatIsStillWrittenIsNotKept() throws IOException {
        Path file = EncodedFiles.make(folder.resolve("a.wav"), List.of("-f", "lavfi", "-i", EncodedFiles.BURSTS));
        assertThatThrownBy(() -> new RecordingCache(folder.resolve("cache"), new FfmpegDecoder(EncodedFiles.NATIVE))
                        .get(
                                file,
                                OptionalInt.empty(),
                                true,
                                (phase, done, total) -> file.toFile().setLastModified(1_000_000),
                                CancellationToken.none()))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("changed while it was read");
        assertThat(folder.resolve("cache")).isEmptyDirectory();
    }

    @Test
    void aWavHeaderThatHidesSoundIsSaid() throws IOException {
        Path file = EncodedFiles.make(folder.resolve("a.wav"), List.of("-f", "lavfi", "-i", "sine=r=16000:d=8"));
        byte[] bytes = Files.readAllBytes(file);
        assertThat(get(file).hiddenSeconds()).isZero();
        int data = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("data");
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(data + 4, 3 * 32000);
        Files.write(file, bytes);
        DecodedRecording recording = get(file);
        assertThat(recording.seconds()).isEqualTo(3);
        assertThat(recording.hiddenSeconds()).isCloseTo(5, within(0.01));
        assertThat(recording.breaksOff()).isFalse();
    }

    @Test
    void aWavFileThatWasCutShortBreaksOff() throws IOException {
        Path file = EncodedFiles.make(folder.resolve("a.wav"), List.of("-f", "lavfi", "-i", "sine=r=16000:d=8"));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        DecodedRecording recording = get(file);
        assertThat(recording.seconds()).isCloseTo(4, within(0.01));
        assertThat(recording.claimedSeconds()).isCloseTo(8, within(0.01));
        assertThat(recording.breaksOff()).isTrue();
        // Whoever writes into a pipe knows no length.
        int data = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("data");
        for (int unknown : new int[] {-1, Integer.MAX_VALUE, 0x7fff_fff0, Integer.MIN_VALUE, 0}) {
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(data + 4, unknown);
            Files.write(file, bytes);
            assertThat(get(file).breaksOff()).as("%x", unknown).isFalse();
        }
    }

    @Test
    void gapsAreRemembered() throws IOException {
        Path file = EncodedFiles.make(
                folder.resolve("gap.mkv"),
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        EncodedFiles.BURSTS,
                        "-af",
                        "asetpts=PTS+gt(T\\,2)*10/TB",
                        "-c:a",
                        "flac"));
        assertThat(get(file).gaps()).hasSize(1).isEqualTo(get(file).gaps());
        assertThat(get(file).seconds()).isCloseTo(14, within(0.1));
    }

    @Test
    void aConstantOffsetIsTakenOff() throws IOException {
        Path plain = EncodedFiles.make(folder.resolve("plain.wav"), List.of("-f", "lavfi", "-i", EncodedFiles.BURSTS));
        Path offset = EncodedFiles.make(
                folder.resolve("offset.wav"),
                List.of("-f", "lavfi", "-i", EncodedFiles.BURSTS, "-af", "aeval=val(0)+0.2|val(0)+0.2:c=stereo"));
        DecodedRecording recording = get(offset);
        assertThat(recording.mixture()).isEqualTo(ChannelMixture.SUM);
        assertThat(loudness(recording)).isCloseTo(loudness(get(plain)), within(5.0));
        float[] balance = new float[1];
        ChannelBalance.open(recording.interleaved().orElseThrow())
                .decibels(0.1, 0.4)
                .ifPresent(db -> balance[0] = 1);
        assertThat(balance[0]).as("silence is silent in both channels").isZero();
    }

    @Test
    void toneKeepsItsPitchAtAnotherRate() throws IOException {
        DecodedRecording recording = decoded(1, 1);
        RecordingCache cache = new RecordingCache(folder.resolve("cache"), null);
        PcmFile converted = PcmFile.open(cache.atRate(recording, 8000), 8000);
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
