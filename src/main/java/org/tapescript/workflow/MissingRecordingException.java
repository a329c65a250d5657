package org.tapescript.workflow;

import java.io.IOException;

/** A project's recording is not where it was, or is not the same any more. */
public final class MissingRecordingException extends IOException {
    public MissingRecordingException(String message) {
        super(message);
    }
}
