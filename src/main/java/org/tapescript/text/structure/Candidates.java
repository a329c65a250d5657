package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything in a document that may open a turn, by the scheme to which it belongs: what its lines begin with ({@link MarkParser}), and
 * whole lines that ask. What cannot open one, seen from the lines around it, is left out.
 */
final class Candidates {
    /** So many lines one below the other that may each be a name are a list. */
    private static final int SHORTEST_LIST = 8;

    private static final double LISTED = 0.8;
    private static final double COUNTING = 0.7;
    private static final int FEWEST_INITIALS = 3;
    private static final double SAME_NAME = 0.8;
    /** A line of so many characters may have been cut at the page's width. */
    private static final int FILLED = 40;

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,3})[.)]\\h+(?=\\S)");

    private final String text;
    private final List<Line> lines;
    private final Set<Integer> aside;
    private final Set<String> given;
    private final List<Boolean> starts = new ArrayList<>();
    private final Map<Scheme, List<Mark>> all = new EnumMap<>(Scheme.class);
    private final boolean headingsAsk;
    private int beginnings;

    /**
     * @param aside lines that open no turn, whatever they look like
     * @param given names that the user gave, as they are compared
     */
    Candidates(String text, List<Line> lines, Set<Integer> aside, Set<String> given) {
        this.text = text;
        this.lines = lines;
        this.aside = aside;
        this.given = given;

        for (int i = 0; i < lines.size(); i++) {
            boolean start = startsParagraph(i);
            starts.add(start);
            beginnings += start && !aside.contains(i) ? 1 : 0;
            if (!aside.contains(i)) {
                for (Mark mark : MarkParser.of(text, i, lines.get(i))) {
                    if (mark.scheme() == Scheme.STOP && isWithinSentence(mark)) {
                        continue;
                    }
                    all.computeIfAbsent(mark.scheme(), s -> new ArrayList<>()).add(mark);
                }
            }
        }
        all.computeIfPresent(Scheme.STOP, (scheme, marks) -> withoutInitials(marks));
        all.computeIfPresent(Scheme.TAB, (scheme, marks) -> withoutArticles(marks));
        all.computeIfPresent(Scheme.NAME_DASH, (scheme, marks) -> isEnumeration(marks) ? List.of() : marks);
        all.computeIfPresent(Scheme.OWN_LINE, (scheme, marks) -> unlisted(marks));
        all.computeIfPresent(Scheme.BRACKETS, (scheme, marks) -> isEnumeration(marks) ? List.of() : marks);
        headingsAsk = headingsAsk();
        questions(true, Scheme.BOLD_QUESTION);
        questions(false, Scheme.ITALIC_QUESTION);
        numbered();
        quoted();
    }

    /** The marks of each scheme, in order. */
    Map<Scheme, List<Mark>> all() {
        return all;
    }

    /** Where paragraphs seem to begin, among which turns would. */
    int beginnings() {
        return beginnings;
    }

    /** How many paragraphs seem to begin before a line. */
    int beginningsBefore(int line) {
        int before = 0;
        for (int i = 0; i < line; i++) {
            before += starts.get(i) && !aside.contains(i) ? 1 : 0;
        }
        return before;
    }

    /** Whether the last word of a sentence stands at a line's beginning, where a name and a full stop might. */
    private boolean isWithinSentence(Mark mark) {
        boolean sure = mark.form()
                .filter(f -> f == NameForm.ROLE || f == NameForm.ADDRESS)
                .isPresent();
        int i = mark.line();
        if (mark.inner() || sure || i == 0 || aside.contains(i - 1) || given.contains(mark.key())) {
            return false;
        }
        Line line = lines.get(i);
        Line above = lines.get(i - 1);
        return line.isFree()
                && above.isFree()
                && line.blanks() == 0
                && line.indent() <= above.indent()
                && above.length() >= FILLED
                && !Sentence.ends(above.place().of(text));
    }

    /** Without letters that the same word follows nearly always: {@code T. Holt}, where a turn would not begin alike each time. */
    private List<Mark> withoutInitials(List<Mark> marks) {
        Map<String, Map<String, Integer>> next = new HashMap<>();
        for (Mark mark : marks) {
            if (mark.key().length() == 1) {
                next.computeIfAbsent(mark.key(), k -> new HashMap<>()).merge(wordAt(mark.end()), 1, Integer::sum);
            }
        }
        return marks.stream()
                .filter(mark -> {
                    Map<String, Integer> words = next.getOrDefault(mark.key(), Map.of());
                    int all =
                            words.values().stream().mapToInt(Integer::intValue).sum();
                    int same = words.getOrDefault(wordAt(mark.end()), 0);
                    return all < FEWEST_INITIALS || wordAt(mark.end()).isEmpty() || same < SAME_NAME * all;
                })
                .toList();
    }

    private String wordAt(int place) {
        int end = place;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(place, end);
    }

    /** Without the article "A" at the beginning of a sentence, if questions do not open as often with a bare "Q". */
    private List<Mark> withoutArticles(List<Mark> marks) {
        long questions = marks.stream().filter(m -> isBareLetter(m, 'Q')).count();
        long answers = marks.stream().filter(m -> isBareLetter(m, 'A')).count();
        return answers == 0 || answers <= 2 * questions && questions <= 2 * answers
                ? marks
                : marks.stream().filter(m -> !isBareLetter(m, 'A')).toList();
    }

    private boolean isBareLetter(Mark mark, char letter) {
        int at = lines.get(mark.line()).place().start();
        return text.charAt(at) == letter && at + 2 == mark.end() && text.charAt(at + 1) == ' ';
    }

    /** Whether brackets hold letters that count: (A), (B), (C), and again (A). */
    private static boolean isEnumeration(List<Mark> marks) {
        Set<Character> letters = new HashSet<>();
        int counted = 0;
        int follows = 0;
        char last = 0;
        for (Mark mark : marks) {
            if (mark.key().length() == 1) {
                char letter = mark.key().charAt(0);
                follows += letter == last + 1 || letter == 'a' || letter == 'i' ? 1 : 0;
                letters.add(letter);
                counted++;
                last = letter;
            }
        }
        return letters.size() >= 3 && counted * 2 >= marks.size() && follows >= COUNTING * counted;
    }

    /** Without names that only stand in a list: one below the other, hardly one of them twice. */
    private List<Mark> unlisted(List<Mark> marks) {
        List<Mark> result = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= marks.size(); i++) {
            Mark last = marks.get(i - 1);
            boolean follows = i < marks.size()
                    && marks.get(i).line() == last.line() + 1
                    && lines.get(last.line() + 1).blanks() == 0;
            if (!follows) {
                List<Mark> run = marks.subList(from, i);
                long names = run.stream().map(Mark::key).distinct().count();
                boolean list = run.size() >= SHORTEST_LIST
                        && names > LISTED * run.size()
                        && run.stream().noneMatch(Mark::timed);
                result.addAll(list ? List.of() : run);
                from = i;
            }
        }
        return result;
    }

    private boolean startsParagraph(int i) {
        Line line = lines.get(i);
        if (i == 0 || line.opensBlock() && !line.isFree() || line.blanks() > 0) {
            return true;
        }
        Line before = lines.get(i - 1);
        return Sentence.ends(before.place().of(text));
    }

    /** Whether a heading is a question that is answered below, as most others of its document are. */
    private boolean asking(List<Line> lines, int i) {
        return headingsAsk && Sentence.endsFully(lines.get(i).block().place().of(text)) && isSpeechBelow(i);
    }

    private boolean headingsAsk() {
        int headings = 0;
        int asked = 0;
        for (Line line : lines) {
            if (line.opensBlock()
                    && line.block().style() == org.tapescript.domain.Block.Style.HEADING
                    && Sentence.endsFully(line.block().place().of(text))) {
                headings++;
                asked += Sentence.asks(line.block().place().of(text)) ? 1 : 0;
            }
        }
        return asked >= 2 && asked * 2 >= headings;
    }

    private void questions(boolean bold, Scheme scheme) {
        List<Mark> marks = new ArrayList<>();
        int asked = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean heading = line.block().style() == org.tapescript.domain.Block.Style.HEADING;
            boolean whole = line.opensBlock()
                    && !heading
                    && !line.block().emphases().isEmpty()
                    && line.block().emphases().stream()
                            .anyMatch(e -> e.bold() == bold
                                    && e.place().start() <= line.place().start()
                                    && e.place().end() >= line.block().place().end());
            boolean asking = heading && bold && asking(lines, i);
            if (asking && !aside.contains(i)
                    || whole
                            && !aside.contains(i)
                            && !Unspoken.isHeadingLike(
                                    line.block(), line.place().of(text))) {
                asked += Sentence.asks(line.block().place().of(text)) ? 1 : 0;
                int start = line.place().start();
                marks.add(nameless(scheme, i, start, start));
            }
        }
        boolean few = marks.size() * 4 <= beginnings * 3;
        if (few && (bold || asked * 2 >= marks.size())) {
            all.put(scheme, marks);
        }
    }

    /** Paragraphs that are quoted, each from its first line on. */
    private void quoted() {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            int start = line.place().start();
            if (line.isFree() && !aside.contains(i) && text.startsWith("> ", start)) {
                marks.add(nameless(Scheme.QUOTED_QUESTION, i, start, start + 2));
            }
        }
        if (marks.size() >= 2 && marks.size() * 4 <= beginnings * 3) {
            all.put(Scheme.QUOTED_QUESTION, marks);
        }
    }

    private static Mark nameless(Scheme scheme, int line, int start, int end) {
        return new Mark(scheme, line, start, end, end, Optional.empty(), Optional.empty(), false, false, false);
    }

    /** Questions that are counted, each by one more than the last, with answers between that are not. */
    private void numbered() {
        List<Mark> marks = new ArrayList<>();
        int asked = 0;
        for (int i = 0; i < lines.size(); i++) {
            Matcher m = NUMBERED.matcher(text)
                    .region(lines.get(i).place().start(), lines.get(i).place().end());
            if (starts.get(i)
                    && !aside.contains(i)
                    && m.lookingAt()
                    && Integer.parseInt(m.group(1)) == marks.size() + 1) {
                asked += Sentence.asks(lines.get(i).place().of(text)) ? 1 : 0;
                marks.add(nameless(Scheme.NUMBERED_QUESTION, i, m.start(), m.end()));
            }
        }
        if (marks.size() >= 3 && asked * 2 >= marks.size() && marks.size() * 4 <= beginnings * 3) {
            all.put(Scheme.NUMBERED_QUESTION, marks);
        }
    }

    /** Whether text stands below a line, perhaps behind a time. */
    boolean isSpeechBelow(int line) {
        int next = line + 1;
        boolean time = next < lines.size()
                && lines.get(next).length() > 0
                && aside.contains(next)
                && (MarkParser.afterTimes(text, lines.get(next).place())
                                >= lines.get(next).place().end()
                        || Furniture.isRule(lines.get(next).place().of(text)));
        next += time ? 1 : 0;
        return next < lines.size() && lines.get(next).length() > 0 && !aside.contains(next);
    }
}
