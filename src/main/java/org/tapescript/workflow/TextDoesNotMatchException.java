package org.tapescript.workflow;

import java.io.IOException;

/** A transcript is not of the recording that it was given with. */
public final class TextDoesNotMatchException extends IOException {
    public TextDoesNotMatchException(String message) {
        super(message);
    }
}
