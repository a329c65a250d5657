package org.tapescript.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tapescript.domain.Origin;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.text.PlacedStretch;

/** Says that the times of some words are right: later alignments keep them. Words without a time stay so. */
public record PinWords(List<String> words) implements Edit {
    public PinWords {
        words = List.copyOf(words);
    }

    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        Set<String> pinned = new HashSet<>(words);
        List<Turn> turns = new ArrayList<>();
        for (Turn turn : before.turns()) {
            // Of a sentence that was placed as a whole only the beginning can be vouched for.
            for (PlacedStretch sentence :
                    PlacedStretch.of(turn, before.transcript().text())) {
                if (sentence.words().stream().anyMatch(w -> pinned.contains(w.id()))) {
                    sentence.words().forEach(w -> pinned.remove(w.id()));
                    pinned.add(sentence.words().get(0).id());
                }
            }
            boolean here = turn.words().stream().anyMatch(w -> pinned.contains(w.id()));
            turns.add(
                    here
                            ? turn.withWords(turn.words().stream()
                                    .map(w -> pin(w, pinned))
                                    .toList())
                            : turn);
        }
        return before.withTurns(turns);
    }

    private static Word pin(Word word, Set<String> pinned) {
        return pinned.contains(word.id()) && word.span().isPresent()
                ? word.withTiming(new Timing.Timed(word.span().get(), 1, Origin.MANUAL))
                : word;
    }
}
