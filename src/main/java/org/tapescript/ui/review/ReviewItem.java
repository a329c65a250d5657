package org.tapescript.ui.review;

import java.util.Optional;

/**
 * A doubt to be settled.
 *
 * @param kind what it is about
 * @param severity in [0, 1], 1 the worst
 * @param line of the text, 0 where there is none
 * @param seconds when it is heard
 * @param text in words
 * @param word at which it stands
 * @param turn about whose speaker it is
 * @param other who else may speak
 */
public record ReviewItem(
        Kind kind,
        double severity,
        int line,
        Optional<Double> seconds,
        String text,
        Optional<String> word,
        Optional<String> turn,
        Optional<String> other) {
    /** Whether this is the same doubt, whatever has been found out about it since. */
    boolean isSame(ReviewItem other) {
        return kind == other.kind
                && line == other.line
                && word.equals(other.word)
                && turn.equals(other.turn)
                && (word.isPresent() || seconds.equals(other.seconds));
    }

    /** Tells a doubt from others of its project, in one word. */
    String key() {
        return Integer.toHexString((kind + "/" + line + "/" + seconds.orElse(0.0) + "/" + text).hashCode());
    }

    /** What a doubt is about. */
    public enum Kind {
        SPEAKER,
        WORD,
        TEXT,
        UNSPOKEN,
        UNTRANSCRIBED,
        SUBTITLE
    }
}
