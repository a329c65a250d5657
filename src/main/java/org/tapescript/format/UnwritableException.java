package org.tapescript.format;

import java.io.IOException;

/** A format cannot hold a transcript. */
public final class UnwritableException extends IOException {
    public UnwritableException(String message) {
        super(message);
    }
}
