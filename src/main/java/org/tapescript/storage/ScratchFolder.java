package org.tapescript.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A temporary folder that gets its name in the end, or goes with all that is in it when it is closed. Used by one thread. */
public final class ScratchFolder implements AutoCloseable {
    private final Path path;

    private ScratchFolder(Path path) {
        this.path = path;
    }

    /** Beside the place that it will take. */
    public static ScratchFolder beside(Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        Leftovers.sweep(parent);
        String name = Scratch.name("." + target.getFileName());
        Path path = parent.resolve(name);
        try {
            return new ScratchFolder(Files.createDirectory(path));
        } catch (FileSystemException e) {
            Scratch.forget(name);
            // The user knows nothing of the temporary folder.
            throw FileFailure.renamed(e, target);
        }
    }

    public Path path() {
        return path;
    }

    /**
     * Gives it its name.
     *
     * @throws FileAlreadyExistsException if something has that name
     */
    public void moveTo(Path target) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Scratch.forceFolder(path);
        Files.move(path, target);
        Scratch.forceFolder(target.toAbsolutePath().getParent());
    }

    @Override
    public void close() throws IOException {
        try {
            Leftovers.remove(path);
        } finally {
            Scratch.forget(path.getFileName().toString());
        }
    }
}
