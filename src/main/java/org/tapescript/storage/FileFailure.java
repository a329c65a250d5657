package org.tapescript.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What went wrong with a file that the user has never heard of, said of the one that was asked for. */
public final class FileFailure {
    private FileFailure() {}

    /** A full disk is reported without a file's name. */
    public static FileSystemException of(IOException e, Path named) {
        if (e instanceof FileSystemException file) {
            return renamed(file, named);
        }
        FileSystemException same = new FileSystemException(named.toString(), null, e.getMessage());
        same.initCause(e);
        return same;
    }

    public static FileSystemException renamed(FileSystemException e, Path named) {
        FileSystemException same;
        if (e instanceof AccessDeniedException) {
            same = new AccessDeniedException(named.toString());
        } else if (e instanceof NoSuchFileException) {
            same = new NoSuchFileException(named.toString());
        } else {
            same = new FileSystemException(named.toString(), null, e.getReason());
        }
        same.initCause(e);
        return same;
    }
}
