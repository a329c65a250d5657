package org.tapescript.audio.decode;

import java.io.IOException;
import java.nio.file.Path;

/** A file holds no sound that can be used. */
public final class UnreadableRecordingException extends IOException {
    private final transient Path file;

    public UnreadableRecordingException(Path file, String message) {
        super(message);
        this.file = file;
    }

    public UnreadableRecordingException(Path file, String message, Throwable cause) {
        super(message, cause);
        this.file = file;
    }

    public Path file() {
        return file;
    }
}
