package org.tapescript.domain;

import java.util.Optional;

/**
 * A word that is spoken: a run of characters between Unicode spaces that holds a letter or digit, with its punctuation.
 *
 * @param id unique in the transcript; survives edits
 * @param text as printed, without spaces
 * @param place where it stands in the text
 * @param timing when it is spoken
 */
public record Word(String id, String text, CharSpan place, Timing timing) {
    public Word {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a word has characters");
        }
    }

    public Word withTiming(Timing other) {
        return new Word(id, text, place, other);
    }

    public Optional<TimeSpan> span() {
        return timing.span();
    }

    /** Whether it is known when it is said. */
    public boolean isTimed() {
        return timing instanceof Timing.Timed;
    }

    /** Whether an editor set or confirmed the time. */
    public boolean isManual() {
        return timing instanceof Timing.Timed t && t.origin() == Origin.MANUAL;
    }

    /** Confidence of the time, 0 without one. */
    public double confidence() {
        return timing instanceof Timing.Timed t ? t.confidence() : 0;
    }
}
