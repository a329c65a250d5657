package org.tapescript.ffmpeg;

import java.io.IOException;

/** A child process delivered nothing for too long, and was ended. */
public final class StalledException extends IOException {
    StalledException(String message) {
        super(message);
    }
}
