package org.tapescript.format.timedjson;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.cue.CueDocument;
import org.tapescript.format.timedjson.SaidWords.SaidWord;

/** Makes paragraphs of segments and words: one goes on until another speaks, or a sentence ends at a pause. */
final class JsonTurns {
    private static final String BLANKS = "(?U)\\s+";

    private static final double PAUSE_SECONDS = 1;
    /** Words without any sentence end are cut at longer pauses. */
    private static final double LONG_PAUSE_SECONDS = 2;
    /** How far a segment's word is looked for among words with times. */
    private static final int AHEAD = 8;
    /** Words of a note, or of anything else without times, behind which those with times may go on. */
    private static final int UNTIMED = 40;

    private final DocumentBuilder builder;
    private String speaker = "";
    private Optional<TimeSpan> span = Optional.empty();
    /** Of the segment that is open, where none of its words has a time. */
    private Optional<TimeSpan> whole = Optional.empty();

    private boolean open;
    private boolean sentence;

    JsonTurns(String name) {
        builder = new DocumentBuilder(name);
    }

    void words(List<SaidWord> words) {
        words.forEach(this::word);
    }

    private void word(SaidWord word) {
        begin(word.speaker(), word.time());
        builder.word(word.text(), word.time());
        goOn(word.time(), word.text());
    }

    /** Segments, their words with the times and speakers of those in a list, as far as they are found there in order. */
    void segments(List<Piece> segments, Units units, List<SaidWord> timed) {
        List<String> keys = segments.stream()
                .flatMap(s -> Stream.of(s.text().strip().split(BLANKS)))
                .map(TimedTurns::key)
                .toList();
        int read = 0;
        int next = 0;
        for (Piece segment : segments) {
            if (segment.text().isBlank()) {
                read++;
                continue;
            }
            Optional<TimeSpan> time = units.span(segment);
            String text = segment.text().strip();
            if (timed.isEmpty()) {
                begin(segment.speaker(), time);
                time.ifPresentOrElse(t -> builder.stretch(text, t), () -> builder.append((open ? " " : "") + text));
                goOn(time, text);
                continue;
            }
            String who = segment.speaker();
            whole = time;
            for (String part : text.split(BLANKS)) {
                int at = find(keys, read++, timed, next);
                if (at >= 0) {
                    next = at + 1;
                    who = timed.get(at).speaker().isEmpty()
                            ? who
                            : timed.get(at).speaker();
                }
                Optional<TimeSpan> when =
                        at < 0 ? Optional.empty() : timed.get(at).time();
                begin(who, when);
                builder.word(part, when);
                goOn(when, part);
            }
        }
    }

    /** The word with a time that one of the text is; not one that others stand before which the text has later. */
    private static int find(List<String> keys, int at, List<SaidWord> words, int from) {
        for (int i = from; i < Math.min(words.size(), from + AHEAD); i++) {
            if (isSame(keys, at, words, i)
                    && (i == from || isSame(keys, at + 1, words, i + 1) || !comesLater(keys, at, words, from))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the text has two words in a row behind a place. */
    private static boolean comesLater(List<String> keys, int at, List<SaidWord> words, int first) {
        return IntStream.rangeClosed(at + 1, at + UNTIMED)
                .anyMatch(k -> isSame(keys, k, words, first) && isSame(keys, k + 1, words, first + 1));
    }

    private static boolean isSame(List<String> keys, int key, List<SaidWord> words, int word) {
        return key < keys.size()
                && word < words.size()
                && keys.get(key).equals(TimedTurns.key(words.get(word).text()));
    }

    private void begin(String who, Optional<TimeSpan> time) {
        double gap = span.isPresent() && time.isPresent()
                ? time.get().startSeconds() - span.get().endSeconds()
                : 0;
        boolean pause = gap >= (sentence ? PAUSE_SECONDS : 10 * LONG_PAUSE_SECONDS);
        if (open && (!who.equals(speaker) || pause)) {
            end();
        }
        if (!open) {
            builder.speaker(who);
            speaker = who;
        }
    }

    private void goOn(Optional<TimeSpan> time, String text) {
        open = true;
        span = span.isPresent() && time.isPresent() ? Optional.of(span.get().union(time.get())) : span.or(() -> time);
        sentence = CueDocument.endsSentence(text);
    }

    private void end() {
        span.or(() -> whole).ifPresent(builder::time);
        builder.endParagraph();
        span = Optional.empty();
        open = false;
    }

    SourceDocument build() {
        end();
        return builder.build();
    }
}
