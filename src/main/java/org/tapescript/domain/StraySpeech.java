package org.tapescript.domain;

import java.util.Optional;

/**
 * Speech on the tape that the transcript lacks.
 *
 * @param time when it is heard
 * @param speaker whose voice it is, as far as voices were compared
 * @param overlapsWords whether somebody talks into words of another that the transcript has; if not, no word covers it
 */
public record StraySpeech(TimeSpan time, Optional<String> speaker, boolean overlapsWords) {
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
