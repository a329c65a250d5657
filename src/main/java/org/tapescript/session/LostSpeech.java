package org.tapescript.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.tapescript.domain.Origin;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.ListSpeech;

/**
 * Speech whose words somebody replaced or deleted. Once nobody types there and the new words have been looked for, what is left of it without a
 * word is listed as speech that the text lacks: else no list would name it. That becomes part of the step that typed.
 */
final class LostSpeech {
    /** Shorter speech without words is not worth a look. */
    private static final long SHORTEST_MICROS = 1_000_000;
    /** Words that follow each other within this many microseconds are one stretch of speech. */
    private static final long PAUSE_MICROS = 500_000;

    private final EditorSession session;
    /** By step, words that had times before it and are gone. */
    private final Map<Long, List<Lost>> lost = new HashMap<>();

    private record Lost(TimeSpan time, String speaker) {}

    LostSpeech(EditorSession session) {
        this.session = session;
    }

    /** Has words looked after that a step took out of the text. */
    void typed(long step, SyncedTranscript before, SyncedTranscript after) {
        if (before.isPlaced() || before.turns().size() != after.turns().size()) {
            return;
        }
        for (int i = 0; i < before.turns().size(); i++) {
            Turn was = before.turns().get(i);
            Turn now = after.turns().get(i);
            if (was == now || was.words().size() == now.words().size()) {
                // Of as many words as before each stands for one, and has its time.
                continue;
            }
            Set<String> there = now.words().stream().map(Word::id).collect(Collectors.toSet());
            for (Word word : was.words()) {
                if (!there.contains(word.id())
                        && word.timing() instanceof Timing.Timed timed
                        && timed.origin() != Origin.INTERPOLATED) {
                    lost.computeIfAbsent(step, s -> new ArrayList<>()).add(new Lost(timed.time(), was.speaker()));
                }
            }
        }
    }

    /** Lists what is left without a word. @param busy whether a step is still typed in, or its words looked for */
    void review(LongPredicate busy) {
        for (long step : List.copyOf(lost.keySet())) {
            if (!session.knows(step)) {
                lost.remove(step);
            } else if (session.isDone(step) && !busy.test(step)) {
                for (Lost speech : uncovered(lost.remove(step))) {
                    session.merge(
                            step,
                            new ListSpeech(speech.time.startMicros(), speech.time.endMicros(), speech.speaker),
                            (was, now) -> true);
                }
            }
        }
    }

    private List<Lost> uncovered(List<Lost> gone) {
        List<Lost> stretches = new ArrayList<>();
        gone.sort(Comparator.comparingLong(l -> l.time.startMicros()));
        for (Lost next : gone) {
            Lost last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (last != null
                    && last.speaker.equals(next.speaker)
                    && next.time.startMicros() - last.time.endMicros() <= PAUSE_MICROS) {
                stretches.set(stretches.size() - 1, new Lost(last.time.union(next.time), last.speaker));
            } else {
                stretches.add(next);
            }
        }
        List<Lost> result = new ArrayList<>();
        for (Lost stretch : stretches) {
            long from = stretch.time.startMicros();
            WordTimes times = session.times();
            for (int i = Math.max(0, times.at(stretch.time.startSeconds()));
                    i < times.size() && times.start(i) < stretch.time.endSeconds();
                    i++) {
                add(result, from, Math.round(times.start(i) * 1e6), stretch.speaker);
                from = Math.max(from, Math.round(times.end(i) * 1e6));
            }
            add(result, from, stretch.time.endMicros(), stretch.speaker);
        }
        return result;
    }

    private static void add(List<Lost> result, long from, long to, String speaker) {
        if (to - from >= SHORTEST_MICROS) {
            result.add(new Lost(new TimeSpan(from, to), speaker));
        }
    }
}
