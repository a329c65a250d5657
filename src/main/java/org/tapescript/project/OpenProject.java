package org.tapescript.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.History;
import org.tapescript.storage.AtomicFile;
import org.tapescript.storage.Checksum;
import org.tapescript.storage.Leftovers;
import org.tapescript.storage.LineLog;

/**
 * The door to a project: whoever changes one, in the window or on the command line, comes in here and has it alone until it is closed.
 * What was done to it and never saved is done again; what cannot be done again is kept in a file of its own, see {@link #recovery}. Not
 * thread-safe, but for {@link Saving#write}.
 */
public final class OpenProject implements AutoCloseable {
    private final Path fallback;
    private final ProjectFile file;
    private final History history;
    private final Recovery recovery;
    /** Checksums of what the file may hold: what it was opened with, and what was or may have been saved since. */
    private final Set<String> ours = ConcurrentHashMap.newKeySet();

    private Path project;
    private ProjectLock lock;
    private EditJournal journal;

    private OpenProject(Path project, Path fallback, ProjectLock lock) throws IOException {
        this.project = project;
        this.fallback = fallback;
        this.lock = lock;
        Bytes bytes = Bytes.of(project);
        this.file = bytes.file();
        ours.add(bytes.checksum());
        this.history = SavedHistory.read(lock.files().history(), bytes.checksum())
                .map(earlier -> new History(file.transcript(), earlier))
                .orElseGet(() -> new History(file.transcript()));
        history.markSaved();
        Path own = lock.files().journal();
        Optional<Path> there = journal(project, fallback, own);
        if (there.isEmpty()) {
            this.recovery = Recovery.NONE;
            this.journal = EditJournal.empty(own, bytes.checksum(), LineLog.PLAIN);
            return;
        }
        JournalReader.Played played = JournalReader.play(there.get(), bytes.checksum(), history);
        Path kept = there.get();
        if (played.reason().isPresent()) {
            kept = WorkFiles.aside(own);
            Files.copy(there.get(), kept);
        }
        this.recovery = played.recovery(kept);
        this.journal = EditJournal.after(
                there.get().equals(own) ? played : played.elsewhere(), own, bytes.checksum(), LineLog.PLAIN);
        if (!there.get().equals(own) || played.played().isEmpty() && !played.isCurrent()) {
            deleteIfPossible(there.get());
        }
    }

    /** A project's file as it was read, once, so that its journal is compared with what was read. */
    private record Bytes(ProjectFile file, String checksum) {
        static Bytes of(Path project) throws IOException {
            byte[] content = ProjectFile.bytes(project);
            return new Bytes(ProjectFile.of(project, content), Checksum.of(content));
        }
    }

