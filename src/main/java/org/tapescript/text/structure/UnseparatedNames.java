package org.tapescript.text.structure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.text.WordTokens;

/**
 * Names with no separator before the speech, because bold type or a tab was lost in conversion: {@code SPEAKER_00 Yes.}, {@code Q When?},
 * {@code T. Holt Yes.}
 */
final class UnseparatedNames {
    private static final Pattern NAME = Pattern.compile(
            "(?:SPEAKER|Speaker|speaker|SPK|spk)[_-]\\d{1,3}|[QA]|(?:\\p{Lu}\\.\\h?){1,2}\\p{Lu}[\\p{L}’'-]{2,}");
    /** A blank followed by what can begin a sentence. */
    private static final Pattern SPEECH = Pattern.compile("\\h[\\p{Lu}\\p{Lo}\\p{N}\"“«„‘'¿¡…—–-]");

    private UnseparatedNames() {}

    private static boolean mayBegin(String text, int from, int blank) {
        char first = text.charAt(from);
        return blank - from == 1
                ? first == 'Q' || first == 'A'
                : first == 'S' || first == 's' || text.charAt(from + 1) == '.';
    }

    /** Whether such a name ends at the given blank. */
    static boolean endAt(String text, int from, int blank, int to) {
        if (!WordTokens.isSpace(text.charAt(blank))
                || !mayBegin(text, from, blank)
                || !NAME.matcher(text).region(from, blank).matches()) {
            return false;
        }
        Matcher speech = SPEECH.matcher(text).region(blank, to);
        return Character.isDigit(text.charAt(blank - 1)) || speech.lookingAt();
    }
}
