package org.tapescript.text.structure;

/** How a paragraph ends and begins, looked at from its edges. */
final class Sentence {
    private static final String CLOSERS = "\"'”’»)]*_ \u00a0";

    /** Characters of a text that say how it is written. */
    private static final int SAMPLE = 50_000;

    private Sentence() {}

    private static int last(CharSequence text) {
        int i = text.length() - 1;
        while (i >= 0 && (CLOSERS.indexOf(text.charAt(i)) >= 0 || Character.isWhitespace(text.charAt(i)))) {
            i--;
        }
        return i;
    }

    /** Whether a text is all in capitals, as captions are, so that capitals say nothing in it. */
    static boolean shouts(String text) {
        int small = 0;
        int capital = 0;
        for (int i = 0; i < Math.min(SAMPLE, text.length()); i++) {
            small += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
            capital += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
        }
        return small * 20 < capital;
    }

    /** Whether a sign belongs to a script whose words no blanks part and whose signs take two columns. */
    static boolean isWide(char c) {
        return c >= '\u2e80' && c <= '\ua4cf'
                || c >= '\uac00' && c <= '\ud7a3'
                || c >= '\uf900' && c <= '\ufaff'
                || c >= '\uff01' && c <= '\uff60';
    }

    /** Whether it ends as sentences and their parts do, or breaks off with a dash. */
    static boolean ends(CharSequence text) {
        int i = last(text);
        return i >= 0 && ".!?…:;,。！？؟：；，、।॥—–-".indexOf(text.charAt(i)) >= 0;
    }

    /** Whether it ends with a colon, or as one part of a list does. */
    static boolean announces(CharSequence text) {
        int i = last(text);
        return i >= 0 && ":;,：；，、".indexOf(text.charAt(i)) >= 0;
    }

    /** Whether a whole sentence ends there. */
    static boolean endsFully(CharSequence text) {
        int i = last(text);
        return i >= 0 && ".!?…。！？؟।॥".indexOf(text.charAt(i)) >= 0;
    }

    static boolean asks(CharSequence text) {
        int i = last(text);
        while (i > 0 && text.charAt(i) == '!') {
            i--;
        }
        boolean japanese = i > 0 && text.charAt(i) == '。' && text.charAt(i - 1) == 'か';
        return i >= 0 && "?？؟".indexOf(text.charAt(i)) >= 0 || japanese || greek(text, i);
    }

    /** A Greek question ends with what others call a semicolon. */
    private static boolean greek(CharSequence text, int at) {
        int letter = at - 1;
        return letter >= 0
                && ";\u037e".indexOf(text.charAt(at)) >= 0
                && Character.UnicodeScript.of(text.charAt(letter)) == Character.UnicodeScript.GREEK;
    }

    /** Whether it begins with a small letter, as what goes on with a sentence does. */
    static boolean goesOn(CharSequence text) {
        int i = 0;
        while (i < text.length() && "\"'“‘«„(".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i < text.length() && Character.isLowerCase(text.charAt(i));
    }
}
