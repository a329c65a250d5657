package org.tapescript.text;

/** Characters that nobody sees and that are part of no word: signs of direction, blanks without width. */
public final class Unseen {
    private Unseen() {}

    /** A text without them; a break between letters that has no width stays, for where words are written without blanks it parts them. */
    public static String removed(String text) {
        int first = 0;
        while (first < text.length() && !isUnseen(text, first)) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            if (!isUnseen(text, i)) {
                result.append(text.charAt(i));
            }
        }
        return result.toString();
    }

    private static boolean isUnseen(String text, int at) {
        char c = text.charAt(at);
        if (c < '\u200b') {
            // A stray NUL is never part of the text.
            return c == 0;
        }
        boolean direction =
                c == '\u200e' || c == '\u200f' || c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
        return c == '\ufeff' || direction || c == '\u200b' && !isWithin(text, at);
    }

    private static boolean isWithin(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at - 1))
                && Character.isLetter(text.charAt(at + 1));
    }
}
