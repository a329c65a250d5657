package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.Word;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.Program;

/** Transcripts whose files say when each word is spoken, beside tapes that are shorter. */
class ImportedTimesTest {
    private static final List<String> WORDS =
            List.of("we", "rowed", "out", "at", "dawn", "and", "came", "back", "late");

    @TempDir
    private Path folder;

    private Path tape(int seconds) throws IOException {
        byte[] noise = new byte[seconds * 16_000 * 2];
        new Random(1).nextBytes(noise);
        Path file = folder.resolve("tape.wav");
        AudioFormat format = new AudioFormat(16_000, 16, 1, true, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(noise), format, noise.length / 2),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        return file;
    }

    /** A word every other second. */
    private Path transcript() throws IOException {
        String words = IntStream.range(0, WORDS.size())
                .mapToObj(i -> String.format(
                        Locale.ROOT, "{\"word\":\" %s\",\"start\":%d.0,\"end\":%d.5}", WORDS.get(i), 2 * i, 2 * i))
                .collect(Collectors.joining(","));
        return Files.writeString(
                folder.resolve("t.json"),
                "{\"segments\":[{\"start\":0,\"end\":17,\"text\":\"" + String.join(" ", WORDS) + "\",\"words\":["
                        + words + "]}]}");
    }

    @Test
    void wordsBehindTheEndOfTheTapeHaveNoTimeAndAreSaid() throws IOException {
        Path project = folder.resolve("p.tapescript");
        Program.Result run = Program.run("sync", tape(12), transcript(), "-o", project, "--no-voices");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(ProjectFile.read(project).transcript().words())
                .filteredOn(w -> w.span().isEmpty())
                .extracting(Word::text)
                .containsExactly("back", "late");
        assertThat(run.out()).contains("placed by evidence 0.0 %, by the transcript's own times 77.8 %");
        assertThat(run.out()).contains("the tape ends before the text does: from line 1, 'back late …'");
    }

    @Test
    void aWordThatTheFileLetsGoOnForEverEndsWithTheTape() throws IOException {
        Path text = Files.writeString(
                folder.resolve("t.json"),
                "{\"segments\":[{\"start\":0,\"end\":99,\"text\":\"we rowed\",\"words\":["
                        + "{\"word\":\" we\",\"start\":0.5,\"end\":1},{\"word\":\" rowed\",\"start\":4,\"end\":99}]}]}");
        Path project = folder.resolve("p.tapescript");
        Program.Result run = Program.run("sync", tape(5), text, "-o", project, "--no-voices");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(ProjectFile.read(project)
                        .transcript()
                        .words()
                        .get(1)
                        .span()
                        .orElseThrow()
                        .endSeconds())
                .isBetween(5.0, 5.5);
    }

    @Test
    void whereMostLieBehindTheEndTheTextIsRefused() throws IOException {
        Path project = folder.resolve("p.tapescript");
        Program.Result run = Program.run("sync", tape(5), transcript(), "-o", project, "--no-voices");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.message()).contains("words' times go on to", "give all recordings");
        assertThat(project).doesNotExist();
    }
}
