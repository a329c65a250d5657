package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tapescript.domain.CharSpan;
import org.tapescript.text.WordTokens;

/**
 * Puts words together again that a hyphen divides at a line's end: the rest of the word moves up, the blanks between go behind it, so
 * that all other text stays at its place. The hyphen goes, unless it belongs to the word.
 *
 * @param text with whole words
 * @param lines as they stand in it
 */
record Hyphens(String text, List<Line> lines) {
    private static final int MAX_GAP = 400;

    static Hyphens joined(
            String text, List<Line> lines, Map<Integer, Furniture.Kind> aside, Set<Integer> marked, Set<String> small) {
        StringBuilder joined = null;
        List<Line> result = new ArrayList<>(lines);
        int above = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (aside.containsKey(i)) {
                continue;
            }
            Line line = result.get(i);
            boolean divided =
                    above >= 0 && !marked.contains(i) && line.isFree() && isDivided(text, lines.get(above), line);
            if (divided) {
                joined = joined == null ? new StringBuilder(text) : joined;
                join(text, joined, result, above, i, small);
            }
            above = i;
        }
        return joined == null ? new Hyphens(text, lines) : new Hyphens(joined.toString(), result);
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u00ad' || c == '\u2010';
    }

    private static boolean isDivided(String text, Line above, Line line) {
        int hyphen = above.place().end() - 1;
        return above.isFree()
                && line.place().start() - hyphen <= MAX_GAP
                && isHyphen(text.charAt(hyphen))
                && hyphen > above.place().start()
                && Character.isLetter(text.charAt(hyphen - 1))
                && Character.isLowerCase(text.charAt(line.place().start()));
    }

    private static void join(
            String text, StringBuilder joined, List<Line> lines, int above, int below, Set<String> small) {
        int hyphen = lines.get(above).place().end() - 1;
        int from = lines.get(below).place().start();
        int to = from;
        while (to < lines.get(below).place().end() && !WordTokens.isSpace(text.charAt(to))) {
            to++;
        }
        boolean keeps = keepsHyphen(text, hyphen, from, small);
        String tail = text.substring(from, to);
        String gap = text.substring(hyphen + 1, from);
        joined.replace(hyphen, to, keeps ? "-" + tail + gap : tail + " " + gap);
        int by = tail.length() + (keeps ? 1 : 0);
        Line up = lines.get(above);
        lines.set(above, up.at(new CharSpan(up.place().start(), hyphen + by)));
        for (int i = above + 1; i < below; i++) {
            CharSpan place = lines.get(i).place();
            lines.set(i, lines.get(i).at(new CharSpan(place.start() + tail.length(), place.end() + tail.length())));
        }
        Line down = lines.get(below);
        CharSpan rest = WordTokens.trim(
                text.substring(to, down.place().end()), 0, down.place().end() - to);
        lines.set(below, down.at(new CharSpan(to + rest.start(), to + rest.end())));
    }

    /** Whether a hyphen at a line's end belongs to the word: where both parts are words, but not together. */
    private static boolean keepsHyphen(String text, int hyphen, int next, Set<String> small) {
        int start = hyphen;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        int end = next;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String head = text.substring(start, hyphen).toLowerCase(Locale.ROOT);
        String tail = text.substring(next, end).toLowerCase(Locale.ROOT);
        boolean chain = start > 0 && text.charAt(start - 1) == '-';
        boolean parts = WordLists.of("hyphen-heads").contains(head) || small.contains(head) && small.contains(tail);
        return text.charAt(hyphen) != '\u00ad' && !small.contains(head + tail) && (chain || parts);
    }
}
