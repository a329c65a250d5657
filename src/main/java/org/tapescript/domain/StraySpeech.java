package org.tapescript.domain;

import java.util.Optional;

/**
 * Speech on the tape that the transcript lacks.
 *
 * @param time when it is heard
 * @param speaker whose voice it is, as far as voices were compared
 */
public record StraySpeech(TimeSpan time, Optional<String> speaker) {
    public double startSeconds() {
        return time.startSeconds();
    }

    public double endSeconds() {
        return time.endSeconds();
    }

    public double seconds() {
        return time.seconds();
    }
}
