package org.tapescript.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.Edit;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.project.OpenProject;
import org.tapescript.project.Recovery;

/** Editing without a window: what is done is in the journal when a method returns. */
public final class Editing implements AutoCloseable {
    private final OpenProject door;
    private Optional<OpenProject.Saving> saving = Optional.empty();

    public Editing(Path project) throws IOException {
        door = OpenProject.open(project, project.resolveSibling("fallback"));
    }

    public SyncedTranscript now() {
        return door.history().current();
    }

    public Recovery recovery() {
        return door.recovery();
    }

    public void apply(Edit edit) throws IOException {
        door.history().apply(edit);
        door.journal().applied(edit);
    }

    public void amend(Edit edit) throws IOException {
        door.history().amend(edit);
        door.journal().amended(edit);
    }

    /** An edit as part of an earlier step, as what was looked for beside the window is. */
    public void merge(long step, Edit edit) throws IOException {
        OptionalInt above = door.history().merge(step, edit, (was, now) -> true);
        if (above.isPresent()) {
            door.journal().merged(above.getAsInt(), edit, now());
        }
    }

    public boolean undo() throws IOException {
        if (!door.history().undo()) {
            return false;
        }
        door.journal().undone(now());
        return true;
    }

    public boolean redo() throws IOException {
        if (!door.history().redo()) {
            return false;
        }
        door.journal().redone(now());
        return true;
    }

    public void save() throws IOException {
        endSaving();
        door.save();
    }

    /** Has the project written by another thread while editing goes on. */
    public void saveMeanwhile() throws IOException {
        endSaving();
        OpenProject.Saving begun = door.beginSaving();
        saving = Optional.of(begun);
        Thread writer = new Thread(() -> {
            try {
                begun.write();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.start();
    }

    private void endSaving() {
        saving.ifPresent(OpenProject.Saving::end);
        saving = Optional.empty();
    }

    /** Something that an editor may do, saving among it; nothing if that is refused. */
    public void random(Random random, RandomEdits edits) throws IOException {
        switch (random.nextInt(24)) {
            case 0 -> {
                if (random.nextBoolean()) {
                    saveMeanwhile();
                } else {
                    save();
                }
            }
            case 1, 2 -> undo();
            case 3 -> redo();
            default -> {
                Edit edit = edits.next(now());
                try {
                    if (random.nextInt(8) == 0 && door.history().last().isPresent()) {
                        merge(Math.max(0, door.history().last().getAsLong() - random.nextInt(4)), edit);
                    } else {
                        apply(edit);
                    }
                } catch (RefusedEditException e) {
                    // As in the window: nothing has changed.
                }
            }
        }
    }

    /** The program ends in an orderly way; what was not saved stays in the journal. */
    @Override
    public void close() throws IOException {
        endSaving();
        door.close();
    }
}
