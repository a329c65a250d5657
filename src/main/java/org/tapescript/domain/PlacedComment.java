package org.tapescript.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A comment and where it is now.
 *
 * @param first of the words that it is about, as far as they are there; of a moment of the tape, the word that is said then or was
 *     said last; nothing only where there are no words
 * @param last of those words
 * @param ofWords whether it is about words that are there, and not about a moment
 * @param seconds on the tape
 */
public record PlacedComment(
        Comment comment, Optional<Word> first, Optional<Word> last, boolean ofWords, double seconds) {
    /** Whether it is about a word, among others. */
    public boolean isAbout(Word word) {
        return ofWords
                && word.place().start() >= first.orElseThrow().place().start()
                && word.place().end() <= last.orElseThrow().place().end();
    }

    static List<PlacedComment> of(TranscriptIndex index) {
        List<PlacedComment> result = new ArrayList<>();
        for (Comment comment : index.transcript().notes().comments()) {
            result.add(of(comment, index));
        }
        result.sort(Comparator.comparingDouble(PlacedComment::seconds)
                .thenComparing(p -> p.first.map(w -> w.place().start()).orElse(0)));
        return result;
    }

    private static PlacedComment of(Comment comment, TranscriptIndex index) {
        Optional<Word> first = comment.words().flatMap(w -> index.word(w.first()));
        Optional<Word> last = comment.words().flatMap(w -> index.word(w.last()));
        if (first.isEmpty() && last.isEmpty()) {
            Optional<Word> near = near(comment.micros(), index);
            return new PlacedComment(comment, near, near, false, comment.micros() / 1e6);
        }
        Word from = first.or(() -> last).orElseThrow();
        Word to = last.or(() -> first).orElseThrow();
        boolean inOrder = index.indexOf(from.id()) <= index.indexOf(to.id());
        double seconds = from.span()
                .map(TimeSpan::startSeconds)
                .orElseGet(
                        () -> comment.micros() > 0 ? comment.micros() / 1e6 : around(index, index.indexOf(from.id())));
        return new PlacedComment(comment, Optional.of(from), Optional.of(inOrder ? to : from), true, seconds);
    }

    /** When what stands around a word without a time is said. */
    private static double around(TranscriptIndex index, int word) {
        for (int i = word; i >= 0; i--) {
            if (index.words().get(i).isTimed()) {
                return index.words().get(i).span().orElseThrow().endSeconds();
            }
        }
        return index.words().stream()
                .filter(Word::isTimed)
                .findFirst()
                .map(w -> w.span().orElseThrow().startSeconds())
                .orElse(0.0);
    }

    /** The last word that begins at or before a moment, else the first of all. */
    private static Optional<Word> near(long micros, TranscriptIndex index) {
        return index.words().stream()
                .filter(w -> w.span().filter(s -> s.startMicros() <= micros).isPresent())
                .max(Comparator.comparingLong(w -> w.span().orElseThrow().startMicros()))
                .or(() -> index.words().stream().findFirst());
    }
}
