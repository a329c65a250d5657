package org.tapescript.project;

import java.io.IOException;
import java.nio.file.Path;

/** A file is no project, a damaged one, or one of a version that is not known. */
public final class MalformedProjectException extends IOException {
    private final transient Path file;

    public MalformedProjectException(Path file, String message, Throwable cause) {
        super(message, cause);
        this.file = file;
    }

    public MalformedProjectException(Path file, String message) {
        super(message);
        this.file = file;
    }

    public Path file() {
        return file;
    }
}
