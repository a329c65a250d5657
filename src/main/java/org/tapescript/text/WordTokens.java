package org.tapescript.text;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.domain.CharSpan;

/** Cuts text into words: runs of characters between Unicode spaces that hold a letter or digit. */
public final class WordTokens {
    private WordTokens() {}

    /**
     * Words of a stretch of text that do not lie in one of the notes, in order.
     *
     * @param notes spans that nobody says; a run that sticks out of one counts if what sticks out holds a letter or digit
     */
    public static List<CharSpan> in(String text, CharSpan stretch, List<CharSpan> notes) {
        List<CharSpan> words = new ArrayList<>();
        int from = -1;
        for (int i = stretch.start(); i <= stretch.end(); i++) {
            boolean space = i == stretch.end() || isSpace(text.charAt(i));
            if (!space && from < 0) {
                from = i;
            } else if (space && from >= 0) {
                if (isSpoken(text, from, i, notes)) {
                    words.add(new CharSpan(from, i));
                }
                from = -1;
            }
        }
        return words;
    }

    private static boolean isSpoken(String text, int from, int to, List<CharSpan> notes) {
        for (int i = from; i < to; i += Character.charCount(text.codePointAt(i))) {
            int at = i;
            if (Character.isLetterOrDigit(text.codePointAt(i))
                    && notes.stream().noneMatch(n -> n.start() <= at && at < n.end())) {
                return true;
            }
        }
        return false;
    }

    /** Unicode's white space and the no-break spaces, which {@link Character#isWhitespace} leaves out. */
    public static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff' || c == '\u0085';
    }

    /** Whether a note is what divides a word at a line's end: a hyphen, the end of the line and blanks. */
    public static boolean joins(String text, CharSpan note) {
        int first = text.codePointAt(note.start());
        return note.start() > 0
                && note.end() < text.length()
                && (first == '-' || first == 0xad || first == 0x2010)
                && Character.isLetter(text.codePointBefore(note.start()))
                && Character.isLetter(text.codePointAt(note.end()));
    }

    /** A text with one blank for each run of them, and none at its ends. */
    public static String singleSpaced(CharSequence text) {
        StringBuilder result = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            if (isSpace(text.charAt(i))) {
                space = result.length() > 0;
            } else {
                result.append(space ? " " : "").append(text.charAt(i));
                space = false;
            }
        }
        return result.toString();
    }

    /** Lines without their ends, whatever kind of end they have. */
    public static List<CharSpan> lines(String text) {
        List<CharSpan> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\f') {
                lines.add(new CharSpan(from, i));
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                from = i + 1;
            }
        }
        lines.add(new CharSpan(from, text.length()));
        return lines;
    }

    /** The span without spaces at its ends; empty at its start if there is nothing else. */
    public static CharSpan trim(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return new CharSpan(start, end);
    }
}
