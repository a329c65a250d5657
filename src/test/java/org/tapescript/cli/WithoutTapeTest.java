package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.Comment;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.PutComment;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.Program;
import org.tapescript.support.Transcripts;

/** What needs a project alone: its recording is nowhere. */
class WithoutTapeTest {
    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void project() throws IOException {
        project = folder.resolve("p.tapescript");
        write(Transcripts.of(List.of("Guest", "Ann", "Bo"), "where the harbour lies", "Yes.", "and so on"));
    }

    private void write(SyncedTranscript transcript) throws IOException {
        ProjectFile.of(transcript).write(project);
    }

    private List<String> speakers() throws IOException {
        return ProjectFile.read(project).transcript().turns().stream()
                .map(Turn::speaker)
                .toList();
    }

    @Test
    void aSpeakerIsRenamed() throws IOException {
        Program.Result run = Program.run("attribute", project, "--rename", "Guest=Thomas Reed");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(speakers()).containsExactly("Thomas Reed", "Ann", "Bo");
    }

    @Test
    void twoSpeakersBecomeOneIfThatIsAskedFor() throws IOException {
        Program.Result refused = Program.run("attribute", project, "--rename", "Guest=Ann");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.message())
                .contains("'Ann' is the name of another speaker", "'--merge'", "wherever it is heard");
        Program.Result run = Program.run("attribute", project, "--rename", "Guest=Ann", "--merge");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(speakers()).doesNotContain("Guest").contains("Ann", "Bo");
        for (String[] more : new String[][] {{"--merge"}, {"--merge", "--rename", "Ann=Bo", "--fix", "1=Bo"}}) {
            List<Object> command = new ArrayList<>(List.of("attribute", project));
            command.addAll(List.of(more));
            assertThat(Program.run(command.toArray()).status()).isEqualTo(2);
        }
    }

    @Test
    void aProjectIsChangedUnderAnotherName() throws IOException {
        Path other = folder.resolve("other.tapescript");
        Program.Result run = Program.run("attribute", project, "--rename", "Guest=Cy", "-o", other);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(speakers()).containsExactly("Guest", "Ann", "Bo");
        assertThat(ProjectFile.read(other).transcript().turns().get(0).speaker())
                .isEqualTo("Cy");
        assertThat(Program.run("attribute", project, "--rename", "Ann=Di", "-o", other)
                        .message())
                .contains("it is there already; say --force");
        assertThat(Program.run("attribute", project, "--rename", "Ann=Di", "-o", other, "--force")
                        .status())
                .isZero();
        assertThat(ProjectFile.read(other).transcript().turns().get(1).speaker())
                .isEqualTo("Di");
    }

    @Test
    void whereOneMayNotWriteIsSaidBeforeAnyWorkWithWhatToDo() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no rights here");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeFalse(Files.isWritable(folder), "whoever runs this may write anywhere");
            Program.Result run = Program.run("attribute", project, "--rename", "Guest=Cy");
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.message())
                    .isEqualTo("tapescript: Writing " + project + ": you may not write into the folder " + folder
                            + "; write elsewhere with -o");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void caseBlanksAndUnicodeFormMakeNobodyElse() throws IOException {
        write(Transcripts.of(List.of("Guest", "ann", "Andr\u00e9 Bo"), "where the harbour lies", "Yes.", "and so on"));
        for (String typed : List.of("Ann", " ANN ", "Andre\u0301\u00a0 bo")) {
            Program.Result refused = Program.run("attribute", project, "--rename", "Guest=" + typed);
            assertThat(refused.status()).as(typed).isEqualTo(1);
            assertThat(refused.message()).contains("is the name of another speaker", "'--merge'");
        }
        assertThat(Program.run("attribute", project, "--rename", "ANN=Ann", "--rename", "guest=Guest")
                        .status())
                .isZero();
        assertThat(speakers()).as("another case alone").containsExactly("Guest", "Ann", "Andr\u00e9 Bo");
        Program.Result merged = Program.run("attribute", project, "--rename", "Guest=ann", "--merge");
        assertThat(merged.status()).as(merged.err()).isZero();
        assertThat(speakers()).as("the name that was there").containsExactly("Ann", "Ann", "Andr\u00e9 Bo");
        Program.Result twice = Program.run("attribute", project, "--rename", "Ann=Cy", "--rename", "Andr\u00e9 Bo=cy");
        assertThat(twice.message()).contains("'Cy' is the name of another speaker");
    }

    @Test
    void twoPeopleTakeEachOthersNames() throws IOException {
        for (List<String> merge : List.of(List.<String>of(), List.of("--merge"))) {
            List<Object> command =
                    new ArrayList<>(List.of("attribute", project, "--rename", "Guest=Ann", "--rename", "Ann=Guest"));
            command.addAll(merge);
            Program.Result run = Program.run(command.toArray());
            assertThat(run.status()).as(run.err()).isZero();
        }
        assertThat(speakers()).containsExactly("Guest", "Ann", "Bo");
        assertThat(Program.run("attribute", project, "--rename", "Guest=Ann", "--rename", "Ann=Cy")
                        .status())
                .isZero();
        assertThat(speakers()).containsExactly("Ann", "Cy", "Bo");
    }

    @Test
    void oneWordIsNoWords() {
        assertThat(Program.run("report", project).out()).contains("Ann: 1 word in 1 turn,");
    }

    @Test
    void aCommentOnAWordWithoutATimeStandsWhereTheWordsAroundItDo() throws IOException {
        SyncedTranscript t = ProjectFile.read(project).transcript();
        Word word = t.turns().get(2).words().get(1);
        List<Turn> turns = new ArrayList<>(t.turns());
        turns.set(
                2,
                turns.get(2)
                        .withWords(turns.get(2).words().stream()
                                .map(w -> w == word ? w.withTiming(Timing.UNALIGNED) : w)
                                .toList()));
        Comment comment = new Comment("c1", Optional.of(new Comment.Words(word.id(), word.id())), 0, "where?");
        write(new PutComment(comment).apply(t.withTurns(turns)));
        double before = t.turns().get(2).words().get(0).span().orElseThrow().endSeconds();
        assertThat(before).isGreaterThan(1);
        assertThat(Program.run("report", project).out())
                .contains(String.format("00:00:%02d, on \u201cso\u201d: where?", (int) before));
    }

    @Test
    void aMomentBeyondTheTapeIsNone() {
        Program.Result run = Program.run("open", project, "--at", "9:00:00");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.message()).contains("--at 9:00:00 is beyond the tape, which ends at ");
    }
}
