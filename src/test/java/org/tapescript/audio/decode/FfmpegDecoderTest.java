package org.tapescript.audio.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.support.EncodedFiles;
import org.tapescript.support.EncodedFiles.Form;

class FfmpegDecoderTest extends AudioDecoderContract {
    private static final String PICTURE = "testsrc=s=64x48:r=25:d=4";

    @Override
    AudioDecoder decoder() throws IOException {
        return new FfmpegDecoder(EncodedFiles.NATIVE);
    }

    @Override
    List<Form> forms() {
        return EncodedFiles.FORMS;
    }

    private Path make(String name, String... options) throws IOException {
        return EncodedFiles.make(folder.resolve(name), List.of(options));
    }

    private Path burstsIn(String suffix) throws IOException {
        return EncodedFiles.bursts(
                folder,
                EncodedFiles.FORMS.stream()
                        .filter(f -> f.suffix().equals(suffix))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void soundThatStartsAfterThePictureKeepsItsTime() throws IOException {
        for (String name : List.of("late.mp4", "late.mkv", "late.ts")) {
            Path file = make(
                    name,
                    "-f",
                    "lavfi",
                    "-i",
                    PICTURE.replace("d=4", "d=9"),
                    "-itsoffset",
                    "5",
                    "-f",
                    "lavfi",
                    "-i",
                    EncodedFiles.BURSTS,
                    "-c:v",
                    "mpeg4",
                    "-c:a",
                    "libmp3lame");
            Delivered delivered = decode(file);
            assertOnsets(delivered, 5);
            assertThat(delivered.outcome().gaps()).singleElement().satisfies(gap -> {
                assertThat(gap.start()).isZero();
                assertThat(gap.seconds()).isCloseTo(5, within(0.1));
            });
        }
    }

    @Test
    void aGapWithoutPacketsIsSilenceOfItsLength() throws IOException {
        for (String name : List.of("gap.mkv", "gap.mp4")) {
            Path file = make(
                    name,
                    "-f",
                    "lavfi",
                    "-i",
                    EncodedFiles.BURSTS,
                    "-af",
                    "asetpts=PTS+gt(T\\,2)*10/TB",
                    "-c:a",
                    "flac",
                    "-strict",
                    "-2");
            Delivered delivered = decode(file);
            assertThat(delivered.onsets().get(1)).isCloseTo(1.25, within(0.04));
            assertThat(delivered.onsets().get(2)).isCloseTo(12.75, within(0.04));
            assertThat(delivered.outcome().gaps())
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.seconds()).isCloseTo(10, within(0.1)));
        }
    }

    @Test
    void damageInTheMiddleDoesNotMoveWhatFollows() throws IOException {
        byte[] bytes = Files.readAllBytes(burstsIn("flac"));
        int from = indexOf(bytes, 1.6);
        Arrays.fill(bytes, from, indexOf(bytes, 2.3), (byte) 0x55);
        Delivered delivered = decode(Files.write(folder.resolve("damaged.flac"), bytes));
        assertOnsets(delivered, 0);
        assertThat(delivered.outcome().gaps()).isNotEmpty();
    }

    /** The beginning of the FLAC frame at a moment: silence compresses to nearly nothing, so frames are looked for. */
    private static int indexOf(byte[] flac, double seconds) {
        int wanted = (int) (seconds * 44100 / 4608);
        for (int i = 0; i + 4 < flac.length; i++) {
            if ((flac[i] & 0xff) == 0xff && (flac[i + 1] & 0xff) == 0xf8 && flac[i + 4] == wanted) {
                return i;
            }
        }
        throw new AssertionError("no frame " + wanted);
    }

    @Test
    void theTrackFlaggedDefaultIsTakenUnlessAnotherIsNamed() throws IOException {
        Path file = make(
                "two.mkv",
                "-f",
                "lavfi",
                "-i",
                "anullsrc=r=44100:cl=mono:d=4",
                "-f",
                "lavfi",
                "-i",
                EncodedFiles.BURSTS,
                "-map",
                "0",
                "-map",
                "1",
                "-c:a",
                "flac",
                "-t",
                "4",
                "-disposition:a:0",
                "0",
                "-disposition:a:1",
                "default");
        assertThat(decode(file).info().track()).isEqualTo(2);
        assertOnsets(decode(file), 0);
        assertThat(decode(file, OptionalInt.of(1)).onsets()).isEmpty();
        assertThatThrownBy(() -> decode(file, OptionalInt.of(3))).hasMessageContaining("2 tracks");
    }

