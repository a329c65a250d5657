package org.tapescript.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tapescript.storage.LineLog;

/** Where a project is going to be written, whether there is one now or not: nobody else begins to make one there meanwhile. */
public final class ProjectPlace implements AutoCloseable {
    private final Path project;
    private final ProjectLock lock;

    private ProjectPlace(Path project, ProjectLock lock) {
        this.project = project;
        this.lock = lock;
    }

    /**
     * Takes a place before a project is made, which may take long.
     *
     * @throws ProjectInUseException if somebody has a project of that name open, or is making one
     */
    public static ProjectPlace take(Path project) throws IOException {
        return new ProjectPlace(project, ProjectLock.beside(OpenProject.real(project)));
    }

    /**
     * Writes a project in place of whatever is there. Edits to the one before that were never saved are kept.
     *
     * @return where they are kept, if there were any
     */
    public Optional<Path> replace(ProjectFile content) throws IOException {
        Optional<Path> kept = setAside(lock);
        Files.deleteIfExists(lock.files().history());
        content.write(project);
        return kept;
    }

    /** Moves edits that were never saved out of the way of another project; returns where they are now, if there were any. */
    static Optional<Path> setAside(ProjectLock lock) throws IOException {
        Path journal = lock.files().journal();
        if (!Files.exists(journal)) {
            return Optional.empty();
        }
        if (LineLog.read(journal).lines().stream().allMatch(l -> l.text().contains("\"" + EditJournal.BASE + "\""))) {
            Files.delete(journal);
            return Optional.empty();
        }
        Path aside = WorkFiles.aside(journal);
        Files.move(journal, aside);
        return Optional.of(aside);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
