package org.tapescript.attribution;

import java.util.List;
import java.util.Optional;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Word;

/** Where a turn may be missing: between two units of the text somebody says what it lacks. */
final class TurnGaps {
    /** Speech, in microseconds, that is enough for a turn. */
    private static final long TURN = 1_000_000;

    private TurnGaps() {}

    /** By unit, whether a turn that the text lacks may stand before it, so that a mark says nothing of who spoke last. */
    static boolean[] before(List<SpokenUnit> units, SyncedTranscript transcript) {
        boolean[] result = new boolean[units.size()];
        long end = Long.MAX_VALUE;
        for (int u = 0; u < result.length; u++) {
            List<Word> words =
                    transcript.words().subList(units.get(u).from(), units.get(u).to());
            Optional<TimeSpan> first =
                    words.stream().flatMap(w -> w.span().stream()).findFirst();
            long start = first.map(TimeSpan::startMicros).orElse(Long.MIN_VALUE);
            result[u] = end < start && speech(transcript.untranscribed(), end, start) >= TURN;
            for (Word word : words) {
                end = word.span().map(TimeSpan::endMicros).orElse(end);
            }
        }
        return result;
    }

    private static long speech(List<StraySpeech> stray, long from, long to) {
        return stray.stream()
                .filter(s -> !s.overlapsWords())
                .mapToLong(s ->
                        Math.min(s.time().endMicros(), to) - Math.max(s.time().startMicros(), from))
                .filter(length -> length > 0)
                .sum();
    }
}
