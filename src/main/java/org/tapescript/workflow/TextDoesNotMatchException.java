package org.tapescript.workflow;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A transcript does not belong to the recording that it was given with; the message says why in English, the mismatch for whoever says
 * it in another language.
 */
public final class TextDoesNotMatchException extends IOException {
    private final Mismatch mismatch;
    private final transient Object[] arguments;

    /** @param arguments what the mismatch's message is about, in its order */
    TextDoesNotMatchException(Path tape, Mismatch mismatch, Object... arguments) {
        super("Syncing " + tape + ": " + mismatch.say(arguments));
        this.mismatch = mismatch;
        this.arguments = arguments.clone();
    }

    public Mismatch mismatch() {
        return mismatch;
    }

    /** What the mismatch's message is about, in its order. */
    public Object[] arguments() {
        return arguments.clone();
    }
}
