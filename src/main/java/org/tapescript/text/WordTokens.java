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