    /**
     * Opens a project to change it.
     *
     * @param fallback folder for the journal of a project in a folder that cannot be written to
     * @throws ProjectInUseException if somebody else has it open
     * @throws MalformedProjectException if the file is no project, or a damaged one
     */
    public static OpenProject open(Path project, Path fallback) throws IOException {
        Path real = real(project);
        Leftovers.sweep(real.getParent());
        ProjectLock lock = ProjectLock.take(real, fallback);
        try {
            return new OpenProject(project.toAbsolutePath(), fallback, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Two links to a file are one project. */
    static Path real(Path project) throws IOException {
        return Files.exists(project) ? project.toRealPath() : project.toAbsolutePath();
    }

    /** The journal of a project, wherever it could be written when it was: beside the project, or in the other folder. */
    private static Optional<Path> journal(Path project, Path fallback, Path own) throws IOException {
        if (Files.exists(own)) {
            return Optional.of(own);
        }
        for (WorkFiles files : new WorkFiles[] {WorkFiles.beside(project), WorkFiles.in(fallback, project)}) {
            if (Files.isReadable(files.journal())) {
                return Optional.of(files.journal());
            }
        }
        return Optional.empty();
    }

    private static void deleteIfPossible(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // In a folder that cannot be written to; what it holds is in the journal that is in use.
        }
    }

    /**
     * A project as it is, with what was done to it and never saved.
     *
     * @param recovery what was done again
     */
    public record View(ProjectFile file, Recovery recovery) {}

    /** Reads a project without changing anything; somebody else may have it open. */
    public static View view(Path project, Path fallback) throws IOException {
        return read(
                project,
                fallback,
                (bytes, history, played, recovery) -> new View(bytes.file().with(history.current()), recovery));
    }

    /** Reads a project to be handed on, with what was never saved, without changing anything; somebody else may have it open. */
    public static PortableProject portable(Path project, Path fallback) throws IOException {
        return read(
                project,
                fallback,
                (bytes, history, played, recovery) ->
                        new PortableProject(bytes.file(), history.current(), played, recovery));
    }

    private interface Reading<R> {
        R result(Bytes bytes, History history, List<ObjectNode> played, Recovery recovery);
    }

    private static <R> R read(Path project, Path fallback, Reading<R> reading) throws IOException {
        Path real = real(project);
        Leftovers.sweep(real.getParent());
        // Between reading the two files somebody may save.
        for (int i = 0; ; i++) {
            Bytes bytes = Bytes.of(real);
            Optional<Path> journal =
                    journal(real, fallback, WorkFiles.beside(real).journal());
            History history = new History(bytes.file().transcript());
            Recovery recovery = Recovery.NONE;
            List<ObjectNode> played = List.of();
            if (journal.isPresent()) {
                try {
                    JournalReader.Played all = JournalReader.play(journal.get(), bytes.checksum(), history);
                    recovery = all.recovery(journal.get());
                    played = all.played();
                } catch (NoSuchFileException e) {
                    continue;
                }
            }
            // A journal goes, or belongs to another state, once what is in it was saved.
            boolean isSuspect = journal.isEmpty() || recovery.left().isPresent();
            if (i < 3 && isSuspect && !EditJournal.checksum(real).equals(bytes.checksum())) {
                continue;
            }
            return reading.result(bytes, history, played, recovery);
        }
    }

    public Path path() {
        return project;
    }

    /** The file as it was opened. */
    public ProjectFile file() {
        return file;
    }

    /** What was done to the project; what was never saved is in it. */
    public History history() {
        return history;
    }

    public EditJournal journal() {
        return journal;
    }

    public Recovery recovery() {
        return recovery;
    }

    /** Saves the project; if that fails, its file and the journal are as they were. */
    public void save() throws IOException {
        save(history.current());
    }

    /** Saves something else than what the history says, made of it by a command. */
    public void save(SyncedTranscript now) throws IOException {
        Saving saving = new Saving(now, Optional.empty());
        try {
            saving.write();
        } finally {
            saving.end();
        }
    }

    /** Begins to save the project as it is now. */
    public Saving beginSaving() {
        return new Saving(history.current(), Optional.empty());
    }

    /** Begins to save the project as it is now under another name; the old file stays as it was last saved, without the journal. */
    public Saving beginSavingAs(Path to) {
        return new Saving(history.current(), Optional.of(to));
    }

    /**
     * A state of the project that is being saved, while edits go on: begun and ended by whoever has the project, one at a time, and written
     * by whoever may wait for a disk. Whenever the program is ended, all that was done is in the file or in the journal.
     */
    public final class Saving {
        private final SyncedTranscript content;
        /** What led to it; nothing if that was no edit. */
        private final Optional<History.Earlier> steps;

        private final Optional<Path> to;
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile boolean written;
        private boolean ended;

        private Saving(SyncedTranscript content, Optional<Path> to) {
            this.content = content;
            this.steps = content == history.current() ? Optional.of(SavedHistory.of(history)) : Optional.empty();
            this.to = to;
            history.markSaving();
            journal.beginSaving();
        }

        /**
         * Writes the file, on any thread; to be called once. If that fails, nothing has changed.
         *
         * @throws ProjectChangedException if the file is no longer what was opened or saved here
         * @throws ProjectInUseException if somebody has a project of the other name open
         */
        public void write() throws IOException {
            try {
                if (to.isEmpty()
                        || real(to.get()).normalize().equals(real(project).normalize())) {
                    replace();
                } else {
                    copy(to.get());
                }
                written = true;
            } finally {
                done.countDown();
            }
        }

        private void replace() throws IOException {
            if (Files.exists(project) && !ours.contains(EditJournal.checksum(project))) {
                throw new ProjectChangedException(project);
            }
            String json = file.with(content).json();
            String next = Checksum.of(json.getBytes(StandardCharsets.UTF_8));
            ours.add(next);
            journal.announce(next);
            AtomicFile.write(project, out -> out.write(json));
            journal.saved(next);
            keep(lock.files().history(), next);
        }

        /** Only undo depends on it: what cannot be kept is no reason to say that saving failed. */
        private void keep(Path file, String next) {
            try {
                if (steps.isPresent()) {
                    SavedHistory.write(file, next, steps.get());
                } else {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                System.getLogger(OpenProject.class.getName())
                        .log(System.Logger.Level.WARNING, "What was done is not kept in " + file, e);
            }
        }

        private void copy(Path to) throws IOException {
            ProjectLock other = ProjectLock.take(real(to), fallback);
            try {
                ProjectPlace.setAside(other);
                file.with(content).write(to);
                String next = EditJournal.checksum(to);
                ours.add(next);
                journal.savedAs(other.files().journal(), next);
                keep(other.files().history(), next);
            } catch (IOException e) {
                other.close();
                throw e;
            }
            lock.close();
            lock = other;
        }

        /** Ends saving, once it was written or has failed to be; waits for that if need be. */
        public void end() {
            if (ended) {
                return;
            }
            ended = true;
            awaitDone();
            history.endSaving(written);
            if (written) {
                to.ifPresent(path -> project = path.toAbsolutePath());
            } else {
                journal.notSaved();
            }
        }

        private void awaitDone() {
            boolean interrupted = false;
            while (true) {
                try {
                    done.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Lets the project go; what was not saved stays in the journal for the next one to open it. */
    @Override
    public void close() throws IOException {
        try {
            if (history.isSaved()) {
                journal.closeSaved();
            } else {
                journal.close();
            }
        } finally {
            lock.close();
        }
    }
}
