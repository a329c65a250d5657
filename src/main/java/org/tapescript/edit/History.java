package org.tapescript.edit;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tapescript.domain.SyncedTranscript;

/**
 * A transcript and all that was done to it, to be undone and done again without limit. Earlier transcripts are kept as far as there
 * is memory; others are made again from the one before by playing the edits, of which every {@value #CHECKPOINT}th state is kept
 * for certain. Not thread-safe.
 */
public final class History {
    private static final int CHECKPOINT = 40;

    /** Edits that are undone together, and the transcript before them. */
    private static final class Step {
        final List<Edit> edits = new ArrayList<>();
        final SyncedTranscript kept;
        SoftReference<SyncedTranscript> before;

        Step(SyncedTranscript before, boolean keep) {
            this.kept = keep ? before : null;
            this.before = new SoftReference<>(before);
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private int done;
    private SyncedTranscript current;
    private int saved;

    public History(SyncedTranscript first) {
        this.current = first;
    }

    public SyncedTranscript current() {
        return current;
    }

    /**
     * Does an edit; what had been undone is forgotten.
     *
     * @throws RefusedEditException if it cannot be done; nothing has changed then
     */
    public void apply(Edit edit) {
        SyncedTranscript next = edit.apply(current);
        forgetUndone();
        Step step = new Step(current, done % CHECKPOINT == 0);
        step.edits.add(edit);
        steps.add(step);
        done++;
        current = next;
    }

    /**
     * Does an edit that belongs to the last one, such as the times found for words that were typed: both are undone together.
     *
     * @throws RefusedEditException if it cannot be done; nothing has changed then
     */
    public void amend(Edit edit) {
        if (done == 0) {
            apply(edit);
            return;
        }
        SyncedTranscript next = edit.apply(current);
        forgetUndone();
        steps.get(done - 1).edits.add(edit);
        saved = saved >= done ? -1 : saved;
        current = next;
    }

    private void forgetUndone() {
        while (steps.size() > done) {
            steps.remove(steps.size() - 1);
        }
        saved = saved > done ? -1 : saved;
    }

    /** The edit that {@link #undo} would undo, the first of those that belong together. */
    public Optional<Edit> undoable() {
        return done == 0
                ? Optional.empty()
                : Optional.of(steps.get(done - 1).edits.get(0));
    }

    public Optional<Edit> redoable() {
        return done == steps.size()
                ? Optional.empty()
                : Optional.of(steps.get(done).edits.get(0));
    }

    /** Undoes the last edit and what belongs to it; false if there is none. */
    public boolean undo() {
        if (done == 0) {
            return false;
        }
        done--;
        current = before(done);
        return true;
    }

    /** Does again what was undone last; false if there is nothing. */
    public boolean redo() {
        if (done == steps.size()) {
            return false;
        }
        for (Edit edit : steps.get(done).edits) {
            current = edit.apply(current);
        }
        done++;
        return true;
    }

    /** The transcript before a step, kept or made again. */
    private SyncedTranscript before(int index) {
        int from = index;
        SyncedTranscript transcript = known(from);
        while (transcript == null) {
            transcript = known(--from);
        }
        for (int i = from; i < index; i++) {
            for (Edit edit : steps.get(i).edits) {
                transcript = edit.apply(transcript);
            }
            steps.get(i + 1).before = new SoftReference<>(transcript);
        }
        return transcript;
    }

    private SyncedTranscript known(int index) {
        Step step = steps.get(index);
        return step.kept != null ? step.kept : step.before.get();
    }

    /** Remembers that the current transcript has been saved. */
    public void markSaved() {
        saved = done;
    }

    /** Whether the current transcript is the one that was saved last. */
    public boolean isSaved() {
        return saved == done;
    }
}
