package org.tapescript.format;

import java.util.regex.Pattern;

/**
 * Text in a cell of a table. Spreadsheets take a cell that begins with one of a few signs for a formula, and run it: such a cell gets an
 * apostrophe in front, and one that already has apostrophes before such a sign gets one more, so that all can be read back unchanged.
 */
public final class TableCell {
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]");

    private TableCell() {}

    /** The cell that holds a text. */
    public static String of(String text) {
        return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    /** The text that a cell holds. */
    public static String text(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
