package org.tapescript.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.Edit;
import org.tapescript.edit.History;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.support.RandomEdits;

/**
 * An editing run in a process of its own, to be killed: does random edits, now and then undoes one or saves, and says on standard
 * output after each step how many it has done.
 */
final class KilledEditor {
    private KilledEditor() {}

    /** Tells states apart, alike in every process. */
    static int digest(SyncedTranscript transcript) throws IOException {
        return ProjectFile.of(transcript).json().hashCode();
    }

    public static void main(String[] args) throws Exception {
        Path project = Path.of(args[0]);
        Random random = new Random(Long.parseLong(args[1]));
        ProjectFile file = ProjectFile.read(project);
        History history = new History(file.transcript());
        int played = EditJournal.replay(project, WorkFiles.beside(project).journal(), history);
        try (EditJournal journal =
                EditJournal.open(project, WorkFiles.beside(project).journal(), played > 0)) {
            RandomEdits edits = new RandomEdits(random);
            for (int step = 0; ; step++) {
                step(random, history, journal, edits, file);
                System.out.println(step + " " + digest(history.current()));
                System.out.flush();
            }
        }
    }

    private static void step(Random random, History history, EditJournal journal, RandomEdits edits, ProjectFile file)
            throws Exception {
        int what = random.nextInt(20);
        if (what == 0) {
            journal.save(file.with(history.current()));
        } else if (what == 1 && history.undo()) {
            journal.undone(history.current());
        } else {
            Edit edit = edits.next(history.current());
            try {
                history.apply(edit);
            } catch (RefusedEditException e) {
                return;
            }
            journal.applied(edit);
        }
    }
}
