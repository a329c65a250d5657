package org.tapescript.text.structure;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Words that a text also has in small letters, which tells them from names. */
final class LowercaseWords {
    private static final String IN_ADDRESSES = "@/_0123456789";

    private LowercaseWords() {}

    /** Whether a hyphen divides a word from its rest, in a line or at a line's end. */
    private static boolean isPart(String text, int from, int to) {
        int before = from - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return to < text.length() && text.charAt(to) == '-' || before >= 0 && text.charAt(before) == '-';
    }

    /** Whether a word belongs to the address of somebody's mail or page, where names are written small. */
    private static boolean isAddress(String text, int from, int to) {
        return from > 0 && IN_ADDRESSES.indexOf(text.charAt(from - 1)) >= 0
                || to < text.length() && IN_ADDRESSES.indexOf(text.charAt(to)) >= 0
                || to + 1 < text.length() && text.charAt(to) == '.' && Character.isLetter(text.charAt(to + 1));
    }

    /** Words that occur in lower case in a text. */
    static Set<String> of(String text) {
        Set<String> words = new HashSet<>();
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter && from < 0) {
                from = i;
            } else if (!letter && from >= 0) {
                if (Character.isLowerCase(text.charAt(from)) && !isPart(text, from, i) && !isAddress(text, from, i)) {
                    words.add(text.substring(from, i).toLowerCase(Locale.ROOT));
                }
                from = -1;
            }
        }
        return words;
    }
}
