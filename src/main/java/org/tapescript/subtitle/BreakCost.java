package org.tapescript.subtitle;

import java.util.Locale;
import java.util.Set;

/** How bad it is to break text between two words: best at a sentence's end, worst within what belongs together. */
final class BreakCost {
    private static final Set<String> LEADING = Set.of(
            "a", "an", "the", "my", "your", "his", "her", "its", "our", "their", "this", "these", "those", "of", "to",
            "in", "on", "at", "by", "for", "from", "with", "and", "or", "but", "not", "very", "mr", "mr.", "mrs.",
            "ms.", "dr.", "i", "he", "she", "we", "they", "is", "are", "was", "were", "be", "has", "have", "had",
            "will", "would", "can", "could", "should", "do", "does", "did", "no", "some", "any", "each", "every", "if",
            "that");
    private static final Set<String> OPENING = Set.of(
            "and", "or", "but", "because", "since", "so", "that", "which", "who", "when", "where", "while", "if", "as",
            "of", "to", "in", "on", "at", "by", "for", "from", "with", "about", "after", "before", "until", "than",
            "then");

    /** What may stand behind a sentence's last sign. */
    private static final String CLOSING = "'\"’”»)]";

    private static final String DASHES = "–—-";

    private BreakCost() {}

    static double between(String before, String after) {
        String bare = withoutClosing(before);
        if (bare.endsWith(".") || bare.endsWith("?") || bare.endsWith("!") || bare.endsWith("…")) {
            return LEADING.contains(bare.toLowerCase(Locale.ROOT)) ? 8 : 0;
        }
        if (bare.endsWith(",") || bare.endsWith(";") || bare.endsWith(":") || endsWithDash(bare)) {
            return 2;
        }
        if (LEADING.contains(before.toLowerCase(Locale.ROOT))) {
            return 9;
        }
        if (OPENING.contains(after.toLowerCase(Locale.ROOT))) {
            return 4;
        }
        boolean names = Character.isUpperCase(before.codePointAt(0)) && Character.isUpperCase(after.codePointAt(0));
        return names ? 8 : 6;
    }

    private static String withoutClosing(String word) {
        int end = word.length();
        while (end > 0 && CLOSING.indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    private static boolean endsWithDash(String word) {
        return !word.isEmpty() && DASHES.indexOf(word.charAt(word.length() - 1)) >= 0;
    }
}
