package org.tapescript.edit;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tapescript.domain.SyncedTranscript;

/**
 * A transcript and all that was done to it, to be undone and done again without limit. Earlier transcripts are kept as far as there
 * is memory; others are made again from the one before by playing the edits, of which every {@value #CHECKPOINT}th state is kept
 * for certain. Not thread-safe.
 */
public final class History {
    private static final int CHECKPOINT = 40;
    private static final int NONE = -1;

    /** Edits that are undone together, and the transcript before them. */
    private static final class Step {
        final long id;
        final List<Edit> edits = new ArrayList<>();
        private final boolean keeps;
        private SyncedTranscript kept;
        private SoftReference<SyncedTranscript> before;

        Step(long id, SyncedTranscript before, boolean keeps) {
            this.id = id;
            this.keeps = keeps;
            begins(before);
        }

        void begins(SyncedTranscript with) {
            kept = keeps ? with : null;
            before = new SoftReference<>(with);
        }

        void forget() {
            kept = null;
            before = new SoftReference<>(null);
        }

        SyncedTranscript known() {
            return kept != null ? kept : before.get();
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private int done;
    private SyncedTranscript current;
    private int saved;
    /** The state that is being saved, {@link #NONE} for none or one that can no longer be reached. */
    private int saving = NONE;

    private long nextId;
    /** Steps of an earlier run that led to where this one began, as long as they are not forgotten. */
    private int before;

    /** The transcript that the first of those stands on, as long as nobody has asked for it. */
    private Optional<Supplier<SyncedTranscript>> origin = Optional.empty();

    private final SyncedTranscript opened;

    public History(SyncedTranscript first) {
        this.current = first;
        this.opened = first;
    }

    /**
     * What was done in an earlier run, to be undone in this one.
     *
     * @param steps edits that are undone together, step by step
     * @param done how many of them are done; the others can be done again
     * @param origin what was there before the first; asked for once, when it is needed
     */
    public record Earlier(List<List<Edit>> steps, int done, Supplier<SyncedTranscript> origin) {
        public Earlier {
            steps = steps.stream().map(List::copyOf).toList();
            if (done < 0 || done > steps.size() || steps.stream().anyMatch(List::isEmpty)) {
                throw new IllegalArgumentException("no such steps");
            }
        }
    }

    /**
     * Goes on with what was done in an earlier run. When it is first undone, the earlier steps are played anew: if they do not lead to
     * where this run began, they are forgotten, so that undo never leads to what never was.
     */
    public History(SyncedTranscript now, Earlier earlier) {
        this(now);
        for (List<Edit> edits : earlier.steps) {
            Step step = new Step(nextId++, now, false);
            step.forget();
            step.edits.addAll(edits);
            steps.add(step);
        }
        done = earlier.done;
        before = done;
        saved = done;
        origin = Optional.of(earlier.origin);
    }

    public SyncedTranscript current() {
        return current;
    }

    /**
     * Does an edit; what had been undone is forgotten.
     *
     * @return the step's id, which no other step ever has
     * @throws RefusedEditException if it cannot be done; nothing has changed then
     */
    public long apply(Edit edit) {
        SyncedTranscript next = edit.apply(current);
        forgetFrom(done);
        Step step = new Step(nextId++, current, done % CHECKPOINT == 0 || done == before);
        step.edits.add(edit);
        steps.add(step);
        done++;
        current = next;
        return step.id;
    }

    /**
     * Does an edit that belongs to the last step, such as more typing in the same place: both are undone together.
     *
     * @throws RefusedEditException if it cannot be done; nothing has changed then
     */
    public void amend(Edit edit) {
        if (done == 0) {
            apply(edit);
        } else {
            merge(steps.get(done - 1).id, edit, (was, now) -> true);
        }
    }

    /**
     * Does an edit as part of an earlier step, such as the times found for words that were typed then: the steps above it are done
     * again on what it makes. What had been undone can still be done again.
     *
     * @param acceptable of the transcript as it is and as it would be, whether that may be
     * @return how many steps lie above it; nothing if the step is not done now, or the result is not acceptable: nothing has
     *     changed then
     * @throws RefusedEditException if it, or a step above it, cannot be done; nothing has changed then
     */
    public OptionalInt merge(long step, Edit edit, BiPredicate<SyncedTranscript, SyncedTranscript> acceptable) {
        int index = done - 1;
        while (index >= 0 && steps.get(index).id != step) {
            index--;
        }
        if (index < 0) {
            return OptionalInt.empty();
        }
        if (index < before && !recall(index)) {
            return OptionalInt.empty();
        }
        List<SyncedTranscript> states = new ArrayList<>();
        states.add(edit.apply(index + 1 == done ? current : before(index + 1)));
        for (int i = index + 1; i < done; i++) {
            states.add(played(steps.get(i), states.get(states.size() - 1)));
        }
        SyncedTranscript next = states.get(states.size() - 1);
        if (!acceptable.test(current, next)) {
            return OptionalInt.empty();
        }
        steps.get(index).edits.add(edit);
        for (int i = index + 1; i < steps.size(); i++) {
            if (i <= done) {
                steps.get(i).begins(states.get(i - index - 1));
            } else {
                steps.get(i).forget();
            }
        }
        forgetMarksFrom(index);
        current = next;
        return OptionalInt.of(done - 1 - index);
    }

    private static SyncedTranscript played(Step step, SyncedTranscript before) {
        SyncedTranscript transcript = before;
        for (Edit edit : step.edits) {
            transcript = edit.apply(transcript);
        }
        return transcript;
    }

    private void forgetFrom(int index) {
        while (steps.size() > index) {
            steps.remove(steps.size() - 1);
        }
        forgetMarksFrom(index);
    }

    /** The states behind a step's beginning are others from now on. */
    private void forgetMarksFrom(int index) {
        saved = saved > index ? NONE : saved;
        saving = saving > index ? NONE : saving;
    }

    /** The last step that is done. */
    public OptionalLong last() {
        return done == 0 ? OptionalLong.empty() : OptionalLong.of(steps.get(done - 1).id);
    }

    /** Whether a step is done now, and not undone. */
    public boolean isDone(long step) {
        return indexOf(step) >= 0 && indexOf(step) < done;
    }

    /** Whether a step is done, or can be done again. */
    public boolean knows(long step) {
        return indexOf(step) >= 0;
    }

    /** Ids rise along the steps. */
    private int indexOf(long step) {
        int low = 0;
        int high = steps.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).id == step) {
                return middle;
            }
            if (steps.get(middle).id < step) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** The last edit of a kind that was done in this run and still is, whichever step it belongs to. */
    public Optional<Edit> lastDone(Predicate<Edit> kind) {
        for (int i = done - 1; i >= before; i--) {
            List<Edit> edits = steps.get(i).edits;
            for (int k = edits.size() - 1; k >= 0; k--) {
                if (kind.test(edits.get(k))) {
                    return Optional.of(edits.get(k));
                }
            }
        }
        return Optional.empty();
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
        if (done == 0 || !recall(done - 1)) {
            return false;
        }
        done--;
        current = before(done);
        return true;
    }

