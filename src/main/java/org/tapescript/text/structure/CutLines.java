package org.tapescript.text.structure;

import java.util.List;
import java.util.function.IntPredicate;

/** Lines that are cut where they are full, wherever a sentence ends: those of subtitles and of pages. */
final class CutLines {
    /** Lines that tell how a text is cut, and the share of them that ends within a sentence if it is cut by width. */
    private static final int MIN_LINES = 20;

    private static final double CUT = 0.4;

    private final String text;
    private final List<Line> lines;
    private final IntPredicate aside;
    private final double usual;

    /** @param aside whether a line belongs to the page and not to the text */
    CutLines(String text, List<Line> lines, IntPredicate aside) {
        this.text = text;
        this.lines = lines;
        this.aside = aside;
        this.usual = lines.stream().mapToInt(Line::length).average().orElse(0);
    }

    /** Whether most lines are cut so. */
    boolean all() {
        long within = 0;
        for (int i = 1; i < lines.size(); i++) {
            within += isWithin(i) ? 1 : 0;
        }
        return lines.size() >= MIN_LINES && within >= CUT * lines.size();
    }

    /** Whether a line goes on with the sentence of the one above, which was full. */
    boolean isWithin(int line) {
        if (line == 0 || aside.test(line - 1) || 2 * lines.get(line - 1).length() < usual) {
            return false;
        }
        String above = lines.get(line - 1).place().of(text);
        return !above.isEmpty()
                && Character.isLetterOrDigit(above.charAt(0))
                && !Sentence.endsFully(above)
                && "-–—".indexOf(above.charAt(above.length() - 1)) < 0;
    }
}
