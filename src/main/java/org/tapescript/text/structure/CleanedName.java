package org.tapescript.text.structure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.text.WordTokens;

/** A name without what stands around it: markup, notes in brackets behind it, to whom a chat was addressed. */
final class CleanedName {
    /** Chats say to whom as well. */
    private static final Pattern ADDRESSED = Pattern.compile("From\\h+(\\S.*?)(?:\\h+to\\h+\\S.*)?");

    private static final Pattern QUOTED = Pattern.compile("^[«„“「『]\\h?([^«»„“”「」『』]+?)\\h?[»“”」』]$");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\d .'’-]*");
    private static final Pattern MARKUP = Pattern.compile("[*_`#]{2,}|^[*_`]+|[*_`]+$");
    private static final Pattern NOTE_BEHIND =
            Pattern.compile("\\h*(?:[\\[(（][^()\\[\\]]*[\\])）]|\\([^()]*\\([^()]*\\)[^()]*\\))$");
    /** What is heard or seen before somebody speaks: {@code (BEGIN VIDEOTAPE) ADA LIND}. */
    private static final Pattern NOTE_BEFORE = Pattern.compile("^(?:[\\[(（][^()\\[\\]]{1,60}[\\])）]\\h*)+(?=\\p{Lu})");
    /** Who holds an office stands behind it: {@code The Minister for Works (Ada Lind)}. */
    private static final Pattern OFFICE = Pattern.compile(
            "\\p{Lu}[^()]*\\h(?:for|of|de|du|des|für|dla|van)\\h[^()]+\\((\\p{Lu}(?:[^()]|\\([^()]*\\))+)\\)");

    private static final Pattern OFFICE_BEHIND =
            Pattern.compile("(\\p{Lu}[^-–—]+(?:-\\p{L}[^-–—]*)*?)(?:\\h*(?:--|[–—])\\h*|\\h-\\h)\\p{Lu}.*");

    /** How somebody says it, behind a name in capitals: {@code BEN, quietly}. */
    private static final Pattern MANNER = Pattern.compile("^(\\p{Lu}[\\p{Lu}.'’ -]+),(?:\\h\\p{Ll}[\\p{L}'’-]*){1,4}$");

    private static final Pattern COMMA_BEHIND = Pattern.compile("\\h*[,;]$");

    private CleanedName() {}

    /** @param timed whether a time stands before it, as in chats */
    static String of(String written, boolean timed) {
        String name = WordTokens.singleSpaced(written);
        Matcher addressed = ADDRESSED.matcher(name);
        if (timed && addressed.matches()) {
            return addressed.group(1);
        }
        if (PLAIN.matcher(name).matches()) {
            return name;
        }
        name = MARKUP.matcher(name).replaceAll("");
        name = NOTE_BEFORE.matcher(name).replaceAll("");
        Matcher office = OFFICE.matcher(name);
        if (office.matches() && office.group(1).indexOf(' ') > 0) {
            return office.group(1);
        }
        while (NOTE_BEHIND.matcher(name).find()) {
            name = NOTE_BEHIND.matcher(name).replaceAll("");
        }
        name = MARKUP.matcher(name).replaceAll("");
        name = MANNER.matcher(name.strip()).replaceAll("$1");
        name = COMMA_BEHIND.matcher(name.strip()).replaceAll("");
        return QUOTED.matcher(name).replaceAll("$1");
    }

    /** A name alone on its line, without the office or house that a dash puts behind it. */
    static String withoutOffice(String name) {
        Matcher m = OFFICE_BEHIND.matcher(name);
        boolean person = m.matches()
                && m.group(1).indexOf(' ') > 0
                && NameForm.of(m.group(1)).filter(NameForm::isWrittenInFull).isPresent();
        return person ? m.group(1).strip() : name;
    }

    /** Whether a stretch has more words than any name, of which none stands in brackets. */
    static boolean isTooLong(String text, int from, int to) {
        int blanks = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[' || c == '（') {
                return false;
            }
            blanks += c == ' ' && i > from && text.charAt(i - 1) != ' ' ? 1 : 0;
        }
        return blanks >= NameForm.MAX_WORDS;
    }
}
