package org.tapescript.format;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Origin;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.text.Sentences;

/**
 * A sentence that was placed as a whole.
 *
 * @param words its words
 * @param timing when it is said; by hand if an editor set the time of its first word
 */
public record PlacedStretch(List<Word> words, Timing.Timed timing) {
    public PlacedStretch {
        words = List.copyOf(words);
    }

    /** The sentences of a turn that have a time; none if its words have times of their own. */
    public static List<PlacedStretch> of(Turn turn, String text) {
        List<PlacedStretch> result = new ArrayList<>();
        if (turn.words().stream().noneMatch(PlacedStretch::isPlaced)) {
            return result;
        }
        for (List<Word> sentence : Sentences.of(turn.words(), text)) {
            sentence.stream()
                    .flatMap(w -> w.span().stream())
                    .reduce(TimeSpan::union)
                    .ifPresent(span -> result.add(new PlacedStretch(
                            sentence,
                            new Timing.Timed(
                                    span,
                                    sentence.stream()
                                            .mapToDouble(Word::confidence)
                                            .max()
                                            .orElse(0),
                                    sentence.get(0).isManual() ? Origin.MANUAL : Origin.PLACED))));
        }
        return result;
    }

    private static boolean isPlaced(Word word) {
        return word.timing() instanceof Timing.Timed timed && timed.origin() == Origin.PLACED;
    }

    public CharSpan place() {
        return new CharSpan(
                words.get(0).place().start(),
                words.get(words.size() - 1).place().end());
    }
}
