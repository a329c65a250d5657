package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.Block.Layout;
import org.tapescript.domain.CharSpan;

/**
 * What stands on the pages of a transcript and is no part of its text: heads and page numbers, numbers of lines, rules, lists of links,
 * data before the text.
 *
 * @param lines without the numbers of lines
 * @param aside lines that are furniture, by their index
 */
record Furniture(List<Line> lines, Map<Integer, Kind> aside) {
    /** What a line is that is no text. */
    enum Kind {
        /** Head, foot or number of a page: text goes on behind it. */
        PAGE,
        /** Nothing but a time. */
        TIME,
        /** Data about the text, links, rules. */
        DATA,
        /** Who made the transcript. */
        FOOTER
    }

    private static final int MIN_NUMBERED = 5;
    /** Of lines that are counted from 1 without a gap. */
    private static final int MIN_COUNTED = 3;

    private static final double NUMBERED = 0.6;
    private static final int MAX_HEAD_LENGTH = 120;
    private static final int MAX_LINK_LENGTH = 400;
    private static final Pattern NUMBER =
            Pattern.compile("^[\\[(]?(\\d{1,5})(?:(?:[.:)]|\\])?[\\h\\u00a0]+(?!-+>|[-–—]\\h)|$)");
    /** Turns that are counted before the name of who speaks: {@code Q12 Ann Holt: Yes?}, {@code Anf. 3 ANN HOLT (S):}. */
    private static final Pattern COUNTED =
            Pattern.compile("^\\p{L}{1,8}\\.?\\h?(\\d{1,4})\\h+(?=\\p{Lu}[^:!?\\v]{0,60}:)");
    /** Whose questions follow: {@code BY MR. HOLT:}. */
    private static final Pattern EXAMINER = Pattern.compile(
            "(?:[A-Z-]+ )?(?:EXAMINATION )?B[Yy] (?:MR|MS|MRS|DR|Mr|Ms|Mrs|Dr)\\.? [\\p{Lu}][\\p{L}'’ -]+[:.]?(?: \\([^)]*\\))?");

