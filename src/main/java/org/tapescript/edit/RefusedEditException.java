package org.tapescript.edit;

/** An edit that cannot be done to a transcript; the message says why, for the editor. */
public final class RefusedEditException extends RuntimeException {
    public RefusedEditException(String message) {
        super(message);
    }
}
