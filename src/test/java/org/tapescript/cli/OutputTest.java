package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.project.ProjectFile;
import org.tapescript.project.ProjectPlace;
import org.tapescript.support.Program;
import org.tapescript.support.Transcripts;

/** What is read is never written over, and what is no file is not replaced by one; said in a line, before any work is done. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OutputTest {
    @TempDir
    private Path folder;

    private Path tape;
    private Path text;
    private Path project;

    @BeforeEach
    void files() throws IOException {
        tape = Files.copy(Path.of("audio-samples/radioworks/tape.ogg"), folder.resolve("tape.ogg"));
        text = Files.copy(Path.of("audio-samples/radioworks/transcript.txt"), folder.resolve("text.txt"));
        SyncedTranscript t = Transcripts.of(List.of("A"), "one two");
        Recording r = t.recordings().get(0);
        Recording own = new Recording(
                tape.toString(),
                org.tapescript.audio.Fingerprint.of(tape, new org.tapescript.job.CancellationToken()),
                1,
                r.micros(),
                r.mixture(),
                r.breaksOff(),
                r.speed());
        project = folder.resolve("p.tapescript");
        ProjectFile.of(new SyncedTranscript(
                        t.basis(), List.of(own), t.transcript(), t.turns(), List.of(), List.of(), t.match()))
                .write(project);
    }

    private void refused(String said, Object... command) throws IOException {
        byte[] sound = Files.readAllBytes(tape);
        String words = Files.readString(text);
        String kept = Files.readString(project);
        Program.Result result = Program.run(command);
        assertThat(result.status()).as(result.err()).isEqualTo(1);
        assertThat(result.message()).startsWith("tapescript: Writing ").contains(said);
        assertThat(result.err().strip().lines()).hasSize(1);
        assertThat(Files.readAllBytes(tape)).isEqualTo(sound);
        assertThat(Files.readString(text)).isEqualTo(words);
        assertThat(Files.readString(project)).isEqualTo(kept);
    }

    @Test
    void nothingIsWrittenOverWhatIsRead() throws IOException {
        for (Path input : List.of(tape, text)) {
            refused("read here", "sync", tape, text, "-o", input, "--force");
        }
        refused("read here", "export", project, "--format", "srt", "-o", project);
        refused("read here", "export", project, "--format", "srt", "-o", tape);
        refused("read here", "sync", project, "--tape", tape, "-o", tape, "--force");
        refused("read here", "sync", project, "--transcript", text, "-o", text, "--force");
        refused("read here", "open", project, "--screenshot", project);
        Path words = Files.writeString(folder.resolve("own.dict"), "one W AH N\n");
        refused("read here", "sync", tape, text, "--lexicon", words, "-o", words, "--force");
        refused("read here", "train-pronunciations", words, "-o", words);
        assertThat(Files.readString(words)).isEqualTo("one W AH N\n");
    }

    /** It lies beside the project or beside the tape, by the name that it had. */
    @Test
    void theTranscriptOfAProjectIsNotWrittenOver() throws IOException {
        SyncedTranscript t = ProjectFile.read(project).transcript();
        Transcript was = t.transcript();
        Transcript named =
                new Transcript(text.getFileName().toString(), was.text(), was.paragraphs(), was.doubts(), was.hints());
        ProjectFile.of(new SyncedTranscript(
                        t.basis(), t.recordings(), named, t.turns(), List.of(), List.of(), t.match()))
                .write(project);
        refused("read here", "export", project, "--format", "txt", "-o", text);
        Path elsewhere = Files.move(
                project, Files.createDirectory(folder.resolve("projects")).resolve("p.tapescript"));
        project = elsewhere;
        refused("read here", "export", project, "--format", "txt", "-o", text);
    }

    @Test
    void anotherNameForWhatIsReadIsSeenThrough() throws IOException {
        Path link = folder.resolve("link.srt");
        try {
            Files.createSymbolicLink(link, tape);
            Files.createLink(folder.resolve("hard.srt"), project);
        } catch (UnsupportedOperationException | IOException e) {
            assumeTrue(false, "no links here: " + e);
        }
        refused("tape.ogg", "export", project, "--format", "srt", "-o", link);
        refused("p.tapescript", "export", project, "--format", "srt", "-o", folder.resolve("hard.srt"));
        refused(
                "read here",
                "sync",
                tape,
                text,
                "-o",
                folder.resolve("x/../text.txt").normalize(),
                "--force");
    }

    @Test
    void whatIsThereIsReplacedOnlyIfAskedFor() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.srt"), "an evening's work");
        Path words = Files.writeString(folder.resolve("own.dict"), "one W AH N\n");
        refused("say --force to replace it", "export", project, "--format", "srt", "-o", mine);
        refused("say --force to replace it", "train-pronunciations", words, "-o", mine);
        refused("say --force to replace it", "bundle", project, "-o", mine);
        refused("no picture", "open", project, "--screenshot", mine);
        assertThat(mine).hasContent("an evening's work");
        assertThat(Program.run("export", project, "--format", "srt", "-o", mine, "--force")
                        .status())
                .isZero();
        assertThat(mine).content().contains("-->");
    }

    @Test
    void devicesAndPipesStay() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/null")), "no devices here");
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no pipes here");
        for (Path there : List.of(Path.of("/dev/null"), pipe)) {
            refused("device", "export", project, "--format", "srt", "-o", there);
            refused("device", "sync", tape, text, "-o", there, "--force");
            refused("device", "open", project, "--screenshot", there);
            refused("folder", "batch", text, "-o", there);
        }
        assertThat(Files.readAttributes(pipe, "*").get("isOther")).isEqualTo(true);
    }

    @Test
    void aFolderThatCannotTakeItIsNamed() throws IOException {
        refused("that is a folder", "export", project, "--format", "srt", "-o", folder);
        refused("make it first", "export", project, "--format", "srt", "-o", folder.resolve("none/x.srt"));
        refused("is no folder", "export", project, "--format", "srt", "-o", text.resolve("x.srt"));
        refused("no folder", "batch", text, "-o", text);
    }

    @Test
    void aTapeThatATableListsTwiceIsSaid() throws IOException {
        Path table = Files.writeString(
                folder.resolve("table.csv"), "tape,transcript\na.wav,a.txt\nb.wav,b.txt\nx/../a.wav,c.txt\n");
        assertThat(Program.run("batch", table, "-o", folder.resolve("results")).err())
                .contains("a.wav is listed 2 times, in lines 2, 4")
                .doesNotContain("b.wav is listed");
    }

    @Test
    void whatSomebodyElseIsMakingIsRefusedBeforeAnyWork() throws IOException {
        Path made = folder.resolve("made.tapescript");
        ProjectPlace place = ProjectPlace.take(made);
        try {
            Program.Result run = Program.run("sync", tape, text, "-o", made);
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.message()).contains(made + " is open in another window, or a command is at work on it");
            assertThat(run.err()).doesNotContain("Listening");
        } finally {
            place.close();
        }
        assertThat(made).doesNotExist();
    }

    @Test
    void whatIsNoFileIsNotRead() throws Exception {
        Path pipe = folder.resolve("pipe.tapescript");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no pipes here");
        Path zero = folder.resolve("zero.tapescript");
        Files.createSymbolicLink(zero, Path.of("/dev/zero"));
        for (Path endless : List.of(pipe, zero)) {
            for (Object[] command : List.of(
                    new Object[] {"report", endless},
                    new Object[] {"sync", endless},
                    new Object[] {"export", endless, "--format", "srt"},
                    new Object[] {"import", endless},
                    new Object[] {"batch", endless},
                    new Object[] {"sync", tape, text, "--lexicon", endless, "-o", folder.resolve("o.tapescript")},
                    new Object[] {"sync", tape, endless, "-o", folder.resolve("o.tapescript")},
                    new Object[] {"sync", endless, text, "-o", folder.resolve("o.tapescript")})) {
                Program.Result result = Program.run(command);
                assertThat(result.status()).as(result.err()).isEqualTo(1);
                assertThat(result.message())
                        .containsAnyOf(
                                endless.getFileName().toString(),
                                endless.toRealPath().toString());
                assertThat(result.err().strip().lines()).hasSize(1);
            }
        }
    }
}
