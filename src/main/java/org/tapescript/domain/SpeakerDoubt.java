package org.tapescript.domain;

import java.util.List;
import java.util.Optional;

/**
 * A place where it is not certain who speaks, or where the voice was believed rather than the text.
 *
 * @param line of the paragraph in question
 * @param seconds when it is spoken; nothing if it has no time
 * @param speaker who is thought to speak
 * @param other who else it may be; empty if nobody
 * @param probability that {@code speaker} is right, in [0, 1]
 * @param reasons what speaks for and against it
 */
public record SpeakerDoubt(
        int line,
        Optional<Double> seconds,
        String speaker,
        String other,
        double probability,
        List<SpeakerReason> reasons) {
    public SpeakerDoubt {
        reasons = List.copyOf(reasons);
    }
}
