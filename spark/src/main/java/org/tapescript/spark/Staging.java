package org.tapescript.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Files of any of Hadoop's file systems, where Tapescript can read them: those that this computer sees itself as they are, others as
 * copies. A copy always lies at the same place and has the original's date, so that what was done of it is known again.
 */
final class Staging {
    private final Configuration configuration;
    private final java.nio.file.Path folder;

    /** @param folder for copies */
    Staging(Configuration configuration, java.nio.file.Path folder) {
        this.configuration = configuration;
        this.folder = folder;
    }

    private FileSystem system(Path path) throws IOException {
        return path.getFileSystem(configuration);
    }

    boolean isLocal(Path path) throws IOException {
        return system(path).getScheme().equals("file");
    }

    /** Where a file, or a folder, is or will be on this computer; what lies below a folder is below it there too. */
    java.nio.file.Path local(Path path) throws IOException {
        if (isLocal(path)) {
            return java.nio.file.Path.of(path.toUri().getPath()).toAbsolutePath();
        }
        URI whole = system(path).makeQualified(path).toUri();
        String system = (whole.getScheme() + "-" + whole.getAuthority()).replaceAll("[^A-Za-z0-9.-]", "_");
        return folder.resolve(system).resolve(whole.getPath().substring(1));
    }

    /** A file on this computer; copied if that has not been done. What is not there is not copied. */
    java.nio.file.Path fetch(Path path) throws IOException {
        java.nio.file.Path local = local(path);
        if (isLocal(path) || !system(path).exists(path)) {
            return local;
        }
        FileStatus status = system(path).getFileStatus(path);
        FileTime date = FileTime.fromMillis(status.getModificationTime());
        boolean there = Files.exists(local)
                && Files.size(local) == status.getLen()
                && Files.getLastModifiedTime(local).equals(date);
        if (!there) {
            Files.createDirectories(local.getParent());
            java.nio.file.Path part = Files.createTempFile(local.getParent(), "copy", ".part");
            system(path).copyToLocalFile(false, path, new Path(part.toUri()), true);
            Files.setLastModifiedTime(part, date);
            Files.move(part, local, StandardCopyOption.ATOMIC_MOVE);
        }
        return local;
    }

    /** A folder of files on this computer. */
    java.nio.file.Path fetchFolder(Path path) throws IOException {
        java.nio.file.Path local = local(path);
        Files.createDirectories(local);
        if (!isLocal(path) && system(path).exists(path)) {
            for (FileStatus file : system(path).listStatus(path)) {
                if (file.isFile()) {
                    java.nio.file.Path target = local.resolve(file.getPath().getName());
                    system(path).copyToLocalFile(false, file.getPath(), new Path(target.toUri()), true);
                }
            }
        }
        return local;
    }

    /** Brings the files of a folder back to where they belong, the one that says that all is there last. */
    void store(Path path, String last) throws IOException {
        java.nio.file.Path local = local(path);
        if (isLocal(path) || !Files.isDirectory(local)) {
            return;
        }
        system(path).mkdirs(path);
        try (java.nio.file.DirectoryStream<java.nio.file.Path> files = Files.newDirectoryStream(local)) {
            for (java.nio.file.Path file : files) {
                if (Files.isRegularFile(file) && !file.endsWith(last)) {
                    put(file, path);
                }
            }
        }
        if (Files.exists(local.resolve(last))) {
            put(local.resolve(last), path);
        }
    }

    private void put(java.nio.file.Path file, Path folder) throws IOException {
        system(folder)
                .copyFromLocalFile(
                        false,
                        true,
                        new Path(file.toUri()),
                        new Path(folder, file.getFileName().toString()));
    }
}
