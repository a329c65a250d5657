package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what tells of a transcript before it begins: data between rules, and fields such as {@code Date: 3 May}. */
final class FrontMatter {
    private static final int MAX_LINES = 200;
    private static final int MAX_LENGTH = 100;
    /** Within so many lines a report tells what it holds. */
    private static final int MAX_HEAD = 60;
    /** A label that stands this often opens turns. */
    private static final int RECURS = 3;

    private static final Pattern LABEL = Pattern.compile("([-*•]\\h+)?(\\p{L}[\\p{L}\\h.'’-]{0,30}?)\\h*[:：]\\h*");
    private static final Pattern FIELD = Pattern.compile(LABEL + "(\\S.*)");
    private static final Pattern CONTENTS = Pattern.compile("I\\h?n\\h?h\\h?a\\h?l\\h?t\\h?:?|Inhaltsverzeichnis:?");
    /** {@code Beginn: 9.00 Uhr}, {@code (Beginn der Sitzung: 10.02 Uhr)}. */
    private static final Pattern OPENED =
            Pattern.compile("\\(?(?:Sitzungsb|B)eginn\\b[^\\d]{0,30}\\d{1,2}(?:[.:]\\d{2})? Uhr\\b.{0,20}");

    private static final Pattern SIDE_NOTE = Pattern.compile("\\h*[,(=].*");

    /** Speakers in data between rules, in a list below, in brackets or in the line. */
    private static final Pattern SPEAKERS = Pattern.compile("(?im)^(?:speakers?|presenters?|lecturer)\\h*:\\h*(?:"
            + "(?:\\R+\\h*-\\h+([^\\v]{2,60}))((?:\\R+\\h*-\\h+[^\\v]+)*)|\\[?([^\\[\\],\\v]{2,60})(?:\\]|$))");

    private final String text;
    private final List<Line> lines;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<Integer> found = new HashSet<>();

    private FrontMatter(String text, List<Line> lines) {
        this.text = text;
        this.lines = lines;
    }

    /** The lines, by index. */
    static Set<Integer> of(String text, List<Line> lines) {
        FrontMatter front = new FrontMatter(text, lines);
        front.rules();
        front.contents();
        front.fields();
        return front.found;
    }

    /** Who speaks, if the data between rules at the very beginning lists one speaker alone. */
    static Optional<String> onlySpeaker(String text) {
        int end = text.startsWith("---\n") ? text.indexOf("\n---", 4) : -1;
        Matcher m = SPEAKERS.matcher(end < 0 ? "" : text.substring(0, end + 1));
        if (!m.find() || m.group(2) != null && !m.group(2).isEmpty()) {
            return Optional.empty();
        }
        String name = (m.group(1) == null ? m.group(3) : m.group(1)).strip().replaceAll("^[\"']|[\"']$", "");
        return NameForm.of(name).filter(NameForm::isWrittenInFull).isPresent() ? Optional.of(name) : Optional.empty();
    }

    /** Whether a line names something and what it is: {@code Date: 3 May}. */
    static boolean isField(String content) {
        return content.length() <= MAX_LENGTH && FIELD.matcher(content).matches();
    }

    private String content(int i) {
        return lines.get(i).place().of(text);
    }

    /** Data between rules at the very beginning. */
    private void rules() {
        if (lines.isEmpty() || !lines.get(0).isFree() || !content(0).matches("-{3,}|\\+{3,}")) {
            return;
        }
        String rule = content(0);
        int end = 1;
        int fields = 0;
        while (end < lines.size() && end < MAX_LINES) {
            String line = content(end);
            if (line.equals(rule) || line.equals("...")) {
                break;
            }
            fields += line.matches("(?s)[\\w\"'-]+\\h*[:=].*") ? 1 : 0;
            end++;
        }
        if (fields > 0 && end < lines.size() && end < MAX_LINES) {
            for (int i = 0; i <= end; i++) {
                found.add(i);
            }
        }
    }

    /** The contents of a stenographic report, which names who will speak, until the sitting begins. */
    private void contents() {
        int begin = -1;
        for (int i = 0; i < lines.size() && (begin >= 0 || i < MAX_HEAD); i++) {
            String line = content(i);
            if (begin < 0 && CONTENTS.matcher(line).matches()) {
                begin = i;
            } else if (begin >= 0
                    && line.length() <= MAX_LENGTH
                    && OPENED.matcher(line).matches()) {
                for (int k = 0; k <= i; k++) {
                    found.add(k);
                }
                return;
            }
        }
    }

    /** Runs of fields before the first turn. */
    private void fields() {
        for (int i = 0; i < lines.size(); i++) {
            Matcher m = LABEL.matcher(content(i));
            if (m.lookingAt()) {
                counts.merge(SpeakerNames.key(m.group(2)), 1, Integer::sum);
            }
        }
        boolean names = counts.values().stream().anyMatch(n -> n >= RECURS);
        int i = 0;
        int turns = 0;
        boolean first = true;
        while (i < lines.size() && i < MAX_LINES) {
            if (found.contains(i) || !isField(content(i))) {
                first &= found.contains(i);
                i++;
                continue;
            }
            int end = run(i, first || names || isListed(i), names);
            // A title may begin with a name, before the fields; the second such line is a turn.
            turns += end == i && counts.get(key(i)) >= RECURS ? 1 : 0;
            if (turns > 1) {
                return;
            }
            first = false;
            i = Math.max(end, i + 1);
        }
    }

    private boolean isListed(int i) {
        Matcher m = FIELD.matcher(content(i));
        return m.matches() && m.group(1) != null;
    }

    private String key(int i) {
        Matcher m = FIELD.matcher(content(i));
        return m.matches() ? SpeakerNames.key(m.group(2)) : "";
    }

    /**
     * Takes consecutive fields, of which each stands only once or gives the initials of the name that follows; one of them at least is known.
     *
     * @param possible whether they may stand there; else they are only passed
     * @param names whether other labels recur, so that several that do not are fields, known or not
     * @return the line behind them
     */
    private int run(int from, boolean possible, boolean names) {
        List<Integer> run = new ArrayList<>();
        boolean known = false;
        int i = from;
        while (i < lines.size() && (run.isEmpty() || follows(i))) {
            String content = content(i);
            Matcher m = FIELD.matcher(content);
            if (content.length() > MAX_LENGTH || !m.matches()) {
                break;
            }
            String key = SpeakerNames.key(m.group(2));
            String value = SIDE_NOTE.matcher(m.group(3)).replaceAll("").strip();
            boolean initials = SpeakerNames.shortForms(SpeakerNames.key(value)).contains(key);
            if (Sentence.endsFully(content) && !content.matches(".*\\b\\p{Lu}\\.\\)?")
                    || counts.get(key) > 1 && !initials) {
                break;
            }
            // A list of fields names what it tells in words that need not be known.
            known |= initials
                    || m.group(1) != null
                    || WordLists.of("not-names").contains(key)
                    || WordLists.of("roles").contains(key);
            run.add(i);
            i++;
        }
        boolean apart = i < lines.size()
                && (lines.get(i).blanks() > 0
                        || lines.get(i).opensBlock() && !lines.get(i).isFree());
        boolean many = names && run.size() >= RECURS;
        if (possible && (known || many) && apart && run.size() > 1) {
            found.addAll(run);
            return i;
        }
        return from;
    }

    /** Whether a line follows the one above without anything between. */
    private boolean follows(int i) {
        Line line = lines.get(i);
        return line.blanks() == 0
                && (line.isFree() || !line.opensBlock() || lines.get(i - 1).opensBlock());
    }
}
