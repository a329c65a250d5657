package org.tapescript.format;

import java.io.IOException;
import java.nio.file.Path;

/** A file holds no transcript that can be used. */
public final class UnreadableTranscriptException extends IOException {
    private final transient Path file;

    public UnreadableTranscriptException(Path file, String message) {
        super(message);
        this.file = file;
    }

    public UnreadableTranscriptException(Path file, String message, Throwable cause) {
        super(message, cause);
        this.file = file;
    }

    public Path file() {
        return file;
    }
}
