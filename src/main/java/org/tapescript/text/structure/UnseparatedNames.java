package org.tapescript.text.structure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.text.WordTokens;

/**
 * Names with no separator before the speech, because bold type or a tab was lost in conversion: {@code SPEAKER_00 Yes.}, {@code Q When?},
 * {@code T. Holt Yes.}; behind a time any name in capitals, {@code [0:12] ANNA Yes.}
 */
final class UnseparatedNames {
    private static final Pattern NAME = Pattern.compile(
            "(?:SPEAKER|Speaker|speaker|SPK|spk)[_-]\\d{1,3}|[QA]|(?:\\p{Lu}\\.\\h?){1,2}\\p{Lu}[\\p{L}’'-]{2,}");
    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}[\\p{Lu}.'’-]+(?:\\h\\p{Lu}[\\p{Lu}.'’-]+){0,3}");
    /** A blank followed by a word that is not in capitals, or is of one letter, and small letters in the same sentence. */
    private static final Pattern NO_CAPITALS =
            Pattern.compile("\\h[\"“«„‘'¿¡…—–-]*+(?!\\p{Lu}{2})[\\p{Lu}\\p{N}][^.?!\\v]*\\p{Ll}.*");
    /** A blank followed by what can begin a sentence. */
    private static final Pattern SPEECH = Pattern.compile("\\h[\\p{Lu}\\p{Lo}\\p{N}\"“«„‘'¿¡…—–-]");

    private UnseparatedNames() {}

    private static boolean mayBegin(String text, int from, int blank) {
        char first = text.charAt(from);
        return blank - from == 1
                ? first == 'Q' || first == 'A'
                : first == 'S' || first == 's' || text.charAt(from + 1) == '.';
    }

    /**
     * Whether such a name ends at the given blank.
     *
     * @param timed whether a time stands before it
     */
    static boolean endAt(String text, int from, int blank, int to, boolean timed) {
        if (timed && Character.isUpperCase(text.charAt(from)) && WordTokens.isSpace(text.charAt(blank))) {
            boolean capitals = CAPITALS.matcher(text).region(from, blank).matches();
            if (capitals && NO_CAPITALS.matcher(text).region(blank, to).matches()) {
                return true;
            }
        }
        if (!WordTokens.isSpace(text.charAt(blank))
                || !mayBegin(text, from, blank)
                || !NAME.matcher(text).region(from, blank).matches()) {
            return false;
        }
        Matcher speech = SPEECH.matcher(text).region(blank, to);
        return Character.isDigit(text.charAt(blank - 1)) || speech.lookingAt();
    }
}
