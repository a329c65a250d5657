package org.tapescript.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tapescript.domain.CharSpan;

/** Cuts text into words: runs of characters between Unicode spaces that hold a letter or digit. */
public final class WordTokens {
    private WordTokens() {}

    /**
     * Words of a stretch of text that do not lie in one of the notes, in order.
     *
     * @param notes spans that nobody says, apart from each other; a run that sticks out of one counts if what sticks out holds a letter or
     *     digit. Numbers and signs in notes behind a word are no part of it
     */
    public static List<CharSpan> in(String text, CharSpan stretch, List<CharSpan> notes) {
        List<CharSpan> sorted =
                notes.stream().sorted(Comparator.comparingInt(CharSpan::start)).toList();
        List<CharSpan> words = new ArrayList<>();
        int from = -1;
        int spoken = -1;
        int note = 0;
        for (int i = stretch.start(); i <= stretch.end(); ) {
            while (note < sorted.size() && sorted.get(note).end() <= i) {
                note++;
            }
            boolean hidden = note < sorted.size() && sorted.get(note).start() <= i;
            int c = i < stretch.end() ? text.codePointAt(i) : ' ';
            if (i < stretch.end() && !isSpace(text.charAt(i))) {
                from = from < 0 ? i : from;
                if (!hidden) {
                    spoken = Character.isLetterOrDigit(c) || spoken >= 0 ? i + Character.charCount(c) : spoken;
                }
            } else if (from >= 0) {
                if (spoken >= 0) {
                    boolean letters = text.substring(spoken, i).codePoints().anyMatch(Character::isLetter);
                    words.add(new CharSpan(from, letters ? i : spoken));
                }
                from = -1;
                spoken = -1;
            }
            i += Character.charCount(c);
        }
        return words;
    }

    /** Unicode's white space and the no-break spaces, which {@link Character#isWhitespace} leaves out. */
    public static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff' || c == '\u0085';
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
