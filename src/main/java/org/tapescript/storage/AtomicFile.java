package org.tapescript.storage;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces files as a whole or not at all: the new content goes beside the old, onto the disk, and takes its place when it is complete.
 * A file that is replaced keeps its mode; a new one has what the user's umask says.
 */
public final class AtomicFile {
    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void write(Writer out) throws IOException;
    }

    /** Writes the content of a file that is not text, or encodes it itself. */
    @FunctionalInterface
    public interface Bytes {
        void write(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * @throws FileSystemException that names the file, if writing fails; the file is then as it was
     */
    public static void write(Path file, Content content) throws IOException {
        writeBytes(file, text(content));
    }

    /** As {@link #write}, of bytes. */
    public static void writeBytes(Path file, Bytes content) throws IOException {
        Path target = target(file);
        write(file, target, content, Files.exists(target) ? Optional.of(Modes.of(target)) : Optional.empty());
    }

    /** As {@link #write}, of a file that its owner alone may read, whatever it was before. */
    public static void writePrivate(Path file, Content content) throws IOException {
        write(file, target(file), text(content), Optional.of(Modes.PRIVATE));
    }

    private static Bytes text(Content content) {
        return out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            content.write(text);
            text.flush();
        };
    }

    /** Where a link leads to; whatever is no plain file is not replaced. */
    private static Path target(Path file) throws IOException {
        Path target = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (!Files.isDirectory(target.getParent())) {
            throw new NoSuchFileException(file.toString());
        }
        if (Files.isDirectory(target)) {
            throw new FileSystemException(file.toString(), null, "that is a folder; give the name of a file");
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(target)) {
            throw new FileSystemException(
                    file.toString(), null, "that is no file that can be replaced; give another name");
        }
        return target;
    }

    private static void write(Path named, Path target, Bytes content, Optional<Set<PosixFilePermission>> mode)
            throws IOException {
        Leftovers.sweep(target.getParent());
        Path temporary = null;
        try (Scratch scratch = Scratch.beside(target, mode.isPresent())) {
            temporary = scratch.path();
            try (OutputStream out = new BufferedOutputStream(scratch.output())) {
                content.write(out);
            }
            scratch.force();
            if (mode.isPresent()) {
                Modes.keepGroup(target, scratch.path());
                Modes.set(scratch.path(), mode.get());
            }
            scratch.moveTo(target);
        } catch (FileSystemException e) {
            // The user knows nothing of the temporary file.
            throw e.getFile() == null || temporary == null || e.getFile().startsWith(temporary.toString())
                    ? FileFailure.renamed(e, named)
                    : e;
        } catch (IOException e) {
            throw FileFailure.of(e, named);
        }
    }
}
