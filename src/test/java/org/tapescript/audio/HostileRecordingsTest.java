package org.tapescript.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.audio.decode.FfmpegDecoder;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.support.EncodedFiles;
import org.tapescript.support.HostileRecordings;
import org.tapescript.support.HostileRecordings.Hostile;
import org.tapescript.workflow.FailureMessage;

/** Damaged recordings are decoded as far as they go, or refused in one line; they never hang, and never fill memory or disk. */
class HostileRecordingsTest {
    /** A quarter as many as hostile transcripts. */
    private static final int COUNT = Integer.getInteger("hostile", 200) / 4;

    private static final long FIRST_SEED = Long.getLong("hostile.seed", 0);
    /** A hang. Eight seconds are waited for a decoder that delivers nothing; a busy machine needs more. */
    private static final Duration HANG = Duration.ofSeconds(Integer.getInteger("hang", 20));
    /** Six seconds of sound may not become more; some damage repeats it, or adds minutes of silence. */
    private static final long LARGEST = 100 << 20;

    @TempDir
    private Path folder;

    @Test
    void damageIsDecodedOrRefusedInOneLine() throws IOException {
        HostileRecordings recordings = new HostileRecordings(folder);
        FfmpegDecoder decoder = new FfmpegDecoder(EncodedFiles.NATIVE);
        int decoded = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed++) {
            Hostile hostile = recordings.next(seed);
            Path file = Files.write(folder.resolve("hostile." + hostile.suffix()), hostile.bytes());
            Path cache = folder.resolve("cache" + seed);
            String what = "seed " + seed + ", " + hostile.damage();
            decoded +=
                    Assertions.assertTimeoutPreemptively(HANG, () -> outcome(cache, decoder, file, what), what) ? 1 : 0;
        }
        assertThat(decoded).as("recordings that hold some sound").isGreaterThan(COUNT / 4);
    }

    private static boolean outcome(Path cache, FfmpegDecoder decoder, Path file, String what) throws IOException {
        RecordingCache recordings = new RecordingCache(cache, decoder);
        CancellationToken cancel = CancellationToken.none();
        try {
            DecodedRecording first = recordings.get(file, OptionalInt.empty(), true, ProgressSink.IGNORE, cancel);
            assertThat(first.samples()).as(what).isPositive();
            assertThat(recordings.get(file, OptionalInt.empty(), true, ProgressSink.IGNORE, cancel))
                    .as(what)
                    .isEqualTo(first);
            return true;
        } catch (IOException e) {
            assertThat(FailureMessage.of(e))
                    .as(what)
                    .doesNotContain("\n", "Exception", "error in Tapescript")
                    .startsWith("Reading the recording")
                    .hasSizeLessThan(700);
            return false;
        } finally {
            assertThat(emptied(cache)).as(what).isLessThan(LARGEST);
        }
    }

    /** Removes a folder; how much it held. */
    private static long emptied(Path folder) throws IOException {
        long bytes = 0;
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : List.copyOf(files.toList())) {
                    bytes += Files.size(file);
                    assertThat(file.toString()).doesNotEndWith(".tmp");
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        return bytes;
    }
}
