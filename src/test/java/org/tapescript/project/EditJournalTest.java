package org.tapescript.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.AssignSpeaker;
import org.tapescript.edit.Edit;
import org.tapescript.edit.History;
import org.tapescript.edit.ReplaceAll;
import org.tapescript.support.RandomEdits;
import org.tapescript.support.Transcripts;

class EditJournalTest {
    @TempDir
    private Path folder;

    private Path project;
    private final SyncedTranscript first = Transcripts.random(4);

    @BeforeEach
    void write() throws IOException {
        project = folder.resolve("p.tapescript");
        ProjectFile.of(first).write(project);
    }

    private History reopened() throws IOException {
        History history = new History(ProjectFile.read(project).transcript());
        EditJournal.replay(project, WorkFiles.beside(project).journal(), history);
        return history;
    }

    private Path journal() {
        return folder.resolve(".p.tapescript.journal");
    }

    @Test
    void everyKindOfEditIsPlayedAgain() throws IOException {
        List<Edit> edits = new RandomEdits(new Random(1)).possible(first, 300);
        assertThat(edits.stream().map(Object::getClass).distinct()).hasSize(14);
        History history = new History(first);
        try (EditJournal journal =
                EditJournal.open(project, WorkFiles.beside(project).journal(), false)) {
            for (Edit edit : edits) {
                history.apply(edit);
                journal.applied(edit);
            }
            history.undo();
            journal.undone(history.current());
            history.undo();
            journal.undone(history.current());
            history.redo();
            journal.redone(history.current());
            Edit all = new ReplaceAll(Transcripts.random(5));
            history.amend(all);
            journal.amended(all);
        }
        assertThat(reopened().current()).isEqualTo(history.current());
    }

    @Test
    void aLineCutOffIsLeftOutAndWritingGoesOnBehindIt() throws IOException {
        List<Edit> edits = new RandomEdits(new Random(2)).possible(first, 4);
        try (EditJournal journal =
                EditJournal.open(project, WorkFiles.beside(project).journal(), false)) {
            for (Edit edit : edits.subList(0, 3)) {
                journal.applied(edit);
            }
        }
        byte[] bytes = Files.readAllBytes(journal());
        Files.write(journal(), java.util.Arrays.copyOf(bytes, bytes.length - 7), StandardOpenOption.TRUNCATE_EXISTING);
        History history = reopened();
        SyncedTranscript two = edits.get(1).apply(edits.get(0).apply(first));
        assertThat(history.current()).isEqualTo(two);
        try (EditJournal journal =
                EditJournal.open(project, WorkFiles.beside(project).journal(), true)) {
            journal.applied(edits.get(2));
        }
        assertThat(reopened().current()).isEqualTo(edits.get(2).apply(two));
    }

    @Test
    void afterSavingTheJournalStandsOnTheNewFile() throws IOException {
        List<Edit> edits = new RandomEdits(new Random(3)).possible(first, 6);
        SyncedTranscript now = first;
        try (EditJournal journal =
                EditJournal.open(project, WorkFiles.beside(project).journal(), false)) {
            for (Edit edit : edits.subList(0, 3)) {
                now = edit.apply(now);
                journal.applied(edit);
            }
            journal.save(ProjectFile.of(now));
            assertThat(reopened().current()).isEqualTo(now);
            for (Edit edit : edits.subList(3, 6)) {
                now = edit.apply(now);
                journal.applied(edit);
            }
        }
        assertThat(reopened().current()).isEqualTo(now);
    }

    @Test
    void killedBetweenJournalAndFileEitherStateIsWhole() throws IOException {
        List<Edit> edits = new RandomEdits(new Random(3)).possible(first, 3);
        byte[] old = Files.readAllBytes(project);
        SyncedTranscript now = first;
        byte[] before;
        try (EditJournal journal =
                EditJournal.open(project, WorkFiles.beside(project).journal(), false)) {
            for (Edit edit : edits) {
                now = edit.apply(now);
                journal.applied(edit);
            }
            before = Files.readAllBytes(journal());
            journal.save(ProjectFile.of(now));
        }
        String base = Files.readString(journal());
        byte[] saved = Files.readAllBytes(project);
        Files.write(
                journal(),
                (new String(before, java.nio.charset.StandardCharsets.UTF_8) + base)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Files.write(project, old);
        assertThat(reopened().current()).as("the file was not replaced yet").isEqualTo(now);
        Files.write(project, saved);
        assertThat(reopened().current()).as("the file was replaced").isEqualTo(now);
    }

    @Test
    void whatIsUndoneBeyondTheLastSaveIsUndoneInTheJournalToo() throws IOException {
        History history = new History(first);
        List<Edit> edits = new RandomEdits(new Random(7)).possible(first, 6);
        try (EditJournal journal =
                EditJournal.open(project, WorkFiles.beside(project).journal(), false)) {
            for (Edit edit : edits.subList(0, 4)) {
                history.apply(edit);
                journal.applied(edit);
            }
            journal.save(ProjectFile.of(history.current()));
            for (int i = 0; i < 3; i++) {
                history.undo();
                journal.undone(history.current());
                assertThat(reopened().current()).isEqualTo(history.current());
            }
            history.redo();
            journal.redone(history.current());
            assertThat(reopened().current()).isEqualTo(history.current());
            history.apply(new AssignSpeaker(history.current().turns().get(0).id(), "Somebody"));
            journal.applied(new AssignSpeaker(history.current().turns().get(0).id(), "Somebody"));
            history.undo();
            journal.undone(history.current());
            assertThat(reopened().current()).isEqualTo(history.current());
        }
    }

    @Test
    void aJournalOfAnotherStateIsNotPlayed() throws IOException {
        try (EditJournal journal =
                EditJournal.open(project, WorkFiles.beside(project).journal(), false)) {
            journal.applied(new RandomEdits(new Random(3)).possible(first, 1).get(0));
        }
        SyncedTranscript other = Transcripts.random(9);
        ProjectFile.of(other).write(project);
        assertThat(reopened().current()).isEqualTo(other);
    }
}
