package org.tapescript.acoustic;

import java.io.IOException;

/** A model's files are missing, damaged or of a kind that cannot be used. */
public final class MalformedModelException extends IOException {
    private final String file;

    public MalformedModelException(String file, String message) {
        super(file + ": " + message);
        this.file = file;
    }

    public MalformedModelException(String file, String message, Throwable cause) {
        super(file + ": " + message, cause);
        this.file = file;
    }

    /** The file at fault. */
    public String file() {
        return file;
    }
}
