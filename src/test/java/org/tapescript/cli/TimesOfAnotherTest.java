package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.support.Program;
import org.tapescript.support.SyncedSample;

/** Files that give the times of words: those of the tape are taken, those of another are not. */
class TimesOfAnotherTest {
    private static final Path SAMPLES = Path.of("audio-samples");
    private static final Path LIGHTHOUSE = SAMPLES.resolve("lighthouse/tape.flac");

    @TempDir
    private Path folder;

    private static String words() throws IOException {
        return Program.run("export", SyncedSample.of(SAMPLES.resolve("lighthouse")), "--format", "ctm")
                .out();
    }

    private Path file(String ctm, double later) throws IOException {
        return Files.writeString(
                folder.resolve("words.ctm"),
                ctm.lines()
                        .map(l -> l.split(" "))
                        .map(w -> String.format(
                                Locale.ROOT,
                                "%s 1 %.3f %s %s %s%n",
                                w[0],
                                Double.parseDouble(w[2]) + later,
                                w[3],
                                w[4],
                                w[5]))
                        .collect(Collectors.joining()));
    }

    private Program.Result sync(Path tape, Path transcript) {
        return Program.run("sync", tape, transcript, "-o", folder.resolve("x.tapescript"), "--force");
    }

    @Test
    void timesOfTheTapeAreTaken() throws IOException {
        assertThat(sync(LIGHTHOUSE, file(words(), 0)).out()).contains("by the transcript's own times 100.0 %");
    }

    @Test
    void wordsOfAnotherTapeAreRefused() throws IOException {
        Program.Result other = sync(SAMPLES.resolve("radioworks/tape.ogg"), file(words(), 0));
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.err()).contains("words.ctm does not match the recording");
    }

    /** As of a language that the tape is not heard in. */
    @Test
    void wordsThatCannotBeHeardKeepTimesThatMayBeRight() throws IOException {
        String few = words().lines().limit(45).collect(Collectors.joining("\n"));
        Program.Result unheard = sync(LIGHTHOUSE, file(few.replaceAll("(?m)[^ ]+(?= [^ ]+$)", "zqxvk"), 0));
        assertThat(unheard.out())
                .contains("by the transcript's own times 100.0 %")
                .contains("Whether the times of this file are those of the recording is not certain");
    }

    @Test
    void wordsWhoseTimesAreOffAreFoundOnTheTape() throws IOException {
        Program.Result off = sync(LIGHTHOUSE, file(words(), 1.5));
        assertThat(off.out()).contains("The times of this file are not those of the recording");
        List<Double> right = starts(words());
        List<Double> found = starts(Program.run("export", folder.resolve("x.tapescript"), "--format", "ctm")
                .out());
        assertThat(found).hasSameSizeAs(right);
        assertThat(IntStream.range(0, right.size())
                        .filter(i -> Math.abs(right.get(i) - found.get(i)) < 0.1)
                        .count())
                .isGreaterThan(right.size() * 9L / 10);
    }

    private static List<Double> starts(String ctm) {
        return ctm.lines().map(l -> Double.parseDouble(l.split(" ")[2])).toList();
    }
}
