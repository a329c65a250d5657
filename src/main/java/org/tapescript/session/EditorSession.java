package org.tapescript.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.domain.Turn;
import org.tapescript.edit.CorrectText;
import org.tapescript.edit.Edit;
import org.tapescript.edit.History;
import org.tapescript.edit.InsertTurn;
import org.tapescript.edit.MarkSpoken;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.edit.SetWordTimes;
import org.tapescript.job.DirectJobRunner;
import org.tapescript.job.JobRunner;
import org.tapescript.project.OpenProject;
import org.tapescript.project.Recovery;

/**
 * A project that is open: its transcript as it is now, what was done to it, what is selected. The one home of the window's state;
 * used on the window's thread alone. Whatever is done is in the journal before it is seen.
 */
public final class EditorSession implements AutoCloseable {
    private final OpenProject door;
    private final History history;
    private SaveQueue saves;
    private TranscriptIndex index;
    private WordTimes times;
    private Optional<Typing> typing = Optional.empty();
    private Optional<GapTyping> gap = Optional.empty();
    private Optional<TimesWanted> wanted = Optional.empty();
    private Optional<Placing> placing = Optional.empty();
    private final LostSpeech lost = new LostSpeech(this);

    private final ReadOnlyObjectWrapper<SyncedTranscript> transcript = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<Optional<Edit>> undoable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Edit>> redoable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LocalTime>> savedAt = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Selection selection = new Selection(this::index);

    private EditorSession(OpenProject door) {
        this.door = door;
        this.history = door.history();
        saveWith(new DirectJobRunner());
        publish();
    }

    /**
     * Opens a project; what was done to it and never saved is there again.
     *
     * @param fallback folder for the journal of a project in a folder that cannot be written to
     */
    public static EditorSession open(Path project, Path fallback) throws IOException {
        return new EditorSession(OpenProject.open(project, fallback));
    }

    public Path project() {
        return door.path();
    }

    /** What became of edits that were done in an earlier run and not saved. */
    public Recovery recovery() {
        return door.recovery();
    }

    public ReadOnlyObjectProperty<SyncedTranscript> transcriptProperty() {
        return transcript.getReadOnlyProperty();
    }

    public SyncedTranscript transcript() {
        return transcript.get();
    }

    /** Where what is in the transcript as it is now. */
    public TranscriptIndex index() {
        return index;
    }

    /** Words of the transcript as it is now, by when they are said. */
    public WordTimes times() {
        return times;
    }

    public ReadOnlyBooleanProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Edit>> undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Edit>> redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<LocalTime>> savedAtProperty() {
        return savedAt.getReadOnlyProperty();
    }

    /** Id of the word that the caret is at; empty for none. */
    public ObjectProperty<Optional<String>> caretProperty() {
        return selection.caretProperty();
    }

    public Selection selection() {
        return selection;
    }

    /**
     * Does an edit. Words that it types are looked for beside the window.
     *
     * @return the step's id, to amend it by
     * @throws RefusedEditException if it cannot be done; nothing has changed then
     * @throws UncheckedIOException if the journal cannot be written; the edit is done, but not kept until the project is saved
     */
    public long apply(Edit edit) {
        return step(OptionalLong.empty(), edit, step -> {});
    }

    /**
     * Does an edit that is undone together with an earlier step; if that is no longer the last one, as a step of its own. Otherwise
     * as {@link #apply}.
     *
     * @return the id of the step that it became part of
     */
    public long amend(long step, Edit edit) {
        return step(OptionalLong.of(step), edit, s -> {});
    }

    /** @param done told of the step before anybody sees what it made */
    private long step(OptionalLong amended, Edit edit, LongConsumer done) {
        boolean amends = amended.isPresent()
                && history.last().equals(amended)
                && history.redoable().isEmpty();
        SyncedTranscript before = history.current();
        long step = amended.orElse(0);
        if (amends) {
            history.amend(edit);
        } else {
            step = history.apply(edit);
        }
        typed(step, edit, before);
        done.accept(step);
        record(() -> {
            if (amends) {
                door.journal().amended(edit);
            } else {
                door.journal().applied(edit);
            }
        });
        searchEnded();
        return step;
    }

    private void typed(long step, Edit edit, SyncedTranscript before) {
        if (edit instanceof CorrectText || edit instanceof MarkSpoken || edit instanceof InsertTurn) {
            Optional<TimeSpan> within = edit instanceof InsertTurn i
                    ? Optional.of(new TimeSpan(i.startMicros(), i.endMicros()))
                    : Optional.empty();
            wanted.ifPresent(w -> w.typed(step, TimesWanted.changed(before, history.current()), within));
        }
        if (edit instanceof CorrectText) {
            lost.typed(step, before, history.current());
        }
    }

