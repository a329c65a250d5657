package org.tapescript.workflow;

import java.io.IOException;
import java.nio.file.Path;

/** What was given as pronunciations is no file that could be read. */
public final class UnreadableLexiconException extends IOException {
    private final Path file;

    UnreadableLexiconException(Path file, String reason) {
        super(reason);
        this.file = file;
    }

    public Path file() {
        return file;
    }
}
