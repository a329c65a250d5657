package org.tapescript.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.DismissDoubt;
import org.tapescript.edit.Edit;
import org.tapescript.support.Editing;
import org.tapescript.support.RandomEdits;
import org.tapescript.support.Transcripts;

/** What was done in an earlier run can be undone, and what was undone there stays undone. */
class SavedHistoryTest {
    @TempDir
    private Path folder;

    private Path project;
    private Path history;
    private SyncedTranscript first;

    @BeforeEach
    void save() throws IOException {
        project = folder.resolve("p.tapescript");
        history = WorkFiles.beside(project).history();
        ProjectFile.of(Transcripts.random(7)).write(project);
        first = ProjectFile.read(project).transcript();
    }

    /** Does some edits and saves. @return each state, the first and the last among them */
    private List<SyncedTranscript> edited(int count, long seed) throws IOException {
        List<SyncedTranscript> states = new ArrayList<>();
        try (Editing editing = new Editing(project)) {
            states.add(editing.now());
            for (Edit edit : new RandomEdits(new Random(seed)).possible(editing.now(), count)) {
                editing.apply(edit);
                states.add(editing.now());
            }
            editing.save();
        }
        return states;
    }

    private static void assertThatUndoLeadsThrough(Editing editing, List<SyncedTranscript> states) throws IOException {
        for (int i = states.size() - 2; i >= 0; i--) {
            assertThat(editing.undo()).isTrue();
            assertThat(editing.now()).isEqualTo(states.get(i));
        }
    }

    @Test
    void whatWasDoneInEarlierRunsCanBeUndoneAndDoneAgain() throws IOException {
        List<SyncedTranscript> states = new ArrayList<>(edited(60, 1));
        List<SyncedTranscript> more = edited(30, 2);
        states.addAll(more.subList(1, more.size()));
        try (Editing editing = new Editing(project)) {
            assertThat(editing.now()).isEqualTo(states.get(90));
            assertThatUndoLeadsThrough(editing, states);
            assertThat(editing.undo()).isFalse();
            assertThat(editing.now()).isEqualTo(first);
            for (int i = 1; i <= 90; i++) {
                assertThat(editing.redo()).isTrue();
                assertThat(editing.now()).isEqualTo(states.get(i));
            }
        }
    }

    @Test
    void whatWasUndoneStaysUndoneAndCanBeDoneAgain() throws IOException {
        List<SyncedTranscript> states = edited(5, 3);
        try (Editing editing = new Editing(project)) {
            editing.undo();
            editing.undo();
            editing.save();
        }
        try (Editing editing = new Editing(project)) {
            assertThat(editing.now()).isEqualTo(states.get(3));
            editing.redo();
            editing.redo();
            assertThat(editing.now()).isEqualTo(states.get(5));
        }
    }

    @Test
    void whatWasUndoneAndNeverSavedIsAtItsPlaceInTheHistory() throws IOException {
        List<SyncedTranscript> states = edited(6, 4);
        try (Editing editing = new Editing(project)) {
            editing.undo();
            editing.undo();
        }
        try (Editing editing = new Editing(project)) {
            assertThat(editing.now()).isEqualTo(states.get(4));
            editing.redo();
            assertThat(editing.now()).isEqualTo(states.get(5));
            editing.undo();
            editing.undo();
        }
        try (Editing editing = new Editing(project)) {
            assertThat(editing.now()).isEqualTo(states.get(3));
            assertThatUndoLeadsThrough(editing, states.subList(0, 4));
        }
    }

    @Test
    void noWorkDependsOnIt() throws IOException {
        List<SyncedTranscript> states = edited(6, 5);
        try (Editing editing = new Editing(project)) {
            editing.undo();
            editing.undo();
        }
        Files.delete(history);
        try (Editing editing = new Editing(project)) {
            assertThat(editing.now()).isEqualTo(states.get(4));
            editing.undo();
        }
        try (Editing editing = new Editing(project)) {
            assertThat(editing.now()).isEqualTo(states.get(5));
        }
    }

    @Test
    void ofAnotherStateDamagedOrNewerItIsAsIfItWereNotThere() throws IOException {
        edited(4, 6);
        String text = Files.readString(history);
        for (String other : List.of(
                text.replace("\"version\":1", "\"version\":2"),
                text.substring(0, text.length() / 2),
                text.replaceFirst("\"project\":\"..", "\"project\":\"zz"),
                text.replaceFirst("\"done\":4", "\"done\":9"),
                "")) {
            Files.writeString(history, other);
            try (Editing editing = new Editing(project)) {
                assertThat(editing.undo()).isFalse();
            }
        }
    }

    @Test
    void thatDoesNotLeadToWhatIsThereIsForgotten() throws IOException {
        List<SyncedTranscript> states = edited(4, 7);
        String text = Files.readString(history);
        int origin = text.stripTrailing().lastIndexOf('\n') + 1;
        Files.writeString(
                history,
                text.substring(0, origin)
                        + text.substring(origin).replaceFirst("\"anchoredShare\":[0-9.]+", "\"anchoredShare\":0.123"));
        try (Editing editing = new Editing(project)) {
            editing.apply(new DismissDoubt(99_999));
            assertThat(editing.undo()).isTrue();
            assertThat(editing.undo()).isFalse();
            assertThat(editing.now()).isEqualTo(states.get(4));
            assertThat(editing.redo()).isTrue();
        }
    }

    @Test
    void itIsBoundedAndItsOwnersBusiness() throws IOException {
        for (int run = 0; run < 5; run++) {
            edited(90, 10 + run);
        }
        assertThat(Files.readAllLines(history)).hasSizeBetween(200, 242);
        if (Files.getFileStore(history).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(history)).hasSize(2);
        }
        try (Editing editing = new Editing(project)) {
            int steps = 0;
            while (editing.undo()) {
                steps++;
            }
            assertThat(steps).isBetween(200, 239);
        }
    }
}
