package org.tapescript.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tapescript.domain.Origin;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/**
 * Times that an alignment found for some words; a word that is gone, that an editor has set since, or that does not fit between its
 * neighbours keeps what it has.
 */
public record SetWordTimes(Map<String, Found> times) implements Edit {
    /** Where a word was found. */
    public record Found(long startMicros, long endMicros, double confidence) {}

    public SetWordTimes {
        times = new TreeMap<>(times);
    }

    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        List<Turn> turns = new ArrayList<>();
        for (Turn turn : before.turns()) {
            boolean here = turn.words().stream().anyMatch(w -> times.containsKey(w.id()));
            turns.add(here ? turn.withWords(placed(turn.words())) : turn);
        }
        return before.withTurns(turns);
    }

    private List<Word> placed(List<Word> words) {
        List<Word> result = new ArrayList<>();
        long end = 0;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            Found found = word.isManual() ? null : times.get(word.id());
            if (found != null) {
                long start = Math.max(end, found.startMicros);
                long stop = Math.min(nextFixed(words, i), found.endMicros);
                if (stop > start) {
                    word = word.withTiming(
                            new Timing.Timed(new TimeSpan(start, stop), found.confidence, Origin.ALIGNED));
                }
            }
            end = word.span().map(TimeSpan::endMicros).orElse(end);
            result.add(word);
        }
        return result;
    }

    private long nextFixed(List<Word> words, int from) {
        for (int i = from + 1; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.span().isPresent() && (word.isManual() || !times.containsKey(word.id()))) {
                return word.span().get().startMicros();
            }
        }
        return Long.MAX_VALUE;
    }
}