    /**
     * Does an edit in place of the last step, or takes that back.
     *
     * @param last the last step that is done, or nothing for an edit in place of none
     * @param done told of the step, if there is one, before anybody sees what it made
     * @return ids of the words that the edit typed
     * @throws RefusedEditException if it cannot be done; nothing has changed then
     */
    Set<String> instead(OptionalLong last, Optional<Edit> edit, Consumer<OptionalLong> done) {
        if (last.isPresent()) {
            history.undo();
        }
        SyncedTranscript before = history.current();
        OptionalLong step = OptionalLong.empty();
        Set<String> words = Set.of();
        if (edit.isPresent()) {
            try {
                step = OptionalLong.of(history.apply(edit.get()));
            } catch (RefusedEditException e) {
                if (last.isPresent()) {
                    history.redo();
                }
                throw e;
            }
            words = TimesWanted.changed(before, history.current());
            typed(step.getAsLong(), edit.get(), before);
        }
        done.accept(step);
        record(() -> {
            if (last.isPresent()) {
                door.journal().undone(before);
            }
            if (edit.isPresent()) {
                door.journal().applied(edit.get());
            }
        });
        return words;
    }

    /** Has typed words looked for on the tape, for as long as the session lasts. */
    public void findWordsWith(WordSearch search, JobRunner jobs, Consumer<Throwable> failed) {
        wanted = Optional.of(new TimesWanted(this, search, jobs, failed));
    }

    /** Has a translation placed anew whenever there is new evidence, for as long as the session lasts. */
    public void placeWith(Placer placer, JobRunner jobs) {
        placing = Optional.of(new Placing(this, placer, jobs));
        placing.get().review();
    }

    /**
     * Takes in what was found for a step. Where the steps above it cannot be done on top of that, because they go by times, it
     * becomes part of the last one: of all that was done, nothing but the words that were looked for may change.
     */
    void found(long step, SetWordTimes found) {
        Set<String> words = found.times().keySet();
        boolean isLast = history.last().equals(OptionalLong.of(step));
        if (isLast || !merge(step, found, (was, now) -> isSameBut(words, was, now))) {
            history.last().ifPresent(last -> merge(last, found, (was, now) -> true));
        }
    }

    private static boolean isSameBut(Set<String> words, SyncedTranscript a, SyncedTranscript b) {
        if (a.turns().size() != b.turns().size() || !a.withTurns(b.turns()).equals(b)) {
            return false;
        }
        for (int i = 0; i < a.turns().size(); i++) {
            Turn was = a.turns().get(i);
            Turn now = b.turns().get(i);
            if (was != now && !without(was, words).equals(without(now, words))) {
                return false;
            }
        }
        return true;
    }

    private static Turn without(Turn turn, Set<String> words) {
        return turn.withWords(turn.words().stream()
                .map(w -> words.contains(w.id()) ? w.withTiming(Timing.UNALIGNED) : w)
                .toList());
    }

    /** Makes an edit part of an earlier step; false if that is not done, or the result would not be acceptable. */
    boolean merge(long step, Edit edit, BiPredicate<SyncedTranscript, SyncedTranscript> acceptable) {
        OptionalInt above;
        try {
            above = history.merge(step, edit, acceptable);
        } catch (RefusedEditException e) {
            return false;
        }
        if (above.isPresent()) {
            record(() -> door.journal().merged(above.getAsInt(), edit, history.current()));
        }
        return above.isPresent();
    }

    boolean isDone(long step) {
        return history.isDone(step);
    }

    boolean knows(long step) {
        return history.knows(step);
    }

    OptionalLong lastStep() {
        return history.last();
    }

    Optional<Edit> lastDone(Predicate<Edit> kind) {
        return history.lastDone(kind);
    }

    /** What was typed and not done yet is done first, so that it is what is undone. */
    public boolean undo() {
        tryTyped();
        boolean done = history.undo();
        if (done) {
            record(() -> door.journal().undone(history.current()));
        } else {
            publish();
        }
        return done;
    }

    public boolean redo() {
        tryTyped();
        boolean done = history.redo();
        if (done) {
            record(() -> door.journal().redone(history.current()));
        } else {
            publish();
        }
        return done;
    }

    /** The stretch that is being typed in. */
    public Optional<Typing> typing() {
        return typing;
    }

    /**
     * Begins to type in a stretch of the text.
     *
     * @param turn id of the turn that it belongs to
     * @param start of the stretch in the text
     * @param text of the stretch
     * @param caret where in it typing begins
     */
    public void beginTyping(String turn, int start, String text, int caret) {
        beginTyping(turn, start, text, caret, caret);
    }

