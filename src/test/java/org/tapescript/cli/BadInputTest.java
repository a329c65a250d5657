package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.support.Program;

/** Bad input ends with status 1, one clear line, and nothing written. */
class BadInputTest {
    private static final Path TAPE = Path.of("audio-samples/lighthouse/tape.flac");
    private static final Path TEXT = Path.of("audio-samples/lighthouse/transcript.txt");

    @TempDir
    private Path folder;

    private void refused(Path tape, Path transcript, String... said) {
        Path project = folder.resolve("out.tapescript");
        Program.Result result = Program.run("sync", tape, transcript, "-o", project);
        assertThat(result.status()).as(result.err()).isEqualTo(1);
        assertThat(result.message()).startsWith("tapescript: ").contains(said);
        assertThat(result.err()).doesNotContain("\tat ");
        assertThat(result.out()).isEmpty();
        assertThat(project).doesNotExist();
    }

    private Path sound(String name, int seconds, java.util.function.IntUnaryOperator amplitude) throws IOException {
        byte[] bytes = new byte[seconds * 16000 * 2];
        for (int i = 0; i < bytes.length / 2; i++) {
            int v = amplitude.applyAsInt(i);
            bytes[2 * i] = (byte) v;
            bytes[2 * i + 1] = (byte) (v >> 8);
        }
        Path file = folder.resolve(name);
        AudioFormat format = new AudioFormat(16000, 16, 1, true, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(bytes), format, bytes.length / 2),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        return file;
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    @Test
    void aSpeakerIsNamedOnce() {
        Program.Result run =
                Program.run("import", Path.of("audio-samples/radioworks/transcript.txt"), "--speakers", "Ann,Bo,ann");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.message()).contains("--speakers names 'ann' twice");
    }

    @Test
    void transcriptFirst() throws IOException {
        Path tape = sound("tape.wav", 1, i -> 0);
        refused(TEXT, tape, "tape.wav", "recordings come first, the transcript comes last");
    }

    @Test
    void missingRecording() {
        refused(folder.resolve("none.wav"), TEXT, "none.wav", "no such file");
    }

    @Test
    void emptyRecording() throws IOException {
        refused(file("empty.wav", new byte[0]), TEXT, "empty.wav", "empty");
    }

    @Test
    void recordingThatIsText() throws IOException {
        refused(file("text.mp3", "This is not sound.".repeat(50).getBytes()), TEXT, "text.mp3");
        for (String document : List.of("transcript.txt", "transcript.docx", "transcript.html")) {
            Path file = TEXT.resolveSibling(document);
            refused(file, TEXT, document, "is a text or a table, and no recording; recordings come first");
        }
    }

    @Test
    void folderForARecording() {
        refused(folder, TEXT, "folder");
    }

    @Test
    void whatIsNoProjectIsNotCalledDamaged() {
        for (Path file : new Path[] {TAPE, TEXT}) {
            Program.Result report = Program.run("report", file);
            assertThat(report.status()).isEqualTo(1);
            assertThat(report.message()).contains(file + ": it is not a Tapescript project; sync makes one");
        }
    }

