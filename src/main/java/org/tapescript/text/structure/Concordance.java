package org.tapescript.text.structure;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the list of words behind the record of a court, each with the pages and lines on which it stands: {@code ferry 12:3 14:5,9}. */
final class Concordance {
    private static final Pattern PLACE = Pattern.compile("(?<![\\d:])(\\d{1,4}):(\\d{1,2})(?![\\d:])");
    private static final int MAX_WORDS = 6;
    private static final int MAX_LENGTH = 160;
    private static final int MIN_LINES = 12;
    private static final double SHARE = 0.45;
    /** Times grow; places begin anew with each word. */
    private static final double BACK = 0.2;

    private Concordance() {}

    /** Puts the lines of such a list at the end aside. */
    static void find(String text, List<Line> lines, Map<Integer, Furniture.Kind> aside) {
        int from = lines.size();
        int placed = 0;
        int back = 0;
        int last = -1;
        while (from > 0) {
            Line line = lines.get(from - 1);
            if (line.length() > MAX_LENGTH) {
                break;
            }
            String content = line.place().of(text);
            Matcher place = PLACE.matcher(content);
            boolean found = place.find();
            if (!found && (Sentence.endsFully(content) || longest(content) > MAX_WORDS)) {
                break;
            }
            if (found) {
                int page = Integer.parseInt(place.group(1));
                // Walked from the end, numbers that grow are those that go back.
                back += last >= 0 && page > last ? 1 : 0;
                last = page;
                placed++;
            }
            from--;
        }
        if (placed >= MIN_LINES && placed >= SHARE * (lines.size() - from) && back >= BACK * placed) {
            for (int i = from; i < lines.size(); i++) {
                aside.put(i, Furniture.Kind.DATA);
            }
        }
    }

    /** How many words stand together, with one blank between them, in a line that may have columns. */
    private static int longest(String content) {
        int longest = 0;
        for (String part : content.split("\\h{2,}")) {
            longest = Math.max(longest, part.split("\\h").length);
        }
        return longest;
    }
}
