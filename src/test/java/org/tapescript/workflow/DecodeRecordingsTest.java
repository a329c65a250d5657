package org.tapescript.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.audio.Fingerprint;
import org.tapescript.domain.Recording;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.support.EncodedFiles;
import org.tapescript.support.Program;

class DecodeRecordingsTest {
    @TempDir
    private Path folder;

    private DecodedRecording decoded(Path file, TrackChoice tracks) throws IOException {
        return new DecodeRecordings(Program.PLACES.cache())
                .run(List.of(file), tracks, ProgressSink.IGNORE, new CancellationToken())
                .get(0);
    }

    /** Silence on the first track, bursts on the second, five seconds after the picture. */
    private Path twoTracks() throws IOException {
        return EncodedFiles.make(
                folder.resolve("tracks.mkv"),
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=s=64x48:d=9",
                        "-itsoffset",
                        "5",
                        "-f",
                        "lavfi",
                        "-i",
                        "anullsrc=r=44100:cl=mono:d=4",
                        "-itsoffset",
                        "5",
                        "-f",
                        "lavfi",
                        "-i",
                        EncodedFiles.BURSTS,
                        "-map",
                        "0",
                        "-map",
                        "1",
                        "-map",
                        "2",
                        "-t",
                        "9",
                        "-c:v",
                        "mpeg4",
                        "-c:a",
                        "flac",
                        "-disposition:a:0",
                        "0",
                        "-disposition:a:1",
                        "default"));
    }

    private static Recording known(Path file, int track, double seconds) throws IOException {
        return new Recording(
                file.toString(),
                Fingerprint.of(file, CancellationToken.none()),
                1,
                Math.round(seconds * 1e6),
                "mono",
                false,
                OptionalDouble.empty(),
                track,
                0,
                List.of());
    }

    @Test
    void aProjectKeepsItsTrackUnlessAnotherIsAskedFor() throws IOException {
        Path file = twoTracks();
        TrackChoice project = TrackChoice.as(List.of(known(file, 1, 9)));
        assertThat(decoded(file, TrackChoice.DEFAULT).track()).isEqualTo(2);
        assertThat(decoded(file, project).track()).isEqualTo(1);
        assertThat(decoded(file, project.with(OptionalInt.of(2))).track()).isEqualTo(2);
        assertThat(decoded(file, project).mono())
                .isNotEqualTo(decoded(file, TrackChoice.DEFAULT).mono());
    }

    @Test
    void timesOfEarlierProjectsStay() throws IOException {
        Path file = twoTracks();
        DecodedRecording now = decoded(file, TrackChoice.as(List.of(known(file, 2, 9))));
        assertThat(now.seconds()).isCloseTo(9, within(0.1));
        DecodedRecording asBefore = decoded(file, TrackChoice.as(List.of(known(file, 2, 4))));
        assertThat(asBefore.seconds()).isCloseTo(4, within(0.1));
        assertThat(asBefore.gaps()).isEmpty();
        assertThat(asBefore.breaksOff()).isFalse();
    }

    @Test
    void aBleepedCopyIsNotTheRecordingThatWasSynced() throws IOException {
        String noise = "aevalsrc=random(0)-0.5:s=44100:d=40";
        Path file = EncodedFiles.make(folder.resolve("whole.wav"), List.of("-f", "lavfi", "-i", noise));
        TrackChoice project = TrackChoice.as(List.of(known(file, 1, 40)));
        assertThat(decoded(file, project).seconds()).isEqualTo(40);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 1000, (byte) 0);
        Files.write(file, bytes);
        assertThat(Fingerprint.mayMatch(file, project.known().get(0).fingerprint()))
                .as("head and tail are the same")
                .isTrue();
        assertThatThrownBy(() -> decoded(file, project)).isInstanceOf(MissingRecordingException.class);
    }
}