    /**
     * Does again what was undone last; false if there is nothing, or if it can no longer be done since a step below it was merged
     * with something: it is forgotten then.
     */
    public boolean redo() {
        if (done == steps.size()) {
            return false;
        }
        SyncedTranscript was = current;
        try {
            current = played(steps.get(done), was);
        } catch (RefusedEditException e) {
            forgetFrom(done);
            return false;
        }
        if (steps.get(done).known() == null) {
            steps.get(done).begins(was);
        }
        done++;
        return true;
    }

    /**
     * Sees to it that the state before a step can be made again. Steps of an earlier run are played for that from where they began.
     *
     * @return false if they do not lead to where this run began; they are forgotten then
     */
    private boolean recall(int index) {
        if (origin.isEmpty() || index >= before) {
            return true;
        }
        Supplier<SyncedTranscript> first = origin.get();
        origin = Optional.empty();
        try {
            SyncedTranscript state = first.get();
            for (int i = 0; i < before; i++) {
                // Of these, none is known that could be forgotten again: the first one is kept for certain.
                Step step = new Step(steps.get(i).id, state, i % CHECKPOINT == 0);
                step.edits.addAll(steps.get(i).edits);
                steps.set(i, step);
                state = played(step, state);
            }
            if (state.equals(opened)) {
                return true;
            }
        } catch (RuntimeException e) {
            // What an earlier version did, or what is damaged, may not be possible now.
        }
        steps.subList(0, before).clear();
        done -= before;
        saved = saved >= before ? saved - before : NONE;
        saving = saving >= before ? saving - before : NONE;
        before = 0;
        return false;
    }

    /**
     * What is done and can be done again, to be kept for another run.
     *
     * @param maximum as many steps are kept, and fewer than {@value #CHECKPOINT} more
     */
    public Earlier recent(int maximum) {
        int from = Math.max(0, done - maximum);
        from -= from % CHECKPOINT;
        if (from > 0 && !recall(from)) {
            from = 0;
        }
        Supplier<SyncedTranscript> first;
        if (from == 0 && origin.isPresent()) {
            first = origin.get();
        } else {
            SyncedTranscript state = from == done ? current : before(from);
            first = () -> state;
        }
        return new Earlier(
                steps.subList(from, steps.size()).stream()
                        .map(s -> List.copyOf(s.edits))
                        .toList(),
                done - from,
                first);
    }

    /** The transcript before a step, kept or made again. */
    private SyncedTranscript before(int index) {
        int from = index;
        SyncedTranscript transcript = steps.get(from).known();
        while (transcript == null) {
            transcript = steps.get(--from).known();
        }
        for (int i = from; i < index; i++) {
            transcript = played(steps.get(i), transcript);
            steps.get(i + 1).begins(transcript);
        }
        return transcript;
    }

    /** Remembers that the current transcript has been saved. */
    public void markSaved() {
        markSaving();
        endSaving(true);
    }

    /** Remembers that the current transcript is being saved, whatever is done until that has ended. */
    public void markSaving() {
        saving = done;
    }

    /** Remembers what became of saving. @param written false if what was saved before is still what is saved */
    public void endSaving(boolean written) {
        saved = written ? saving : saved;
        saving = NONE;
    }

    /** Whether the current transcript is the one that was saved last. */
    public boolean isSaved() {
        return saved == done;
    }
}
