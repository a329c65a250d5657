package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.Block.Emphasis;
import org.tapescript.domain.CharSpan;
import org.tapescript.text.WordTokens;

/** Finds every candidate mark in a line, of any scheme. Which candidates really open turns is decided over the whole document. */
final class MarkParser {
    /** A mark ends within this many characters. */
    private static final int HEAD = 130;

    static final int MAX_NAME_LENGTH = 64;
    /** Of a line with a name and what its bearer is. */
    private static final int MAX_OFFICE_LENGTH = 140;

    private static final int MAX_INITIALS_LENGTH = 8;
    private static final int MAX_DASHED_LENGTH = 3;
    static final Pattern CHEVRON = Pattern.compile("(?:>>+|&gt;&gt;)\\h*+");
    private static final Pattern SPACED_DASH = Pattern.compile("\\h+(?:[—–-]{1,2}|[|»›→⇒~=])\\h+|\\h*—\\h*|՝\\h+");
    /** HTML tags left over in text copied from web pages; not speaker names. */
    private static final Set<String> TAGS = Set.of("b", "i", "u", "s", "p", "q", "em", "br", "strong", "font", "span");

    /** A number before a name: {@code 13. Ann Holt: Yes?} */
    static final Pattern COUNTED = Pattern.compile("\\d{1,3}[.．、)]\\h*(?=\\p{Lu}|\\p{Lo})");

    private static final Pattern ENDS_SENTENCE = Pattern.compile("[.?!…。？！؟。;]$");

    private final String text;
    private final int index;
    private final Line line;
    private final int limit;
    private final List<Mark> marks = new ArrayList<>();
    private int mouth;
    private boolean timed;

    private MarkParser(String text, int index, Line line) {
        this.text = text;
        this.index = index;
        this.line = line;
        this.limit = Math.min(line.place().end(), line.place().start() + HEAD);
    }

    static List<Mark> of(String text, int index, Line line) {
        MarkParser parser = new MarkParser(text, index, line);
        parser.head();
        int head = parser.marks.stream().mapToInt(Mark::end).max().orElse(0);
        // A candidate inside another mark, such as "B." in "A. B.: Yes.", is part of that name.
        InnerMarks.of(text, index, line).stream().filter(m -> m.end() > head).forEach(parser.marks::add);
        return Interjections.added(parser.marks, text, index, line);
    }

    /** End of the times at the start of a line; the start of the line if there are none. */
    static int afterTimes(String text, CharSpan place) {
        int at = afterBullet(text, place);
        boolean any = false;
        while (at < place.end()) {
            Optional<TimeCode> time = TimeCode.at(text, at, place.end());
            if (time.isEmpty()) {
                break;
            }
            at = blanks(text, time.get().end(), place.end(), time.get().bracketed() ? "|,:" : "|,");
            any = true;
        }
        if (!any) {
            return place.start();
        }
        boolean dash = at > place.start()
                && at + 1 < place.end()
                && "-–—".indexOf(text.charAt(at)) >= 0
                && WordTokens.isSpace(text.charAt(at + 1));
        return dash ? blanks(text, at + 1, place.end(), "") : at;
    }

    private static int afterBullet(String text, CharSpan place) {
        int at = place.start();
        boolean bullet = at < place.end() && "•‣◦·".indexOf(text.charAt(at)) >= 0;
        return bullet ? blanks(text, at + 1, place.end(), "") : at;
    }

