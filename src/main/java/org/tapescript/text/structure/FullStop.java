package org.tapescript.text.structure;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tapescript.text.WordTokens;

/** Tells a full stop that ends a speaker's name from one after an abbreviation, an initial or a short sentence. */
final class FullStop {
    private static final Pattern TITLED =
            Pattern.compile("\\h(?:(?:le|la)\\h\\p{Ll}[^.?!:\\v]{2,60}|\\p{Lu}[^.?!:\\v]{2,60})\\.\\h");
    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}[\\p{L}-]+\\h(?:\\p{Lu}\\.\\h?){2}");
    /** A name of initials before another sign: {@code A. B. – Yes.} */
    private static final Pattern MORE_INITIALS = Pattern.compile("(?:\\h?\\p{Lu}\\.){1,3}\\h*(?:[:–—]|-\\h)");

    private static final Pattern INITIAL = Pattern.compile("\\h?\\p{Lu}\\.");

    private final String text;
    private final int from;
    private final int end;
    private final int limit;

    /**
     * @param from where the name would begin
     * @param end of the line
     * @param limit behind which no mark ends
     */
    FullStop(String text, int from, int end, int limit) {
        this.text = text;
        this.from = from;
        this.end = end;
        this.limit = limit;
    }

    /** Whether a full stop ends a name, not an initial or a title within it. */
    boolean endsName(int at) {
        int next = at + 1;
        boolean dash =
                next + 1 < end && "-–—".indexOf(text.charAt(next)) >= 0 && WordTokens.isSpace(text.charAt(next + 1));
        // "Q.—When?", as it used to be printed.
        boolean glued = next + 1 < end && "–—".indexOf(text.charAt(next)) >= 0 && at - from == 1;
        if (next < end && !WordTokens.isSpace(text.charAt(next)) && !dash && !glued) {
            return false;
        }
        if (at - from == 1 && MORE_INITIALS.matcher(text).region(next, limit).lookingAt()) {
            return false;
        }
        int start = at;
        while (start > from && !WordTokens.isSpace(text.charAt(start - 1))) {
            start--;
        }
        String word = text.substring(start, at).toLowerCase(Locale.ROOT);
        boolean initial = word.length() == 1 && start > from || word.matches("(?:\\p{L}\\.)+\\p{L}");
        boolean title = WordLists.of("titles").contains(word) && (word.length() > 1 || isTitled(at));
        return endsInitials(at) || !title && !WordLists.of("abbreviations").contains(word) && !initial;
    }

    /** Whether "M." opens a name that a full stop ends, as in {@code M. Jean Perrin. Oui.}; else it is an initial. */
    private boolean isTitled(int at) {
        return TITLED.matcher(text).region(at + 1, limit).lookingAt();
    }

    /** Whether the last initial behind a surname ends here: {@code Lapina V. A. Yes.} */
    boolean endsInitials(int at) {
        return INITIALS.matcher(text).region(from, at + 1).matches()
                && !INITIAL.matcher(text).region(at + 1, limit).lookingAt();
    }

    /** Only what cannot well be a short sentence: "Q", capitals, a title. */
    boolean isName(String name) {
        Optional<NameForm> form = NameForm.of(name);
        boolean described = form.isPresent() && form.get() == NameForm.DESCRIBED;
        return form.isPresent()
                && form.get() != NameForm.SMALL
                && form.get() != NameForm.PHRASE
                && (!described || !NameForm.withoutTitle(name).equals(name));
    }
}