    /** Begins to type over a part of a stretch of the text. @param caretEnd where that part ends in the stretch */
    public void beginTyping(String turn, int start, String text, int caret, int caretEnd) {
        typing = Optional.of(new Typing(turn, history.current().transcript().text(), start, text, caret, caretEnd));
    }

    /** Speech that the text lacks and that is being typed in. */
    public Optional<GapTyping> gap() {
        return gap;
    }

    /** Begins to type in what is heard in a gap, behind the word that is said before it. */
    public GapTyping beginGap(TimeSpan heard, String speaker) {
        return beginGap(heard, times.lastWordBefore(heard), speaker);
    }

    /** Begins to type in what is heard in a gap, behind a word. */
    public GapTyping beginGap(TimeSpan heard, Optional<String> after, String speaker) {
        gap = Optional.of(new GapTyping(this, heard, after, speaker));
        return gap.get();
    }

    /** The stretch is now to read so; done by {@link #doTyped}. */
    public void type(String text) {
        typing.ifPresent(t -> t.type(text));
    }

    /**
     * Does what was typed as an edit, undone together with what was typed there before unless something else was done since.
     *
     * @throws RefusedEditException if the text cannot be corrected so; it stays typed
     */
    public void doTyped() {
        gap.ifPresent(GapTyping::flush);
        typing.ifPresent(t -> t.pending()
                .ifPresent(edit -> step(
                        t.step(),
                        edit,
                        step -> t.done(step, history.current().transcript().text()))));
    }

    /** Has what was done of the typing looked for on the tape, as whoever types has paused. */
    public void pauseTyping() {
        wanted.ifPresent(TimesWanted::pause);
    }

    boolean isTyping() {
        return typing.isPresent() || gap.isPresent();
    }

    private void tryTyped() {
        try {
            doTyped();
        } catch (RefusedEditException e) {
            // It stays typed; whoever ends the typing is told.
        }
    }

    /** Ends typing; what is not done yet is lost. */
    public void endTyping() {
        typing = Optional.empty();
        gap = Optional.empty();
        pauseTyping();
        searchEnded();
    }

    /** What was typed over, and is not said by the words that are there now, is listed once that is clear. */
    void searchEnded() {
        lost.review(step ->
                typing.filter(t -> t.step().equals(OptionalLong.of(step))).isPresent()
                        || wanted.filter(w -> w.isLookedFor(step)).isPresent());
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    private void record(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Keeping the edit beside " + project() + ": " + e.getMessage() + "; save under another name", e);
        } finally {
            publish();
        }
    }

    private void publish() {
        if (transcript.get() != history.current()) {
            TranscriptIndex before = index;
            index = before == null
                    ? new TranscriptIndex(history.current())
                    : new TranscriptIndex(history.current(), before);
            if (before != null) {
                selection.follow(before, index);
            }
            times = new WordTimes(history.current());
            typing.ifPresent(t -> t.follow(history.current().transcript().text()));
            gap.ifPresent(GapTyping::follow);
        }
        transcript.set(history.current());
        saved.set(history.isSaved());
        undoable.set(history.undoable());
        redoable.set(history.redoable());
        wanted.ifPresent(TimesWanted::review);
        placing.ifPresent(Placing::review);
    }

    /** Has the project's file written beside the window. @param files must last longer than the session */
    public void saveWith(JobRunner files) {
        saves = new SaveQueue(door, files, this::beginSaving, this::publish);
    }

    /** Saves the project as it is now; edits go on meanwhile. If that fails, its file and the journal are as they were. */
    public void save(Runnable done, Consumer<Throwable> failed) {
        save(Optional.empty(), done, failed);
    }

    /**
     * Saves the project under another name, as {@link #save} does, and goes on there; the old file stays as it was last saved, without
     * the journal. If that fails, as with a {@link org.tapescript.project.ProjectInUseException} if somebody else has a project of that
     * name, nothing has changed.
     */
    public void saveAs(Path to, Runnable done, Consumer<Throwable> failed) {
        save(Optional.of(to), done, failed);
    }

    private void save(Optional<Path> to, Runnable done, Consumer<Throwable> failed) {
        Runnable saved = () -> {
            savedAt.set(Optional.of(LocalTime.now()));
            done.run();
        };
        saves.save(to, saved, failed);
    }

    /** What is typed is saved, and what is typed from now on is another step. */
    private void beginSaving() {
        tryTyped();
        typing.ifPresent(Typing::restart);
    }

    /** Ends the session; what was not saved stays in the journal for the next. */
    @Override
    public void close() throws IOException {
        wanted.ifPresent(TimesWanted::close);
        placing.ifPresent(Placing::close);
        saves.close();
        door.close();
    }
}
