package org.tapescript.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Comment;
import org.tapescript.domain.Remark;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Word;
import org.tapescript.edit.PutComment;

/** Makes comments of what a transcript's file notes, once it is known which words lie where. */
final class Remarks {
    /** Files that have whole milliseconds round times to them. */
    private static final long ROUNDING_MICROS = 1_000;

    private final List<Word> words;

    private Remarks(List<Word> words) {
        this.words = words;
    }

    /** With a comment for each remark, but for those that say what is commented already. */
    static SyncedTranscript noted(List<Remark> remarks, SyncedTranscript synced) {
        if (remarks.isEmpty()) {
            return synced;
        }
        Remarks places = new Remarks(synced.words());
        Set<String> known = new HashSet<>();
        synced.notes().comments().forEach(c -> known.add(c.exported()));
        SyncedTranscript result = synced;
        for (Remark remark : remarks) {
            if (!known.contains(remark.text().strip())) {
                result = new PutComment(places.comment(PutComment.freshId(result), remark)).apply(result);
            }
        }
        return result.withText(result.transcript().withRemarks(List.of()), result.turns());
    }

    private Comment comment(String id, Remark remark) {
        List<Word> about = remark.place()
                .map(this::in)
                .orElseGet(() -> remark.time().map(this::during).orElse(List.of()));
        long micros = about.stream()
                .flatMap(w -> w.span().stream())
                .findFirst()
                .or(remark::time)
                .map(TimeSpan::startMicros)
                .orElse(0L);
        Optional<Comment.Words> of = about.isEmpty()
                ? Optional.empty()
                : Optional.of(new Comment.Words(
                        about.get(0).id(), about.get(about.size() - 1).id()));
        return Comment.imported(id, of, micros, remark.text());
    }

    /** Words at a place of the text; where there are none, the last one before it, or the first of all. */
    private List<Word> in(CharSpan place) {
        List<Word> within = new ArrayList<>();
        Optional<Word> before = words.stream().findFirst();
        for (Word word : words) {
            if (word.place().start() < place.end() && word.place().end() > place.start()) {
                within.add(word);
            } else if (word.place().end() <= place.start()) {
                before = Optional.of(word);
            }
        }
        return within.isEmpty() ? before.stream().toList() : within;
    }

    /** Words that are said from the beginning of a span to its end; none if the two are not those of words. */
    private List<Word> during(TimeSpan span) {
        List<Word> within = words.stream()
                .filter(w -> w.span().filter(s -> isWithin(s, span)).isPresent())
                .toList();
        boolean exact = within.stream()
                        .flatMap(w -> w.span().stream())
                        .anyMatch(s -> isNear(s.startMicros(), span.startMicros()))
                && within.stream()
                        .flatMap(w -> w.span().stream())
                        .anyMatch(s -> isNear(s.endMicros(), span.endMicros()));
        return exact ? within : List.of();
    }

    private static boolean isWithin(TimeSpan inner, TimeSpan outer) {
        return inner.startMicros() >= outer.startMicros() - ROUNDING_MICROS
                && inner.endMicros() <= outer.endMicros() + ROUNDING_MICROS;
    }

    private static boolean isNear(long one, long other) {
        return Math.abs(one - other) <= ROUNDING_MICROS;
    }
}
