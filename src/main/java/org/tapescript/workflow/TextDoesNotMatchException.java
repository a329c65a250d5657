package org.tapescript.workflow;

import java.io.IOException;

/** A transcript does not belong to the recording that it was given with. */
public final class TextDoesNotMatchException extends IOException {
    public TextDoesNotMatchException(String message) {
        super(message);
    }
}
