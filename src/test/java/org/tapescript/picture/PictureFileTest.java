package org.tapescript.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.ffmpeg.Ffmpeg;
import org.tapescript.job.CancellationToken;
import org.tapescript.support.EncodedFiles;

class PictureFileTest {
    private static final CancellationToken NEVER = CancellationToken.none();
    private static final double RATE = 25;
    /** Each frame is of one grey, two steps brighter than the one before it. */
    private static final String GREYS = "nullsrc=s=96x48:r=25:d=4,geq=lum=16+2*N:cb=128:cr=128";

    @TempDir
    private Path folder;

    private Optional<PictureFile> open(Path file) throws IOException {
        return PictureFile.open(new Ffmpeg(EncodedFiles.NATIVE), file, NEVER);
    }

    /** Few key frames, so that seeking has to decode its way to a frame. */
    private PictureFile greys(String name) throws IOException {
        List<String> options = List.of("-f", "lavfi", "-i", GREYS, "-c:v", "mpeg4", "-g", "60", "-q:v", "2");
        return open(EncodedFiles.make(folder.resolve(name), options)).orElseThrow();
    }

    /** The number of a frame, by its grey. */
    private static int number(Frame frame) {
        int sum = 0;
        for (byte b : frame.rgb()) {
            sum += b & 0xff;
        }
        return (int) Math.round(sum / (double) frame.rgb().length * 219 / 255 / 2);
    }

    @Test
    void theFrameOfAMomentIsFoundFromAnywhere() throws IOException {
        for (String name : List.of("greys.mp4", "greys.mkv", "greys.ts")) {
            PictureFile picture = greys(name);
            for (double seconds : new double[] {0, 0.03, 0.04, 1.99, 2.4, 3.5, 3.97}) {
                Frame frame = picture.at(seconds, 48, 24, NEVER).orElseThrow();
                int expected = (int) Math.floor(seconds * RATE + 1e-6);
                assertThat(number(frame)).as("%s at %s", name, seconds).isCloseTo(expected, within(1));
                assertThat(frame.seconds()).as("%s at %s", name, seconds).isCloseTo(expected / RATE, within(0.002));
            }
        }
    }

    @Test
    void framesComeInOrderEachOnce() throws IOException {
        PictureFile picture = greys("greys.mp4");
        try (Frames frames = picture.frames(1, 32, 16, NEVER)) {
            for (int n = 25; n < 100; n++) {
                Frame frame = frames.next().orElseThrow();
                assertThat(frame.seconds()).isCloseTo(n / RATE, within(0.002));
                assertThat(frame.rgb()).hasSize(3 * 32 * 16);
            }
            assertThat(frames.next()).isEmpty();
        }
    }

    @Test
    void itsShapeIsThatOfWhatIsShown() throws IOException {
        PictureFile plain = greys("greys.mp4");
        assertThat(List.of(plain.width(), plain.height())).containsExactly(96, 48);
        assertThat(plain.frameRate()).isEqualTo(RATE);
        PictureFile wide = open(EncodedFiles.make(
                        folder.resolve("wide.mkv"),
                        List.of("-f", "lavfi", "-i", GREYS, "-vf", "setsar=2", "-c:v", "mpeg4")))
                .orElseThrow();
        assertThat(List.of(wide.width(), wide.height())).containsExactly(192, 48);
        Path turned = EncodedFiles.make(
                folder.resolve("turned.mp4"),
                List.of(
                        "-display_rotation",
                        "90",
                        "-i",
                        folder.resolve("greys.mp4").toString(),
                        "-c",
                        "copy"));
        PictureFile upright = open(turned).orElseThrow();
        assertThat(List.of(upright.width(), upright.height())).containsExactly(48, 96);
    }

    @Test
    void soundAloneHasNoPicture() throws IOException {
        assertThat(open(EncodedFiles.bursts(folder, EncodedFiles.FORMS.get(0)))).isEmpty();
        assertThat(open(folder.resolve("missing.mp4"))).isEmpty();
    }
}
