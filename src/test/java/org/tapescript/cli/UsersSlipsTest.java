package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.support.Program;
import org.tapescript.support.SyncedSample;

/** What people type that means something else, or nothing. */
class UsersSlipsTest {
    private static final Path LIGHTHOUSE = Path.of("audio-samples/lighthouse");

    @TempDir
    private Path folder;

    private static Path project() throws IOException {
        return SyncedSample.of(LIGHTHOUSE);
    }

    @Test
    void aFormatMayBeTypedInCapitals() throws IOException {
        assertThat(Program.run("export", project(), "--format", "SRT").out())
                .isEqualTo(Program.run("export", project(), "--format", "srt").out());
    }

    @Test
    void aPresetMayBeTypedInCapitals() throws IOException {
        assertThat(Program.run("export", project(), "--format", "srt", "--preset", "BBC")
                        .out())
                .isEqualTo(Program.run("export", project(), "--format", "srt", "--preset", "bbc")
                        .out());
    }

    @Test
    void speakersThatAreOnlyCommasAreRefused() throws IOException {
        for (Object[] command : new Object[][] {
            {"import", LIGHTHOUSE.resolve("transcript.txt"), "--speakers", ",,"},
            {"attribute", project(), "--speakers", ",", "-o", folder.resolve("x.tapescript")}
        }) {
            Program.Result run = Program.run(command);
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("--speakers names nobody");
        }
    }

    @Test
    void aRecordingThatIsGivenTwiceIsRefused() {
        Path tape = LIGHTHOUSE.resolve("tape.flac");
        Program.Result run = Program.run(
                "sync",
                tape,
                LIGHTHOUSE.resolve("../lighthouse/tape.flac"),
                LIGHTHOUSE.resolve("transcript.txt"),
                "-o",
                folder.resolve("x.tapescript"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("is given twice");
    }

    @Test
    void aGapOfManySecondsIsRefused() throws IOException {
        Program.Result run = Program.run("export", project(), "--format", "srt", "--gap", "100");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("gap under 2 seconds");
    }

    @Test
    void anEmptyLanguageIsRefused() {
        Program.Result run = Program.run(
                "sync",
                LIGHTHOUSE.resolve("tape.flac"),
                LIGHTHOUSE.resolve("transcript.txt"),
                "--language",
                "",
                "-o",
                folder.resolve("x.tapescript"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--language is empty");
    }

    @Test
    void theTranscriptIsNotWrittenOverWhereverItLies() throws IOException {
        Path original = Files.copy(LIGHTHOUSE.resolve("transcript.txt"), folder.resolve("transcript.txt"));
        String before = Files.readString(original);
        Program.Result run = Program.run("export", project(), "--format", "txt", "-o", original, "--force");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("the transcript that the project was made of");
        assertThat(Files.readString(original)).isEqualTo(before);
        Files.writeString(original, "Something else of that name.");
        assertThat(Program.run("export", project(), "--format", "txt", "-o", original, "--force")
                        .status())
                .isZero();
    }

    @Test
    void namesThatNobodyHasAreSaid() {
        Program.Result run = Program.run(
                "sync",
                LIGHTHOUSE.resolve("tape.flac"),
                LIGHTHOUSE.resolve("transcript.txt"),
                "--speakers",
                "Ann,Bo,Cy,Di",
                "-o",
                folder.resolve("x.tapescript"));
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).contains("Not found to speak, though named with --speakers: ");
    }
}
