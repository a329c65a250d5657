package org.tapescript.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** A temporary file that takes its place in the end, or goes when it is closed. Used by one thread. */
public final class Scratch implements AutoCloseable {
    /** Names of those of this process, which nobody must sweep. */
    private static final Set<String> LIVE = ConcurrentHashMap.newKeySet();

    private final Path path;

    private Scratch(Path path) {
        this.path = path;
    }

    /** Beside the file whose place it will take. @param secret whether its owner alone may read it */
    static Scratch beside(Path target, boolean secret) throws IOException {
        return make(target.getParent(), "." + target.getFileName(), secret);
    }

    /** In a folder of what can be made again. */
    static Scratch in(Path folder, String purpose) throws IOException {
        return make(folder, purpose, true);
    }

    private static Scratch make(Path folder, String name, boolean secret) throws IOException {
        String own = name(name);
        Path path = folder.resolve(own);
        try {
            FileChannel.open(
                            path,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            secret ? Modes.privately() : new FileAttribute<?>[0])
                    .close();
            return new Scratch(path);
        } catch (IOException | RuntimeException e) {
            forget(own);
            throw e;
        }
    }

    /** A name for what is temporary, which nobody sweeps until it is forgotten. */
    static String name(String begins) {
        String own = FileNames.fit(
                begins,
                Leftovers.ending(Long.toHexString(ThreadLocalRandom.current().nextLong())));
        LIVE.add(own);
        return own;
    }

    static void forget(String name) {
        LIVE.remove(name);
    }

    static boolean isLive(String name) {
        return LIVE.contains(name);
    }

    public Path path() {
        return path;
    }

    /** Writes it from its beginning. Not buffered. */
    public OutputStream output() throws IOException {
        return Channels.newOutputStream(
                FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
    }

    /** Returns when it is on the disk. */
    void force() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Takes the place of a file at once and as a whole; that it did is on the disk when this returns. */
    void moveTo(Path target) throws IOException {
        Files.move(path, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(target.getParent());
    }

    /** Makes sure that names made, changed or removed in a folder are on the disk, where the system can do that. */
    static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders, and writes names by itself.
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(path);
        } finally {
            forget(path.getFileName().toString());
        }
    }
}
