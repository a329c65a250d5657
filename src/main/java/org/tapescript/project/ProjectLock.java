package org.tapescript.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tapescript.storage.FileFailure;

/** A project that nobody else may change, in this process or another. */
final class ProjectLock implements AutoCloseable {
    /**
     * Locks of this process. The system takes a lock away when the process closes the file anywhere else, so that nobody may open one
     * of these again.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private static final int TRIES = 20;

    private final WorkFiles files;
    private final FileChannel channel;
    private final Path own;

    private ProjectLock(WorkFiles files, FileChannel channel, Path own) {
        this.files = files;
        this.channel = channel;
        this.own = own;
    }

    WorkFiles files() {
        return files;
    }

    /**
     * Takes a project.
     *
     * @param fallback folder for what belongs to a project in a folder that cannot be written to, as on a disc or somebody else's share
     * @throws ProjectInUseException if somebody else has it
     */
    static ProjectLock take(Path project, Path fallback) throws IOException {
        WorkFiles beside = WorkFiles.beside(project);
        if (Files.isWritable(beside.lock().getParent())) {
            try {
                return take(project, beside);
            } catch (ProjectInUseException e) {
                throw e;
            } catch (IOException e) {
                // It looked as if one could write there: network shares do.
            }
        }
        Files.createDirectories(fallback);
        return take(project, WorkFiles.in(fallback, project));
    }

    /** Takes a project whose folder is going to be written to. */
    static ProjectLock beside(Path project) throws IOException {
        try {
            return take(project, WorkFiles.beside(project));
        } catch (ProjectInUseException e) {
            throw e;
        } catch (IOException e) {
            // The user knows nothing of the lock file.
            throw FileFailure.of(e, project);
        }
    }

    private static ProjectLock take(Path project, WorkFiles files) throws IOException {
        Path own = files.lock().toAbsolutePath().normalize();
        if (!OURS.add(own)) {
            throw new ProjectInUseException(project);
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            int tries = 0;
            do {
                if (channel != null) {
                    channel.close();
                }
                locked = false;
                channel = FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (channel.tryLock() == null) {
                    throw new ProjectInUseException(project);
                }
                locked = true;
            } while (!isThere(files.lock(), channel) && tries++ < TRIES);
            return new ProjectLock(files, channel, own);
        } catch (OverlappingFileLockException e) {
            throw release(channel, own, new ProjectInUseException(project));
        } catch (IOException e) {
            if (locked && !(e instanceof ProjectInUseException)) {
                // On a full disk nothing can be written into it.
                Files.deleteIfExists(files.lock());
            }
            throw release(channel, own, e);
        }
    }

    private static IOException release(FileChannel channel, Path own, IOException reason) {
        OURS.remove(own);
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
        return reason;
    }

    /**
     * Whether a file that is locked still has its name: whoever had the lock before may have removed it meanwhile. Only the one who has
     * the lock writes, so that the name has the file's length, whichever it takes, if it is the same.
     */
    private static boolean isThere(Path lock, FileChannel channel) throws IOException {
        for (int length : new int[] {0, 7, 3}) {
            channel.truncate(0);
            channel.write(ByteBuffer.allocate(length), 0);
            try {
                if (Files.size(lock) != length) {
                    return false;
                }
            } catch (NoSuchFileException e) {
                return false;
            }
        }
        return true;
    }

    /** Lets the project go. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(files.lock());
        } finally {
            channel.close();
            OURS.remove(own);
        }
    }
}
