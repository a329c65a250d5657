package org.tapescript.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.text.WordTokens;

/**
 * Turns as they are printed: their words, and before, between and behind them what stands there and is no word: notes in brackets, dashes,
 * signs that blanks set apart. Times, footnote marks and feet of pages in the middle of a turn are left out.
 */
public final class PrintedText {
    private static final String OPENING = "[(<*♪【（";

    private final String text;
    private final List<Paragraph> paragraphs;

    public PrintedText(SyncedTranscript transcript) {
        this.text = transcript.transcript().text();
        this.paragraphs = transcript.transcript().paragraphs();
    }

    /**
     * A word, or what stands beside one.
     *
     * @param word empty for what is no word
     * @param text with the blanks around it where it is no word
     */
    public record Part(Optional<Word> word, String text) {
        /** Whether it tells more than the blank between two words. */
        public boolean isPrinted() {
            return !text.isBlank();
        }
    }

    /** A turn's text on one line. */
    public String of(Turn turn) {
        return String.join(" ", texts(turn));
    }

    /** A turn's text, in the paragraphs in which it was printed. */
    public List<String> texts(Turn turn) {
        return paragraphs(turn).stream().map(PrintedText::text).toList();
    }

    /** The text of parts, one after the other. */
    public static String text(List<Part> parts) {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    /** The parts of a turn, in the paragraphs in which they were printed; at least one, which is empty in a turn without words. */
    public List<List<Part>> paragraphs(Turn turn) {
        List<List<Part>> result = new ArrayList<>();
        List<Part> open = new ArrayList<>();
        int at = -1;
        int end = 0;
        for (Word word : turn.words()) {
            int start = word.place().start();
            int paragraph = paragraphAt(start);
            if (paragraph != at || open.isEmpty()) {
                if (!open.isEmpty()) {
                    close(open, at, end);
                    result.add(List.copyOf(open));
                    open.clear();
                }
                at = paragraph;
                before(paragraph, start).ifPresent(s -> open.add(new Part(Optional.empty(), s + " ")));
            } else {
                String between = shown(end, start);
                open.add(new Part(Optional.empty(), between.isEmpty() ? " " : spaced(between, end, start)));
            }
            open.add(new Part(Optional.of(word), said(word)));
            end = word.place().end();
        }
        if (!open.isEmpty()) {
            close(open, at, end);
        }
        result.add(List.copyOf(open));
        return result;
    }

    /** Notes within paragraphs that are spoken, in the order of the text: what is told there and nobody says. */
    public List<CharSpan> notes() {
        return paragraphs.stream()
                .filter(p -> p.kind().isSpoken())
                .flatMap(p -> p.notes().stream())
                .filter(this::tells)
                .toList();
    }

    /** Whether a spoken paragraph has such notes. */
    boolean hasNotes(Paragraph paragraph) {
        return paragraph.notes().stream().anyMatch(this::tells);
    }

    /** The last paragraph that begins at a place or before it; -1 if none does. */
    int paragraphAt(int place) {
        int low = 0;
        int high = paragraphs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (paragraphs.get(middle).place().start() <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** What a paragraph prints before a turn's first word there, behind the words of another turn if there are any. */
    private Optional<String> before(int paragraph, int word) {
        if (paragraph < 0) {
            return Optional.empty();
        }
        Paragraph p = paragraphs.get(paragraph);
        int from = p.label().map(CharSpan::end).orElse(p.place().start());
        List<CharSpan> others = words(p, from, word);
        int begin = others.isEmpty() ? from : others.get(others.size() - 1).end();
        return Optional.of(shown(begin, word)).filter(s -> !s.isEmpty());
    }

    private void close(List<Part> open, int paragraph, int end) {
        if (paragraph >= 0) {
            Paragraph p = paragraphs.get(paragraph);
            int to = words(p, end, p.place().end()).isEmpty()
                    ? Math.max(end, p.place().end())
                    : end;
            String behind = shown(end, to);
            if (!behind.isEmpty()) {
                open.add(new Part(Optional.empty(), spaced(behind, end, to).stripTrailing()));
            }
        }
    }

    private List<CharSpan> words(Paragraph p, int from, int to) {
        return to > from ? WordTokens.in(text, new CharSpan(from, to), p.notes()) : List.of();
    }

    /** The words of a stretch that is one, such as a sentence placed as a whole, with the notes between them. */
    private String said(Word word) {
        return word.text().indexOf(' ') < 0
                ? word.text()
                : shown(word.place().start(), word.place().end());
    }

    /** With the blanks that part it from the words around it. */
    private String spaced(String between, int from, int to) {
        return (WordTokens.isSpace(text.charAt(from)) ? blank(text.charAt(from)) : "")
                + between
                + (WordTokens.isSpace(text.charAt(to - 1)) ? " " : "");
    }

    /** A no-break space stays one: a sign must not begin a line. */
    private static String blank(char c) {
        return c == '\u00a0' || c == '\u202f' ? String.valueOf(c) : " ";
    }

    /** A stretch of the text with single blanks, without what only guides through it. */
    private String shown(int from, int to) {
        StringBuilder shown = new StringBuilder();
        int at = from;
        for (int i = Math.max(0, paragraphAt(from));
                i < paragraphs.size() && paragraphs.get(i).place().start() < to;
                i++) {
            for (CharSpan note : paragraphs.get(i).notes()) {
                if (note.start() >= at && note.end() <= to && !tells(note)) {
                    shown.append(text, at, note.start()).append(' ');
                    at = note.end();
                }
            }
        }
        shown.append(text, at, Math.max(at, to));
        return WordTokens.singleSpaced(shown);
    }

    /** Whether a note says something to readers: not a time, a number, a sign of markup or the foot of a page. */
    private boolean tells(CharSpan note) {
        String own = note.of(text);
        boolean bracketed = !own.isEmpty() && OPENING.indexOf(own.charAt(0)) >= 0;
        boolean letters = own.codePoints().anyMatch(Character::isLetter);
        boolean digits = own.codePoints().anyMatch(Character::isDigit);
        return bracketed
                ? (letters || !digits && own.length() > 2 && !own.startsWith("**"))
                : letters && own.indexOf('\n') < 0;
    }
}
