package org.tapescript.language;

import java.io.IOException;

/** There is no model for a language. */
public final class MissingLanguageException extends IOException {
    public MissingLanguageException(String message) {
        super(message);
    }
}
