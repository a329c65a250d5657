package org.tapescript.text;

import java.util.BitSet;
import java.util.List;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/** Where a text has a mark at which a speaker may pause: at punctuation, and where a turn begins. */
public final class PauseMarks {
    private PauseMarks() {}

    /** By their index among all words of the turns, the words before which there is a mark. */
    public static BitSet before(String text, List<Turn> turns) {
        BitSet result = new BitSet();
        int at = 0;
        for (Turn turn : turns) {
            Word last = null;
            for (Word word : turn.words()) {
                result.set(at++, last == null || isBetween(text, last, word));
                last = word;
            }
        }
        return result;
    }

    private static boolean isBetween(String text, Word last, Word word) {
        return !joins(last.text().codePointBefore(last.text().length()))
                || !joins(word.text().codePointAt(0))
                || !text.substring(
                                last.place().end(),
                                Math.max(last.place().end(), word.place().start()))
                        .chars()
                        .allMatch(c -> WordTokens.isSpace((char) c));
    }

    /** Whether a word's edge is part of it: a letter, a digit, a mark that belongs to one, an apostrophe, a hyphen. */
    private static boolean joins(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || "'\u2019\u02bc-\u2010%".indexOf(c) >= 0;
    }
}
