package org.tapescript.format;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tapescript.domain.Block.Style;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;

/** Makes a document of turns whose times a file gives, or of words: a block a turn, the speaker beside it. */
public final class TimedTurns {
    /** A word, with its time if it is known. */
    public record Said(String text, Optional<TimeSpan> time) {}

    /** How far a word of a text is looked for among words with times. */
    private static final int AHEAD = 6;

    private final Path file;
    private final DocumentBuilder builder;
    private boolean empty = true;

    public TimedTurns(Path file) {
        this.file = file;
        this.builder = new DocumentBuilder(file.getFileName().toString());
    }

    /** Adds a turn of which only the whole may have a time; it guides. */
    public void turn(String speaker, Optional<TimeSpan> time, String text) {
        turn(speaker, time, words(text));
    }

    /** Notes something of the turn that is added next. */
    public void remark(String what) {
        builder.remark(what);
    }

    /** Adds a turn; times of words are taken as they are. */
    public void turn(String speaker, Optional<TimeSpan> time, List<Said> words) {
        if (words.stream().allMatch(w -> w.text().isBlank())) {
            return;
        }
        empty = false;
        builder.speaker(Texts.oneLine(speaker));
        words.forEach(w -> builder.word(w.text(), w.time()));
        time.ifPresent(builder::time);
        builder.endParagraph();
    }

    /** Adds what is printed between turns and said by nobody. */
    public void aside(String text) {
        builder.aside(Style.CAPTION, text);
    }

    /** A text's words, without times. */
    public static List<Said> words(String text) {
        return List.of(text.strip().split("(?U)\\s+")).stream()
                .map(w -> new Said(w, Optional.empty()))
                .toList();
    }

    /** A text's words, with times taken in order from a list of timed words. */
    public static List<Said> words(String text, List<Said> timed) {
        List<Said> sorted = timed.stream()
                .sorted(Comparator.comparing(
                        w -> w.time().map(TimeSpan::startMicros).orElse(Long.MAX_VALUE)))
                .toList();
        int[] next = {0};
        return words(text).stream()
                .map(word -> {
                    // Words that the text lacks are skipped if what follows them is found soon after.
                    for (int i = next[0]; i < Math.min(sorted.size(), next[0] + AHEAD); i++) {
                        if (key(sorted.get(i).text()).equals(key(word.text()))) {
                            next[0] = i + 1;
                            return new Said(word.text(), sorted.get(i).time());
                        }
                    }
                    return word;
                })
                .toList();
    }

    /** By which a word is found whose capitals and marks may differ. */
    public static String key(String word) {
        String bare = word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}\\p{M}]", "");
        return bare.isEmpty() ? word.strip() : bare;
    }

    /** A span of seconds; nothing if it is none. */
    public static Optional<TimeSpan> span(double start, double end) {
        return start >= 0 && end >= start && end < 1e7 ? Optional.of(TimeSpan.ofSeconds(start, end)) : Optional.empty();
    }

    /** @throws UnreadableTranscriptException if there was no turn */
    public SourceDocument build() throws UnreadableTranscriptException {
        if (empty) {
            throw new UnreadableTranscriptException(file, TranscriptFault.NO_TIMED_TEXT);
        }
        return builder.build();
    }
}