    static int blanks(String text, int from, int to, String besides) {
        int at = from;
        while (at < to && (WordTokens.isSpace(text.charAt(at)) || besides.indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private String cleaned(int from, int to) {
        return CleanedName.of(text.substring(from, to), timed);
    }

    private void head() {
        int end = line.place().end();
        mouth = line.place().start();
        Matcher chevron = CHEVRON.matcher(text).region(mouth, end);
        boolean opened = false;
        if (chevron.lookingAt() && chevron.end() < end) {
            add(Scheme.CHEVRON, chevron.end(), "", false);
            mouth = chevron.end();
            opened = true;
        }
        if (!opened) {
            dash(end, false);
        }
        int afterTimes = afterTimes(text, new CharSpan(mouth, end));
        timed = afterTimes > mouth;
        if (timed) {
            mouth = afterTimes;
            dash(end, true);
            afterTimes = mouth;
        }
        mouth = blanks(text, afterTimes, end, timed ? "-–—" : "");
        mouth = decorations(mouth, end);
        if (mouth >= end || line.isData(text)) {
            return;
        }
        bold();
        if ("[(（【<{「〔［".indexOf(text.charAt(mouth)) >= 0) {
            bracketed();
        }
        separated();
        Matcher counted = COUNTED.matcher(text).region(mouth, end);
        if (counted.lookingAt()) {
            mouth = counted.end();
            separated();
        }
    }

    /** @param glued whether the dash must touch the following word; a spaced dash after a time is only a separator */
    private void dash(int end, boolean glued) {
        int speech = LeadingDash.speech(text, mouth, end, glued);
        if (speech >= 0) {
            add(Scheme.DASH, speech, "", false);
            mouth = speech;
        }
    }

    private int decorations(int from, int end) {
        int at = from;
        // A term of a list in a wiki begins with a semicolon.
        boolean term = at == line.place().start() && at < end && text.charAt(at) == ';';
        at += term ? 1 : 0;
        while (at < end && "*_#".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at > from ? blanks(text, at, end, "") : from;
    }

    private void add(Scheme scheme, int end, String name, boolean alone) {
        int stop = line.place().end();
        int speech = Math.min(stop, blanks(text, decorations(end, stop), stop, ""));
        int after = speech;
        boolean time = timed;
        Optional<TimeCode> code = speech < stop ? TimeCode.at(text, speech, stop) : Optional.empty();
        boolean bare = false;
        while (!name.isEmpty() && code.isPresent()) {
            time = true;
            bare |= !code.get().bracketed();
            after = blanks(text, code.get().end(), stop, ":");
            speech = bare ? speech : after;
            code = after < stop ? TimeCode.at(text, after, stop) : Optional.empty();
        }
        Optional<NameForm> form = NameForm.of(name);
        if (scheme.isNamed() && form.isEmpty()) {
            return;
        }
        marks.add(new Mark(
                scheme,
                index,
                line.place().start(),
                speech,
                after,
                name.isEmpty() ? Optional.empty() : Optional.of(name),
                form,
                false,
                alone || after >= stop,
                time));
    }

    /** A name in bold at the beginning. */
    private void bold() {
        for (Emphasis e : line.block().emphases()) {
            if (e.bold() && e.place().start() <= mouth && e.place().end() > mouth) {
                int end = Math.min(e.place().end(), line.place().end());
                String name = cleaned(mouth, end)
                        .replaceAll("[:.\\u2013\\u2014-]+$", "")
                        .strip();
                if (end < line.place().end()
                        || line.opensBlock() && end == line.place().end()) {
                    int after = end;
                    while (after < line.place().end() && " :.–—-\u00a0\t".indexOf(text.charAt(after)) >= 0) {
                        after++;
                    }
                    if (end < line.place().end()) {
                        add(Scheme.BOLD_NAME, after, name, false);
                    }
                }
                return;
            }
        }
    }

    private void bracketed() {
        char open = text.charAt(mouth);
        char close = "])）】>}」〕］".charAt("[(（【<{「〔［".indexOf(open));
        int end = text.indexOf(close, mouth);
        if (end < 0 || end >= limit) {
            return;
        }
        String name = cleaned(mouth + 1, end).replaceAll("\\h*[:：]$", "");
        int after = blanks(text, end + 1, line.place().end(), "*_");
        boolean colon = after < line.place().end() && ":：".indexOf(text.charAt(after)) >= 0;
        if (!StageDirections.isDirection(name) && (colon || open != '<' || !TAGS.contains(name))) {
            add(colon ? Scheme.COLON : Scheme.BRACKETS, colon ? after + 1 : end + 1, name, false);
        }
    }

    /** Names followed by a colon, full stop, tab, dash, time or the end of the line. */
    private void separated() {
        boolean tab = false;
        boolean dashed = false;
        boolean stopped = false;
        FullStop stop = new FullStop(text, mouth, line.place().end(), limit);
        int to = Math.min(limit, mouth + MAX_NAME_LENGTH + 40);
        int i = mouth;
        while (i < to) {
            char c = text.charAt(i);
            if (c == '(' || c == '[' || c == '（') {
                int close = text.indexOf(c == '(' ? ')' : c == '[' ? ']' : '）', i);
                Optional<TimeCode> time = TimeCode.at(text, i, line.place().end());
                if (time.isPresent() && i > mouth) {
                    timed(i, time.get().end());
                    return;
                }
                if (close < 0 || close >= limit) {
                    return;
                }
                i = close + 1;
                continue;
            }
            if (i > mouth && (Character.isDigit(c) || c == '#') && WordTokens.isSpace(text.charAt(i - 1))) {
                Optional<TimeCode> time = TimeCode.at(text, i, line.place().end());
                if (time.isPresent()) {
                    timed(i, time.get().end());
                    return;
                }
            }
            if (!tab && i > mouth && isColumn(i)) {
                tab = true;
                add(Scheme.TAB, blanks(text, i, line.place().end(), ""), cleaned(mouth, i), false);
            }
            boolean clock = i > 0
                    && i + 1 < text.length()
                    && Character.isDigit(text.charAt(i - 1))
                    && Character.isDigit(text.charAt(i + 1))
                    && c == ':';
            if ((c == ':' || c == '：' || c == '﹕' || c == '︰') && !clock) {
                boolean glued = c == ':'
                        && i + 1 < line.place().end()
                        && (isSmallOrDigit(text.charAt(i + 1)) || text.charAt(i + 1) == '/')
                        && Character.UnicodeScript.of(text.charAt(i + 1)) == Character.UnicodeScript.LATIN;
                boolean close = c == ':' && i + 1 < line.place().end() && Character.isUpperCase(text.charAt(i + 1));
                // "C:Windows" and "vitamin:C" are no names.
                if (!glued && (!close || i - mouth > 1)) {
                    int colons = text.startsWith("::", i) ? 2 : 1;
                    // "HashMap::from" is no name.
                    boolean code = colons == 2 && i + 2 < line.place().end() && !WordTokens.isSpace(text.charAt(i + 2));
                    if (code) {
                        return;
                    }
                    add(Scheme.COLON, afterDash(i + colons), cleaned(mouth, i), false);
                }
                return;
            }
            if (c == '>' && i > mouth && text.startsWith(">> ", i)) {
                add(Scheme.COLON, i + 2, cleaned(mouth, i), false);
                return;
            }
            // "AB/ Yes."
            if (c == '/' && i > mouth && i - mouth <= MAX_INITIALS_LENGTH && text.startsWith("/ ", i)) {
                add(Scheme.NAME_DASH, i + 2, cleaned(mouth, i), false);
            }
            if (!dashed && isDashOfLetters(i)) {
                dashed = true;
                add(Scheme.NAME_DASH, i + 1, cleaned(mouth, i), false);
            }
            if (!dashed && (c == '—' || c == '՝' || c == ' ' || c == '\u00a0')) {
                Matcher m = SPACED_DASH.matcher(text).region(i, line.place().end());
                if (m.lookingAt() && m.end() < line.place().end() && i > mouth) {
                    dashed = true;
                    add(Scheme.NAME_DASH, m.end(), cleaned(mouth, i), false);
                }
            }
            if (!stopped && c == '.' && !CleanedName.isTooLong(text, mouth, i) && stop.endsName(i)) {
                stopped = true;
                String name = cleaned(mouth, i + (stop.endsInitials(i) ? 1 : 0));
                if (stop.isName(name)) {
                    add(Scheme.STOP, afterDash(i + 1), name, false);
                }
            }
            i++;
        }
        alone();
    }

    /** Whether a dash follows a letter or initials, with no blank between: {@code Q- When?} */
    private boolean isDashOfLetters(int at) {
        int letters = at - mouth;
        boolean dash = "-–—".indexOf(text.charAt(at)) >= 0
                && letters >= 1
                && letters <= MAX_DASHED_LENGTH
                && at + 1 < line.place().end()
                && WordTokens.isSpace(text.charAt(at + 1));
        return dash
                && text.substring(mouth, at)
                        .codePoints()
                        .allMatch(c -> Character.isLetter(c) && !Character.isLowerCase(c));
    }

    /** Start of speech after a separator and an optional dash: {@code Ann Holt (PPE). – Yes.} */
    private int afterDash(int from) {
        int at = blanks(text, from, line.place().end(), "");
        boolean dash = at + 1 < line.place().end()
                && "–—-".indexOf(text.charAt(at)) >= 0
                && (WordTokens.isSpace(text.charAt(at + 1)) || from - mouth == 2 && text.charAt(at) != '-');
        return dash ? at + 1 : from;
    }

    /** Whether a tab or several blanks separate a name column from the speech. */
    private boolean isColumn(int at) {
        int next = at + 1;
        if (text.charAt(at) == '\t'
                || text.charAt(at) == '\u3000'
                || UnseparatedNames.endAt(text, mouth, at, line.place().end(), timed)) {
            return true;
        }
        if (text.charAt(at) != ' ' || next >= line.place().end() || text.charAt(next) != ' ') {
            return false;
        }
        int speech = blanks(text, at, line.place().end(), "");
        return speech < line.place().end()
                && "-–—:|([".indexOf(text.charAt(speech)) < 0
                && TimeCode.at(text, speech, line.place().end()).isEmpty();
    }

    private static boolean isSmallOrDigit(char c) {
        return Character.isLetterOrDigit(c) && !Character.isUpperCase(c);
    }

    /** A name that a time follows. */
    private void timed(int from, int to) {
        int after = blanks(text, to, line.place().end(), ":：");
        String name = cleaned(mouth, from).replaceAll("(?:[:：|·•/–—\\h]|(?<=\\h)-)+$", "");
        boolean before = timed;
        timed = true;
        boolean alone = afterTimes(
                        text,
                        new CharSpan(
                                Math.min(after, line.place().end()),
                                line.place().end()))
                >= line.place().end();
        add(alone ? Scheme.OWN_LINE : Scheme.NAME_TIME, alone ? line.place().end() : after, name, alone);
        timed = before;
    }

    private void alone() {
        String office = line.length() > MAX_OFFICE_LENGTH
                ? ""
                : text.substring(mouth, line.place().end());
        String person = CleanedName.withoutOffice(office);
        if (person.length() < office.length() && !ENDS_SENTENCE.matcher(office).find()) {
            add(Scheme.OWN_LINE, line.place().end(), cleaned(mouth, mouth + person.length()), true);
            return;
        }
        if (line.length() > MAX_NAME_LENGTH + 20
                || CleanedName.isTooLong(text, mouth, line.place().end())) {
            return;
        }
        String name = cleaned(mouth, line.place().end());
        if (!ENDS_SENTENCE.matcher(name).find() || NameForm.withoutTitle(name).matches("(?:\\p{Lu}\\.){1,4}")) {
            add(Scheme.OWN_LINE, line.place().end(), name, true);
        }
    }
}
