package org.tapescript.edit;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.domain.Origin;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.text.PlacedStretch;

/**
 * Sets when a word is said, by hand. Neighbours in its turn give way, down to {@value #SHORTEST_MICROS} microseconds or to what an
 * editor set; there the word stops. Words never cross. A neighbour that is left less than half of its time is no longer where it was
 * heard: it counts as guessed, so that somebody looks at it.
 *
 * @param marks whether neighbours that are left little time are marked; false in journals of a time when they were not, which are
 *     replayed to what their editor saw
 */
public record SetWordTime(String word, long startMicros, long endMicros, boolean marks) implements Edit {
    public SetWordTime(String word, long startMicros, long endMicros) {
        this(word, startMicros, endMicros, true);
    }

    /** No word is pushed together further. */
    public static final long SHORTEST_MICROS = 20_000;

    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        Turns.Position at = Turns.position(before, word);
        Turn turn = before.turns().get(at.turn());
        List<PlacedStretch> sentences =
                PlacedStretch.of(turn, before.transcript().text());
        if (!sentences.isEmpty()) {
            return sentence(before, at.turn(), sentences);
        }
        List<Word> words = new ArrayList<>(turn.words());
        int earlier = timed(words, at.word(), -1);
        int later = timed(words, at.word(), 1);
        long least = earlier < 0 ? 0 : limit(words.get(earlier), true);
        long most = later < 0 ? Math.round(before.seconds() * 1e6) : limit(words.get(later), false);
        if (most - least < SHORTEST_MICROS) {
            throw new RefusedEditException(Refusal.NO_ROOM);
        }
        long start = Math.max(least, Math.min(startMicros, most - SHORTEST_MICROS));
        long end = Math.min(most, Math.max(endMicros, start + SHORTEST_MICROS));
        words.set(
                at.word(),
                words.get(at.word()).withTiming(new Timing.Timed(new TimeSpan(start, end), 1, Origin.MANUAL)));
        if (earlier >= 0) {
            TimeSpan span = words.get(earlier).span().orElseThrow();
            words.set(earlier, left(words.get(earlier), span.startMicros(), Math.min(span.endMicros(), start)));
        }
        if (later >= 0) {
            TimeSpan span = words.get(later).span().orElseThrow();
            words.set(later, left(words.get(later), Math.max(span.startMicros(), end), span.endMicros()));
        }
        List<Turn> turns = new ArrayList<>(before.turns());
        turns.set(at.turn(), turn.withWords(words));
        return before.withTurns(turns);
    }

    /** A neighbour with the time that is left to it. */
    private Word left(Word word, long startMicros, long endMicros) {
        Word left = Turns.between(word, startMicros, endMicros);
        TimeSpan was = word.span().orElseThrow();
        Timing.Timed now = (Timing.Timed) left.timing();
        boolean squeezed = marks && 2 * (endMicros - startMicros) < was.endMicros() - was.startMicros();
        return squeezed && !word.isManual()
                ? left.withTiming(new Timing.Timed(now.time(), now.confidence(), Origin.INTERPOLATED))
                : left;
    }

    /** A word of a sentence that was placed as a whole takes the sentence with it. */
    private SyncedTranscript sentence(SyncedTranscript before, int turn, List<PlacedStretch> sentences) {
        int own = 0;
        while (own < sentences.size() && sentences.get(own).words().stream().noneMatch(w -> w.id().equals(word))) {
            own++;
        }
        if (own == sentences.size()) {
            throw new RefusedEditException(Refusal.NOT_PLACED);
        }
        long least = own == 0 ? 0 : sentences.get(own - 1).timing().time().endMicros();
        long most = own + 1 == sentences.size()
                ? Math.round(before.seconds() * 1e6)
                : sentences.get(own + 1).timing().time().startMicros();
        if (most - least < SHORTEST_MICROS) {
            throw new RefusedEditException(Refusal.NO_ROOM_FOR_SENTENCE);
        }
        long start = Math.max(least, Math.min(startMicros, most - SHORTEST_MICROS));
        long end = Math.min(most, Math.max(endMicros, start + SHORTEST_MICROS));
        return Turns.withWords(before, turn, sentences.get(own).at(new TimeSpan(start, end)));
    }

    private static int timed(List<Word> words, int from, int step) {
        for (int i = from + step; i >= 0 && i < words.size(); i += step) {
            if (words.get(i).span().isPresent()) {
                return i;
            }
        }
        return -1;
    }

    /** How far a neighbour gives way. */
    private static long limit(Word word, boolean earlier) {
        TimeSpan span = word.span().orElseThrow();
        if (word.isManual()) {
            return earlier ? span.endMicros() : span.startMicros();
        }
        long length = Math.min(SHORTEST_MICROS, span.endMicros() - span.startMicros());
        return earlier ? span.startMicros() + length : span.endMicros() - length;
    }
}
