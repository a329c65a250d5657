package org.tapescript.placement;

import java.util.List;
import org.tapescript.domain.Word;

/**
 * How long a text takes to say: its letters, digits counting as many letters as their names have, and a constant for each word.
 */
public final class TextLength {
    private static final double WORD = 0.7;
    private static final double DIGIT = 5;
    /** A character of a syllabic or logographic script takes as long as this many letters. */
    private static final double SYLLABLE = 2.5;

    private TextLength() {}

    /** So much as some words take, in letters. */
    public static double letters(List<Word> words) {
        return words.stream().mapToDouble(w -> letters(w.text())).sum();
    }

    /** So much as a word takes, in letters. */
    public static double letters(String word) {
        return WORD + word.codePoints().mapToDouble(TextLength::letters).sum();
    }

    private static double letters(int c) {
        if (Character.isDigit(c)) {
            return DIGIT;
        }
        return !Character.isLetter(c) ? 0 : isSyllable(c) ? SYLLABLE : 1;
    }

    private static boolean isSyllable(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, ETHIOPIC -> true;
            default -> false;
        };
    }
}
