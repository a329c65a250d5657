package org.tapescript.text.structure;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Finds motions that are printed between speeches, as minutes of councils have them: who moves and seconds, and the clauses that follow.
 * What somebody is named as saying is none.
 */
final class Motions {
    private static final Pattern MOVED = Pattern.compile(
            "(?:(?:MOTION|Motion)\\b(?:\\h+(?:No|NO)\\.)?[^.?!\\v]{0,24},?\\s*)?(?:(?:MOVED|Moved|Made|made|moved)\\h+)?(?:BY|By|by)\\h+\\p{Lu}[^.?!\\v]{1,80}"
                    + "(?:[,;]\\s*(?:and\\h+)?(?:SECONDED|Seconded|seconded)(?:\\h+(?:BY|By|by))?\\h+\\p{Lu}[^?!\\v]{1,80})?[,;.]?");
    private static final Pattern OPENS = Pattern.compile("(?:MOTION|Motion|MOVED|Moved)\\b.*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("(?:MOTION|Motion)\\h+(?:No\\.?|NO\\.?|#)\\h*\\d{1,4}[,.:]?");
    private static final Pattern CLAUSE = Pattern.compile(
            "(?:(?:AND\\h+|NOW,?\\h+)?(?:WHEREAS|THEREFORE|BE IT|THAT)\\b"
                    + "|(?:SECONDED|Seconded)\\h+(?:BY|By|by)\\h+\\p{Lu}).*",
            Pattern.DOTALL);

    private Motions() {}

    /** The paragraphs of motions, by index. */
    static BitSet find(List<String> texts, IntPredicate marked) {
        BitSet found = new BitSet();
        int i = 0;
        while (i < texts.size()) {
            int end = i;
            boolean moved = false;
            while (end < texts.size() && !marked.test(end)) {
                String own = texts.get(end).strip();
                boolean head = OPENS.matcher(own).matches()
                        && (MOVED.matcher(own).matches() || NUMBER.matcher(own).matches());
                if (!head && !(end > i && CLAUSE.matcher(own).matches())) {
                    break;
                }
                moved |= MOVED.matcher(own).matches();
                end++;
            }
            if (moved) {
                found.set(i, end);
            }
            i = Math.max(end, i + 1);
        }
        return found;
    }
}
