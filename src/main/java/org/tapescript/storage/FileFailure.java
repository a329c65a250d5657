package org.tapescript.storage;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What went wrong with a file that the user has never heard of, said of the one that was asked for. */
public final class FileFailure {
    private FileFailure() {}

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