    @Test
    void aGuessedLengthIsNoClaim() throws IOException {
        String quietFirst = "aevalsrc=0.5*sin(2*PI*1000*t)*gt(random(0)\\,0.5)*gt(t\\,20):s=44100:d=60";
        Path file = make("vbr.mp3", "-f", "lavfi", "-i", quietFirst, "-q:a", "0", "-write_xing", "0");
        AudioDecoder.Info info = decoder().probe(file, OptionalInt.empty(), CancellationToken.none());
        assertThat(info.seconds()).isNaN();
    }

    @Test
    void thePictureMayGoOnAfterTheSound() throws IOException {
        for (String name : List.of("long.mp4", "long.mkv")) {
            Path file = make(
                    name,
                    "-f",
                    "lavfi",
                    "-i",
                    PICTURE.replace("d=4", "d=30"),
                    "-f",
                    "lavfi",
                    "-i",
                    EncodedFiles.BURSTS,
                    "-c:v",
                    "mpeg4",
                    "-c:a",
                    "aac");
            assertThat(decode(file).info().seconds()).isCloseTo(EncodedFiles.SECONDS, within(0.1));
        }
    }

    @Test
    void playlistsOpenNothing() throws IOException {
        Path sound = burstsIn("wav");
        Path list = Files.writeString(folder.resolve("list.mp3"), "ffconcat version 1.0\nfile bursts.wav\n");
        Path m3u = Files.writeString(
                folder.resolve("list.m3u8"),
                "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:4,\nbursts.wav\n#EXT-X-ENDLIST\n");
        Path absolute = Files.writeString(
                folder.resolve("absolute.m3u8"),
                "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:4,\n" + sound.toUri() + "\n#EXT-X-ENDLIST\n");
        Path sdp = Files.writeString(
                folder.resolve("call.sdp"),
                "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 5004 RTP/AVP 0\n");
        for (Path file : List.of(list, m3u, absolute, sdp)) {
            assertThatThrownBy(() -> decode(file))
                    .as(file.toString())
                    .isInstanceOf(UnreadableRecordingException.class)
                    .message()
                    .doesNotContain("\n")
                    .hasSizeLessThan(200);
        }
        for (String url : List.of("concat:bursts.wav|bursts.wav", "data:audio/wav;base64,UklGRg==")) {
            assertThatThrownBy(() -> decode(Path.of(url))).hasMessage("there is no such file");
        }
    }

    @Test
    @Timeout(20)
    @DisabledOnOs(OS.WINDOWS)
    void pipesAndDevicesAreRefusedAtOnce() throws Exception {
        Path pipe = folder.resolve("pipe.wav");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (Path file : List.of(pipe, Path.of("/dev/zero"))) {
            assertThatThrownBy(() -> decode(file)).hasMessage("it is a device or a pipe, not a file");
        }
    }

    @Test
    void aFewBytesDoNotFillADisk() throws IOException {
        Path file = make("silence.flac", "-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono:d=3600", "-frame_size", "65535");
        assertThat(Files.size(file)).isLessThan(40_000);
        assertThatThrownBy(() -> decode(file)).hasMessageContaining("minutes of sound");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDecoderThatIsKilledHalfWayIsNotBelieved() throws IOException {
        Path file = make("long.wav", "-f", "lavfi", "-i", "sine=r=16000:d=600");
        AudioDecoder.Info info = decoder().probe(file, OptionalInt.empty(), CancellationToken.none());
        int[] blocks = new int[1];
        assertThatThrownBy(() -> decoder()
                        .decode(
                                file,
                                info,
                                RATE,
                                (b, n) -> {
                                    if (++blocks[0] == 20) {
                                        ffmpegs().forEach(ProcessHandle::destroyForcibly);
                                    }
                                },
                                ProgressSink.IGNORE,
                                CancellationToken.none()))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("was ended after");
    }

    @Test
    void aFormIsNotHiddenByItsName() throws IOException {
        Path odd = Files.move(burstsIn("wav"), folder.resolve("-i concat:a|b %d \u00e9 " + "x".repeat(60)));
        assertOnsets(decode(odd), 0);
        assertThat(odd.getFileName().toString().getBytes(StandardCharsets.UTF_8).length)
                .isGreaterThan(70);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theChildEndsWhenThisProgramIsKilled() throws Exception {
        Path pipe = folder.resolve("never.wav");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WaitingDecoder.class.getName(),
                        pipe.toString())
                .inheritIO()
                .start();
        List<ProcessHandle> children = List.of();
        for (int i = 0; i < 300 && children.size() < 3; i++) {
            TimeUnit.MILLISECONDS.sleep(50);
            children = killed.descendants().toList();
        }
        assertThat(children).hasSizeGreaterThanOrEqualTo(3);
        killed.destroyForcibly().waitFor();
        for (ProcessHandle child : children) {
            child.onExit().get(5, TimeUnit.SECONDS);
        }
    }
}
