package org.tapescript.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.Edit;
import org.tapescript.edit.History;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.project.EditJournal;
import org.tapescript.project.ProjectFile;
import org.tapescript.project.WorkFiles;

/**
 * A project that is open: its transcript as it is now, what was done to it, what is selected. The one home of the window's state;
 * used on the window's thread alone. Whatever is done is in the journal before it is seen.
 */
public final class EditorSession implements AutoCloseable {
    private final Path fallback;
    private final ProjectFile file;
    private final History history;
    private final int recovered;
    private Path project;
    private Hold hold;
    private EditJournal journal;
    private WordTimes times;
    private Consumer<Edit> applied = edit -> {};

    private final ReadOnlyObjectWrapper<SyncedTranscript> transcript = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<Optional<Edit>> undoable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Edit>> redoable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LocalTime>> savedAt = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** Id of the word that the caret is at; empty for none. */
    private final ObjectProperty<Optional<String>> caret = new SimpleObjectProperty<>(Optional.empty());

    private EditorSession(Path project, Path fallback, ProjectFile file, Hold hold) throws IOException {
        this.project = project;
        this.fallback = fallback;
        this.file = file;
        this.hold = hold;
        this.history = new History(file.transcript());
        history.markSaved();
        this.recovered = EditJournal.replay(project, hold.files().journal(), history);
        this.journal = EditJournal.open(project, hold.files().journal(), recovered > 0);
        publish();
    }

    /** A project that no other window may open. */
    private record Hold(WorkFiles files, FileChannel channel) {
        /** @throws ProjectInUseException if another window has it */
        static Hold take(Path project, Path fallback) throws IOException {
            WorkFiles files = WorkFiles.beside(project);
            FileChannel channel;
            try {
                channel = open(files.lock());
            } catch (IOException e) {
                // Its folder cannot be written to, as on a disc or somebody else's share: it can be worked on all the
                // same.
                files = WorkFiles.in(fallback, project);
                channel = open(files.lock());
            }
            try {
                if (channel.tryLock() != null) {
                    return new Hold(files, channel);
                }
            } catch (OverlappingFileLockException e) {
                // By another window of this program.
            }
            channel.close();
            throw new ProjectInUseException(project);
        }

        private static FileChannel open(Path lock) throws IOException {
            return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }

        void release() throws IOException {
            channel.close();
            Files.deleteIfExists(files.lock());
        }
    }

    /**
     * Opens a project; what was done to it and never saved is there again.
     *
     * @param fallback folder for the journal of a project in a folder that cannot be written to
     */
    public static EditorSession open(Path project, Path fallback) throws IOException {
        ProjectFile file = ProjectFile.read(project);
        Hold hold = Hold.take(project, fallback);
        try {
            return new EditorSession(project, fallback, file, hold);
        } catch (IOException e) {
            hold.release();
            throw e;
        }
    }

    public Path project() {
        return project;
    }

    /** Steps that were done in an earlier run and not saved, and have been done again. */
    public int recovered() {
        return recovered;
    }

    public ReadOnlyObjectProperty<SyncedTranscript> transcriptProperty() {
        return transcript.getReadOnlyProperty();
    }

    public SyncedTranscript transcript() {
        return transcript.get();
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

    public ObjectProperty<Optional<String>> caretProperty() {
        return caret;
    }

    /**
     * Does an edit.
     *
     * @throws RefusedEditException if it cannot be done; nothing has changed then
     * @throws UncheckedIOException if the journal cannot be written; the edit is done, but not kept until the project is saved
     */
    public void apply(Edit edit) {
        history.apply(edit);
        record(() -> journal.applied(edit));
        applied.accept(edit);
    }

    /** @param listener told of each edit that was done for the first time, after it was */
    public void onApplied(Consumer<Edit> listener) {
        applied = listener;
    }

    /** Does an edit that is undone together with the last one; otherwise as {@link #apply}. */
    public void amend(Edit edit) {
        history.amend(edit);
        record(() -> journal.amended(edit));
    }

    public boolean undo() {
        boolean done = history.undo();
        if (done) {
            record(() -> journal.undone(history.current()));
        }
        return done;
    }

    public boolean redo() {
        boolean done = history.redo();
        if (done) {
            record(() -> journal.redone(history.current()));
        }
        return done;
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
                    "Keeping the edit beside " + project + ": " + e.getMessage() + "; save under another name", e);
        } finally {
            publish();
        }
    }

    private void publish() {
        if (transcript.get() != history.current()) {
            times = new WordTimes(history.current());
        }
        transcript.set(history.current());
        saved.set(history.isSaved());
        undoable.set(history.undoable());
        redoable.set(history.redoable());
    }

    /** Saves the project; if that fails, its file and the journal are as they were. */
    public void save() throws IOException {
        journal.save(file.with(history.current()));
        saved();
    }

    /**
     * Saves the project under another name and goes on there; the old file stays as it was last saved, without the journal. If that
     * fails, nothing has changed.
     *
     * @throws ProjectInUseException if another window has a project of that name
     */
    public void saveAs(Path to) throws IOException {
        if (to.toAbsolutePath().normalize().equals(project.toAbsolutePath().normalize())) {
            save();
            return;
        }
        Hold other = Hold.take(to, fallback);
        EditJournal begun;
        try {
            file.with(history.current()).write(to);
            begun = EditJournal.open(to, other.files().journal(), false);
        } catch (IOException e) {
            other.release();
            throw e;
        }
        journal.closeSaved();
        hold.release();
        hold = other;
        journal = begun;
        project = to;
        saved();
    }

    private void saved() {
        history.markSaved();
        savedAt.set(Optional.of(LocalTime.now()));
        publish();
    }

    /** Ends the session; what was not saved stays in the journal for the next. */
    @Override
    public void close() throws IOException {
        if (history.isSaved()) {
            journal.closeSaved();
        } else {
            journal.close();
        }
        hold.release();
    }
}
