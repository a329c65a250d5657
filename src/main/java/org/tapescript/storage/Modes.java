package org.tapescript.storage;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Who may read what, on systems that know modes; elsewhere the folders of a user are private as they are. */
final class Modes {
    static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> PRIVATE_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private Modes() {}

    /** For making a file that its owner alone may read from the first moment on. */
    static FileAttribute<?>[] privately() {
        return attributes(PRIVATE);
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> mode) {
        return POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)} : new FileAttribute<?>[0];
    }

    /** Makes a folder that its owner alone may look into; one that is there becomes so if it can be. */
    static void privateFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(PRIVATE_FOLDER));
        } else if (POSIX && !of(folder).equals(PRIVATE_FOLDER)) {
            try {
                Files.setPosixFilePermissions(folder, PRIVATE_FOLDER);
            } catch (IOException | UnsupportedOperationException e) {
                // Somebody else's, or a disk that knows no modes: it can be used all the same.
            }
        }
    }

    static Set<PosixFilePermission> of(Path file) throws IOException {
        try {
            return Files.getPosixFilePermissions(file);
        } catch (UnsupportedOperationException e) {
            return PRIVATE;
        }
    }

    static void set(Path file, Set<PosixFilePermission> mode) throws IOException {
        try {
            Files.setPosixFilePermissions(file, mode);
        } catch (UnsupportedOperationException e) {
            // A disk that knows no modes.
        }
    }

    /** Those who share a file through its group still do when it was replaced. */
    static void keepGroup(Path from, Path to) {
        try {
            GroupPrincipal group = Files.getFileAttributeView(from, PosixFileAttributeView.class)
                    .readAttributes()
                    .group();
            PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
            if (!view.readAttributes().group().equals(group)) {
                view.setGroup(group);
            }
        } catch (IOException | NullPointerException | UnsupportedOperationException e) {
            // A group that the user is not in, or none at all.
        }
    }
}
