package org.tapescript.align;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.acoustic.SpeechModel;

/**
 * What an {@link Aligner} needs.
 *
 * @param model the language's model
 * @param sides the sound at the rate of the model's front end; several recordings follow each other on one timeline
 * @param words for each word in the order of the text, the ways in which it may be said; none means that nothing is known of how it
 *     sounds
 * @param doubtful passages, in order, that are probably not spoken: looked for only where speech is left over
 * @param expected for each word, roughly when it is said, in seconds; or nothing at all
 * @param pinned words whose times are certain
 * @param pauses words before which the text has a mark for a pause, by their index
 * @param guide is asked if sound and text do not find each other
 */
public record AlignmentRequest(
        SpeechModel model,
        List<SampleSource> sides,
        List<List<Pronunciation>> words,
        List<Passage> doubtful,
        List<OptionalDouble> expected,
        List<Pin> pinned,
        BitSet pauses,
        Guide guide) {
    public AlignmentRequest {
        sides = List.copyOf(sides);
        words = List.copyOf(words);
        doubtful = List.copyOf(doubtful);
        expected = List.copyOf(expected);
        pinned = List.copyOf(pinned);
        int rate = model.frontEnd().sampleRate();
        if (sides.stream().anyMatch(s -> s.rate() != rate)) {
            throw new IllegalArgumentException("the model listens at " + rate + " samples a second, and the sound has "
                    + sides.stream().map(s -> String.valueOf(s.rate())).toList());
        }
        pauses = (BitSet) pauses.clone();
        if (!expected.isEmpty() && expected.size() != words.size()) {
            throw new IllegalArgumentException(
                    expected.size() + " expected times do not go with " + words.size() + " words");
        }
    }

    /** A request without a guide, of a text of which it is not known where it pauses. */
    public AlignmentRequest(
            SpeechModel model,
            List<SampleSource> sides,
            List<List<Pronunciation>> words,
            List<Passage> doubtful,
            List<OptionalDouble> expected,
            List<Pin> pinned) {
        this(model, sides, words, doubtful, expected, pinned, everywhere(words.size()), Guide.NONE);
    }

    private static BitSet everywhere(int words) {
        BitSet result = new BitSet();
        result.set(0, words);
        return result;
    }

    /** Knows by other means than words roughly when they are said; it may take its time. */
    @FunctionalInterface
    public interface Guide {
        Guide NONE = ear -> List.of();

        /** For each word, roughly when it is said, in seconds; or nothing at all. @param ear listens to the tape, without a text */
        List<OptionalDouble> expected(Ear ear);
    }

    /** Listens as {@link TapeListener} does, with what the aligner has made of the sound. */
    @FunctionalInterface
    public interface Ear {
        /** @param keywords words to listen for: for each, the ways in which it may be said, as phones of the model */
        HeardTape listen(List<List<int[]>> keywords);
    }

    /** A word, by its index, that is said from {@code start} to {@code end}, in seconds: somebody vouches for it. */
    public record Pin(int word, double start, double end) {}

    /** Words {@code [from, to)} of the request. */
    public record Passage(int from, int to) {}
}
