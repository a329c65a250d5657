package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.CorrectText;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.Editing;
import org.tapescript.support.Program;
import org.tapescript.support.Tapes;

/** Commands and edits that were never saved. */
class ProjectsTest {
    private static final Path SAMPLE = Path.of("audio-samples", "radioworks");

    @TempDir
    private static Path all;

    private static Path synced;

    @TempDir
    private Path folder;

    private Path project;
    private SyncedTranscript edited;

    @BeforeAll
    static void sync() {
        synced = all.resolve("s.tapescript");
        Program.Result run =
                Program.run("sync", Tapes.tape(SAMPLE), SAMPLE.resolve("transcript.txt"), "--no-voices", "-o", synced);
        assertThat(run.status()).as(run.err()).isZero();
    }

    /** Five edits, and the program is gone. */
    @BeforeEach
    void edit() throws IOException {
        project = Files.copy(synced, folder.resolve("p.tapescript"));
        try (Editing editing = new Editing(project)) {
            int at = editing.now().words().get(3).place().start();
            for (int i = 0; i < 5; i++) {
                editing.apply(new CorrectText(at, at, "really "));
            }
            edited = editing.now();
        }
    }

    private Path journal() {
        return folder.resolve(".p.tapescript.journal");
    }

    @Test
    void readingCommandsTakeThemInAndSaySo() throws IOException {
        byte[] before = Files.readAllBytes(journal());
        Program.Result export = Program.run("export", project, "--format", "txt");
        assertThat(export.status()).isZero();
        assertThat(export.out()).contains("really really really really really ");
        assertThat(export.err()).contains("5 changes to " + project + " that were never saved are included");
        Program.Result report = Program.run("report", project);
        assertThat(report.status()).isZero();
        assertThat(report.err()).contains("5 changes");
        assertThat(journal()).hasBinaryContent(before);
    }

    @Test
    void changingCommandsSaveThem() throws IOException {
        Program.Result run = Program.run("attribute", project, "--rename", name(edited) + "=Somebody Else");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).contains("5 changes");
        assertThat(ProjectFile.read(project).transcript().transcript().text())
                .isEqualTo(edited.transcript().text());
        assertThat(journal()).doesNotExist();
        try (Editing editing = new Editing(project)) {
            assertThat(editing.recovery().steps()).isZero();
            assertThat(name(editing.now())).isEqualTo("Somebody Else");
        }
    }

    private static String name(SyncedTranscript transcript) {
        return transcript.turns().get(0).speaker();
    }

    @Test
    void whatCannotBeDoneLeavesThemWhereTheyAre() throws IOException {
        Program.Result run = Program.run("attribute", project, "--rename", "Nobody=Somebody");
        assertThat(run.status()).isEqualTo(1);
        try (Editing editing = new Editing(project)) {
            assertThat(editing.recovery().steps()).isEqualTo(5);
            assertThat(editing.now()).isEqualTo(edited);
        }
    }

    @Test
    void whatIsOpenIsReadButNotChanged() throws IOException {
        byte[] before = Files.readAllBytes(project);
        try (Editing editing = new Editing(project)) {
            for (Object[] command : new Object[][] {
                {"attribute", project, "--rename", name(edited) + "=X"},
                {"sync", project},
                {"sync", Tapes.tape(SAMPLE), SAMPLE.resolve("transcript.txt"), "-o", project, "--force"}
            }) {
                Program.Result run = Program.run(command);
                assertThat(run.status()).isEqualTo(1);
                assertThat(run.message())
                        .isEqualTo("tapescript: Opening the project: " + project
                                + " is open in another window, or a command is at work on it; close it there first");
                assertThat(project).hasBinaryContent(before);
            }
            assertThat(Program.run("export", project, "--format", "txt").out()).contains("really really");
            assertThat(editing.now()).isEqualTo(edited);
        }
    }

    @Test
    void aProjectThatIsReplacedLeavesItsEditsBehind() throws IOException {
        byte[] journal = Files.readAllBytes(journal());
        Program.Result run = Program.run(
                "sync", Tapes.tape(SAMPLE), SAMPLE.resolve("transcript.txt"), "--no-voices", "-o", project, "--force");
        assertThat(run.status()).as(run.err()).isZero();
        Path kept = folder.resolve(".p.tapescript.journal.kept-1");
        assertThat(run.err())
                .contains("never saved are kept at")
                .contains(kept.getFileName().toString());
        assertThat(kept).hasBinaryContent(journal);
        assertThat(journal()).doesNotExist();
    }

    @Test
    void aDamagedJournalIsSaid() throws IOException {
        byte[] bytes = Files.readAllBytes(journal());
        bytes[bytes.length - 30] ^= 1;
        Files.write(journal(), bytes);
        Program.Result run = Program.run("export", project, "--format", "txt");
        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("4 changes").contains("is damaged at line 8");
        assertThat(journal()).hasBinaryContent(bytes);
    }
}
