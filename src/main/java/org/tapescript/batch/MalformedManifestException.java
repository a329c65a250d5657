package org.tapescript.batch;

import java.io.IOException;

/** A table of tapes cannot be used; the message names the file, the line and what to do. */
public final class MalformedManifestException extends IOException {
    MalformedManifestException(String message) {
        super(message);
    }
}