    @Test
    void wrongUseNamesTheHelpOfTheCommand() {
        Program.Result run = Program.run("sync", TAPE, TEXT, "--track", "x");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.message()).endsWith("'x' is not a whole number; see 'tapescript sync --help'");
    }

    @Test
    void aTapeThatBreaksOffIsBlamedRatherThanTheText() throws IOException {
        byte[] whole = Files.readAllBytes(TAPE);
        refused(
                file("cut.flac", Arrays.copyOf(whole, whole.length / 40)),
                TEXT,
                "cut.flac",
                "breaks off after",
                "of 74 s");
    }

    @Test
    void silence() throws IOException {
        refused(sound("silence.wav", 20, i -> 0), TEXT, "silence.wav", "silent");
    }

    @Test
    void music() throws IOException {
        refused(
                sound("music.wav", 40, i -> (int)
                        (4000 * (Math.sin(i * 0.1 * (1 + i / 8000 % 5)) + Math.sin(i * 0.15 * (1 + i / 16000 % 3))))),
                TEXT,
                "does not match");
    }

    @Test
    void noise() throws IOException {
        Random random = new Random(1);
        refused(sound("noise.wav", 40, i -> (int) (random.nextGaussian() * 2000)), TEXT, "does not match");
    }

    @Test
    void transcriptOfAnotherInterview() {
        refused(TAPE, Path.of("audio-samples/radioworks/transcript.txt"), "does not match");
    }

    @Test
    void emptyTranscript() throws IOException {
        refused(TAPE, file("empty.txt", new byte[0]), "empty.txt", "empty");
    }

    /** Its few bytes of no text are lost in what reads like words in some encoding. */
    @Test
    void soundThatLooksLikeText() throws IOException {
        String sound = "fLaC\1\2\"" + "we walked along the quay until the rain came ".repeat(400);
        refused(TAPE, file("sound.flac", sound.getBytes()), "sound.flac", "sound file");
    }

    @Test
    void binaryTranscript() throws IOException {
        byte[] bytes = new byte[4000];
        new Random(2).nextBytes(bytes);
        refused(TAPE, file("binary.txt", bytes), "binary.txt", "not text");
    }

    @Test
    void damagedWordFile() throws IOException {
        refused(TAPE, file("broken.docx", "PK\003\004 and then nothing".getBytes()), "broken.docx");
    }

    @Test
    void unknownLanguageNamesThoseThatAreThere() {
        Program.Result result =
                Program.run("sync", TAPE, TEXT, "-o", folder.resolve("o.tapescript"), "--language", "xx");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.message()).contains("'xx'").contains("en-us");
    }

    @Test
    void existingProjectIsNotOverwritten() throws IOException {
        Path project = file("old.tapescript", "precious".getBytes());
        Program.Result result = Program.run("sync", TAPE, TEXT, "-o", project);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.message()).contains("--force");
        assertThat(Files.readString(project)).isEqualTo("precious");
    }

    @Test
    void damagedProject() throws IOException {
        Program.Result result = Program.run("report", file("bad.tapescript", "{\"format\":".getBytes()));
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.message()).contains("bad.tapescript").contains("damaged");
    }

    @Test
    void whatMemoryDoesNotHoldIsSaidInALine() {
        for (Error trouble : new Error[] {new OutOfMemoryError("Java heap space"), new StackOverflowError()}) {
            Program.Result result = Program.run(
                    opening -> {
                        throw trouble;
                    },
                    "open");
            assertThat(result.status()).isEqualTo(1);
            assertThat(result.err().strip().lines()).hasSize(1);
            assertThat(result.message()).matches("tapescript: (Out of memory|What was given is nested too deeply).*");
        }
    }

    @Test
    void aTextAsLongAsNoTranscriptIsRefused() throws IOException {
        byte[] line = new byte[50_000_000];
        java.util.Arrays.fill(line, (byte) 'a');
        refused(TAPE, file("line.txt", line), "line.txt", "no transcript has more");
    }

    @Test
    void aTrackThatIsNotThereIsNoReasonForAnotherFile() {
        Program.Result run = Program.run("sync", TAPE, TEXT, "--track", 2, "-o", folder.resolve("p.tapescript"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.message()).contains("there is no track 2").doesNotContain("plays elsewhere");
    }

    @Test
    void aProjectBeforeATranscriptIsToldHowToTakeIt() throws IOException {
        Path project = Files.writeString(folder.resolve("p.tapescript"), "{}");
        Program.Result run = Program.run("sync", project, TEXT);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.message()).contains("that is a project", "sync " + project + " --transcript " + TEXT);
    }

    @Test
    void wrongUsage() {
        assertThat(Program.run().status()).isEqualTo(2);
        assertThat(Program.run("sync", TAPE).status()).isEqualTo(2);
        assertThat(Program.run("export", "x.tapescript", "--format", "wav").status())
                .isEqualTo(2);
        assertThat(Program.run("frobnicate").status()).isEqualTo(2);
    }

    @Test
    void helpAndVersionWorkEverywhere() {
        assertThat(Program.run("--version").out()).startsWith("tapescript");
        for (String command : new String[] {"import", "sync", "report", "export"}) {
            Program.Result help = Program.run(command, "--help");
            assertThat(help.status()).isZero();
            assertThat(help.out()).contains("Usage: tapescript " + command);
        }
    }
}