    private static final int MAX_SECONDS_LENGTH = 10;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,5}[.,]\\d{1,3}");
    private static final Pattern QUOTED = Pattern.compile(">(?!>)\\h*");
    /** So many points are no pause. */
    private static final int LEADERS = 12;

    private static final Pattern RULE = Pattern.compile("[^\\p{L}\\p{N}]{3,}");
    /** Code of a site's templates: {@code {% include player.html %}}. */
    private static final Pattern TEMPLATE = Pattern.compile("\\{[%{:].*[%}]\\}");

    /** A line of a table of contents: points lead to the number of a page. */
    private static final Pattern CONTENTS = Pattern.compile("[^.…]{2,200}(?:\\h?[.…·]){6,}\\h*\\d{1,4}");
    /** Where a page was copied from, as wikis and browsers print at its foot. */
    private static final Pattern RETRIEVED = Pattern.compile(
            "(?iu)(?:retrieved|printed|downloaded|abgerufen|heruntergeladen|récupérée?|imprimé|obtenido|estratto|pobrano|источник)"
                    + "[\\h\\p{L}:—–]{0,20}[\\h\\p{Punct}«“„]{0,4}https?://\\S+.{0,40}");

    private static final Pattern LINK =
            Pattern.compile("(?:[-*+•]\\h+|\\d{1,3}[.)]\\h+)?(?:[^:\\v]{1,60}:\\h+(?=https?:))?"
                    + "(?:(?:\\[[^\\]]*]\\([^)]*\\)|<?https?://\\S+>?)(?:\\h+(?:[&+|]|and)\\h+(?=\\[|<?http))?)+\\h*");
    private static final Pattern PAGE = Pattern.compile("(?iU)(?:.*\\h{3,}|[-–—\\[(|]*\\h*)?(?:"
            + String.join(
                    "|", WordLists.of("pages").stream().map(Pattern::quote).toList())
            + ")\\.?\\h*\\p{L}?\\d{1,5}(?:\\h*(?:of|/|von|de|из)\\h*\\d{1,4})?\\h*[-–—\\])|]*");
    private static final Pattern COUNT = Pattern.compile("\\d{1,4}\\h*/\\h*\\d{1,4}");
    private static final Pattern BRACKETED =
            Pattern.compile("[\\[({|]\\h*\\d{1,4}\\h*[\\])}|]|[-–—~]\\h*\\d{1,4}\\h*[-–—~]");

    static Furniture of(String text, List<Line> raw) {
        List<Line> counted = unquoted(text, uncounted(text, unnumbered(text, raw)));
        // A text of nothing but numbers is not counted by them.
        List<Line> lines = counted.stream().allMatch(l -> l.length() == 0) ? raw : counted;
        Map<Integer, Kind> aside = new TreeMap<>();
        FrontMatter.of(text, lines).forEach(i -> aside.put(i, Kind.DATA));
        Concordance.find(text, lines, aside);
        seconds(text, lines).forEach(i -> aside.put(i, Kind.TIME));
        OfficeLines.find(text, lines).forEach(i -> aside.put(i, Kind.DATA));
        Map<String, List<Integer>> alike = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String content = line.length() <= MAX_HEAD_LENGTH ? line.place().of(text) : link(text, line);
            if (line.length() == 0) {
                aside.put(i, Kind.PAGE);
            } else if (content.isEmpty() || aside.containsKey(i)) {
                continue;
            } else if (MarkParser.afterTimes(text, line.place()) >= line.place().end()) {
                aside.put(i, Kind.TIME);
            } else if (EXAMINER.matcher(content).matches()
                    || isRule(content)
                    || TEMPLATE.matcher(content).matches()
                    || LINK.matcher(content).matches()
                    || CONTENTS.matcher(content).matches()
                    || RETRIEVED.matcher(content).matches()) {
                aside.put(i, Kind.DATA);
            } else if (WordLists.begins("footers", content) && (i > lines.size() / 2 || content.contains("http"))) {
                aside.put(i, Kind.FOOTER);
            } else if (isCountOfPages(lines, i, content)) {
                aside.put(i, Kind.PAGE);
            } else if (line.isFree()
                    && hasDigit(content)
                    && (PAGE.matcher(content).matches()
                            || BRACKETED.matcher(content).matches())) {
                aside.put(i, Kind.PAGE);
            } else if (line.block().layout() != Layout.CUE) {
                alike.computeIfAbsent(RunningHeads.shape(content), k -> new ArrayList<>())
                        .add(i);
            }
        }
        new RunningHeads(text, lines, aside).find(alike);
        return new Furniture(lines, aside);
    }

    /** Whether a line at a page's edge counts the pages: {@code 3 / 12}. */
    private static boolean isCountOfPages(List<Line> lines, int i, String content) {
        int page = lines.get(i).block().page();
        boolean edge = i == 0
                || i + 1 == lines.size()
                || lines.get(i - 1).block().page() != page
                || lines.get(i + 1).block().page() != page;
        return page > 0 && edge && COUNT.matcher(content).matches();
    }

    /** Lines that hold only seconds, such as 12.34, if there are several in increasing order. */
    private static List<Integer> seconds(String text, List<Line> lines) {
        List<Integer> found = new ArrayList<>();
        double last = -1;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String content = line.length() <= MAX_SECONDS_LENGTH ? line.place().of(text) : "";
            if (SECONDS.matcher(content).matches()) {
                double now = Double.parseDouble(content.replace(',', '.'));
                if (now < last) {
                    return List.of();
                }
                last = now;
                found.add(i);
            }
        }
        return found.size() >= MIN_COUNTED && found.size() * 5 >= lines.size() ? found : List.of();
    }

    private static boolean hasDigit(CharSequence content) {
        for (int i = 0; i < content.length(); i++) {
            if (Character.isDigit(content.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** A long line, if it may be a URL with a word or two around it. */
    private static String link(String text, Line line) {
        String content = line.length() <= MAX_LINK_LENGTH ? line.place().of(text) : "";
        boolean link = content.contains("http")
                && (LINK.matcher(content).matches()
                        || RETRIEVED.matcher(content).matches());
        return link ? content : "";
    }

    static boolean isRule(String content) {
        return RULE.matcher(content).matches() && !isPause(content);
    }

    /** "..." and the like denote silence within speech. */
    private static boolean isPause(String content) {
        return content.length() < LEADERS && content.matches("[.…?!]+");
    }

    /** Strips the quotation sign from lines that continue a quotation. */
    private static List<Line> unquoted(String text, List<Line> lines) {
        List<Line> result = new ArrayList<>();
        boolean above = false;
        for (Line line : lines) {
            Matcher m = QUOTED.matcher(text)
                    .region(line.place().start(), line.place().end());
            boolean quoted = line.isFree()
                    && line.length() > 0
                    && text.charAt(line.place().start()) == '>'
                    && m.lookingAt();
            result.add(quoted && above && line.blanks() == 0 ? line.from(m.end()) : line);
            above = quoted;
        }
        return result;
    }

    private static List<Line> uncounted(String text, List<Line> lines) {
        int counted = 0;
        int follows = 0;
        int last = -1;
        for (Line line : lines) {
            int number = number(text, line, COUNTED);
            if (number >= 0) {
                counted++;
                follows += number == last + 1 || last < 0 ? 1 : 0;
                last = number;
            }
        }
        if (counted < 3 || follows < 0.8 * counted) {
            return lines;
        }
        return without(text, lines, COUNTED, false);
    }

    /** Strips line numbers, as on pages of depositions. */
    private static List<Line> unnumbered(String text, List<Line> lines) {
        int numbered = 0;
        int follows = 0;
        int last = -1;
        int free = 0;
        for (Line line : lines) {
            free += line.isFree() ? 1 : 0;
            int number = line.isFree() ? number(text, line, NUMBER) : -1;
            if (number >= 0) {
                numbered++;
                follows += number == last + 1 || number == 1 ? 1 : 0;
                last = number;
            }
        }
        if (isFifths(text, lines)) {
            return without(text, lines, NUMBER, true);
        }
        int fewest = follows == numbered ? MIN_COUNTED : MIN_NUMBERED;
        if (numbered < fewest || numbered < NUMBERED * free || follows < 0.8 * numbered) {
            return lines;
        }
        return without(text, lines, NUMBER, true);
    }

    /** Whether every fifth line bears its number, as editions have it: 5, 10, 15, five lines apart. */
    private static boolean isFifths(String text, List<Line> lines) {
        int found = 0;
        int at = -1;
        for (int i = 0; i < lines.size(); i++) {
            int number = lines.get(i).isFree() ? number(text, lines.get(i), NUMBER) : -1;
            if (number >= 0) {
                boolean next = number % 5 == 0 && (at < 0 || number <= 5 || i - at == 5);
                if (!next) {
                    return false;
                }
                found++;
                at = i;
            }
        }
        return found >= 2 && found * 7 >= lines.size();
    }

    private static List<Line> without(String text, List<Line> lines, Pattern head, boolean free) {
        List<Line> result = new ArrayList<>();
        for (Line line : lines) {
            Matcher m =
                    head.matcher(text).region(line.place().start(), line.place().end());
            result.add((line.isFree() || !free) && m.lookingAt() ? line.from(m.end()) : line);
        }
        return result;
    }

    private static int number(String text, Line line, Pattern head) {
        Matcher m = head.matcher(text)
                .region(line.place().start(), line.place().end())
                .useTransparentBounds(true);
        return m.lookingAt() ? Integer.parseInt(m.group(1)) : -1;
    }

    Set<Integer> asideLines() {
        return aside.keySet();
    }

    CharSpan place(int line) {
        return lines.get(line).place();
    }
}
