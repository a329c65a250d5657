package org.tapescript.domain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A speaker's unbroken contribution.
 *
 * @param id unique in the transcript; survives edits
 * @param speaker who speaks
 * @param line line of the paragraph that opens it
 * @param speakerIsManual whether an editor chose the speaker
 * @param speakerConfidence probability in [0, 1] that the speaker is right; nothing where voices were not compared
 * @param words in the order of the text
 */
public record Turn(
        String id,
        String speaker,
        int line,
        boolean speakerIsManual,
        OptionalDouble speakerConfidence,
        List<Word> words) {
    public Turn {
        words = List.copyOf(words);
    }

    /** From the first word that has a time to the last. */
    public Optional<TimeSpan> span() {
        long start = Long.MAX_VALUE;
        long end = -1;
        for (Word word : words) {
            if (word.timing() instanceof Timing.Timed timed) {
                start = Math.min(start, timed.time().startMicros());
                end = Math.max(end, timed.time().endMicros());
            }
        }
        return end < 0 ? Optional.empty() : Optional.of(new TimeSpan(start, end));
    }

    public Turn withWords(List<Word> other) {
        return new Turn(id, speaker, line, speakerIsManual, speakerConfidence, other);
    }
}
