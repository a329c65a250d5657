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
 * All candidate turn marks in a document, grouped by scheme: those found at the start of lines ({@link MarkParser}) and whole lines that are
 * questions. Candidates that the surrounding lines rule out are dropped.
 */
final class Candidates {
    private static final double COUNTING = 0.7;
    private static final int MIN_INITIALS = 3;
    private static final int MAX_ABBREVIATION_LENGTH = 4;
    private static final double SAME_NAME = 0.8;
    /** A line at least this long may have been broken at the page width. */
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
                    if (mark.inner() && MinuteLabels.isLabel(mark.key())) {
                        // "What shall we do? Vote: that is what I say."
                        continue;
                    }
                    if (mark.scheme() == Scheme.STOP && !isSure(mark) && isWithinSentence(mark)) {
                        continue;
                    }
                    all.computeIfAbsent(mark.scheme(), s -> new ArrayList<>()).add(mark);
                }
            }
        }
        all.computeIfPresent(
                Scheme.STOP, (scheme, marks) -> withoutInitials(BeforeFigures.without(marks, this::isCounting)));
        all.computeIfPresent(Scheme.COLON, (scheme, marks) -> withoutNumbers(marks));
        all.computeIfPresent(
                Scheme.TAB, (scheme, marks) -> withoutArticles(BeforeFigures.without(marks, this::isRowHeading)));
        all.computeIfPresent(Scheme.DASH, (scheme, marks) -> isList(marks) ? List.of() : marks);
        all.computeIfPresent(Scheme.NAME_DASH, (scheme, marks) -> isEnumeration(marks) ? List.of() : marks);
        all.computeIfPresent(Scheme.OWN_LINE, (scheme, marks) -> new NameLists(text, lines).without(marks));
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

    /** Number of lines that seem to begin a paragraph, and so could begin a turn. */
    int beginnings() {
        return beginnings;
    }

    /** Number of paragraphs that seem to begin before a line. */
    int beginningsBefore(int line) {
        return beginnings(0, line);
    }

    /** Number of paragraphs that seem to begin from one line until before another. */
    int beginnings(int from, int to) {
        int between = 0;
        for (int i = from; i < to; i++) {
            between += starts.get(i) && !aside.contains(i) ? 1 : 0;
        }
        return between;
    }

    boolean isAside(int line) {
        return aside.contains(line);
    }

    /** Whether nothing but headings and what belongs to no text stands before a line. */
    boolean isFirst(int line) {
        for (int i = 0; i < line; i++) {
            if (!aside.contains(i) && lines.get(i).block().style() != org.tapescript.domain.Block.Style.HEADING) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing but a name has a mark's form. */
    private static boolean isSure(Mark mark) {
        return mark.form()
                .filter(f -> f == NameForm.ROLE || f == NameForm.ADDRESS)
                .isPresent();
    }

    /** Whether a line merely goes on with a sentence that was broken at the line end. */
    boolean isWithinSentence(Mark mark) {
        int i = mark.line();
        if (mark.inner() || i == 0 || aside.contains(i - 1) || given.contains(mark.key())) {
            return false;
        }
        Line line = lines.get(i);
        Line above = lines.get(i - 1);
        return line.isFree()
                && above.isFree()
                && line.blanks() == 0
                && line.indent() <= above.indent()
                && Wrapping.column(text, above) >= FILLED
                && !Sentence.ends(above.place().of(text));
    }

    /**
     * Where turns are counted before the name, as questions put to a house are, takes the names without their numbers, if most of them stand
     * elsewhere without one or come again; else the names as they are written.
     */
    private List<Mark> withoutNumbers(List<Mark> marks) {
        Map<Integer, Mark> bare = new HashMap<>();
        Map<String, Integer> keys = new HashMap<>();
        for (Mark mark : marks) {
            boolean digit =
                    mark.name().filter(n -> Character.isDigit(n.charAt(0))).isPresent();
            if (!mark.inner() && !digit && isCounted(mark.line())) {
                bare.put(mark.line(), mark);
            }
            keys.merge(mark.key(), 1, Integer::sum);
        }
        long known = bare.values().stream().filter(m -> keys.get(m.key()) > 1).count();
        boolean most = known > 0 && known * 2 >= bare.size();
        return bare.isEmpty()
                ? marks
                : marks.stream()
                        .filter(m -> m.inner() || !bare.containsKey(m.line()) || most == (bare.get(m.line()) == m))
                        .toList();
    }

    private boolean isCounted(int line) {
        Line counted = lines.get(line);
        return MarkParser.COUNTED
                .matcher(text)
                .region(counted.place().start(), counted.place().end())
                .lookingAt();
    }

    /** Removes single letters nearly always followed by the same word, such as {@code T. Holt}: turns do not all begin alike. */
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
                    return all < MIN_INITIALS || wordAt(mark.end()).isEmpty() || same < SAME_NAME * all;
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

    /** Whether an abbreviation may stand before its number: {@code SEC. 2}. */
    private boolean isCounting(Mark mark) {
        return mark.name().orElse("").length() <= MAX_ABBREVIATION_LENGTH
                && mark.end() < lines.get(mark.line()).place().end()
                && Character.isDigit(text.charAt(mark.end()));
    }

    /** Whether nothing but figures stands in the column beside a name, and no time. */
    private boolean isRowHeading(Mark mark) {
        int end = lines.get(mark.line()).place().end();
        return text.substring(mark.end(), end).codePoints().noneMatch(Character::isLetter)
                && TimeCode.at(text, mark.end(), end).isEmpty();
    }

    /** Removes a bare "A", which may be an article, unless there are about as many questions with a bare "Q". */
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

    /** Whether dashes only list something: in one place, most of the text elsewhere, and no question among them. */
    private boolean isList(List<Mark> marks) {
        List<Mark> outer = marks.stream().filter(m -> !m.inner()).toList();
        if (outer.isEmpty() || outer.size() < marks.size()) {
            return false;
        }
        int first = outer.get(0).line();
        int last = outer.get(outer.size() - 1).line();
        int within = beginningsBefore(last) - beginningsBefore(first) + 1;
        return within <= outer.size()
                && outer.size() * 2 <= beginnings
                && outer.stream()
                        .noneMatch(
                                m -> Sentence.asks(lines.get(m.line()).place().of(text)));
    }

    /** Whether bracketed letters are an enumeration: (A), (B), (C), then (A) again. */
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

    private boolean startsParagraph(int i) {
        Line line = lines.get(i);
        if (i == 0 || line.opensBlock() && !line.isFree() || line.blanks() > 0) {
            return true;
        }
        Line before = lines.get(i - 1);
        return Sentence.ends(before.place().of(text));
    }

    /** Whether a heading is a question answered below it, like most headings of the document. */
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
        int answers = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean heading = line.block().style() == org.tapescript.domain.Block.Style.HEADING;
            boolean open = line.opensBlock()
                    && !heading
                    && !aside.contains(i)
                    && !line.block().emphases().isEmpty();
            int end = open ? emphasised(line, bold) : line.place().start();
            int blockEnd = line.block().place().end();
            boolean whole = end >= blockEnd;
            boolean asking = heading && bold && !aside.contains(i) && asking(lines, i);
            String question = text.substring(
                    line.place().start(), Math.max(end, line.place().start()));
            int start = line.place().start();
            if (asking
                    || open
                            && whole
                            && !Unspoken.isHeadingLike(
                                    line.block(), line.place().of(text))) {
                asked += Sentence.asks(line.block().place().of(text)) ? 1 : 0;
                marks.add(nameless(scheme, i, start, start));
            } else if (open && Sentence.asks(question)) {
                asked++;
                answers++;
                marks.add(nameless(scheme, i, start, MarkParser.blanks(text, start, end, "–—-")));
                marks.add(answer(i, end, blockEnd));
            }
        }
        boolean few = (marks.size() - answers) * 4 <= (beginnings + answers) * 3;
        if (few && (bold || asked * 2 >= marks.size() - answers)) {
            all.put(scheme, marks);
        }
    }

    /** The end of the bold, or else the italic, type with which a line begins; the line's start if it does not. */
    private static int emphasised(Line line, boolean bold) {
        return line.block().emphases().stream()
                .filter(e ->
                        e.bold() == bold && e.place().start() <= line.place().start())
                .mapToInt(e -> e.place().end())
                .max()
                .orElse(line.place().start());
    }

    /** Where the answer begins in the paragraph of its question: a mark of nobody's, on this line or on a later one of the block. */
    private Mark answer(int line, int end, int blockEnd) {
        int start = MarkParser.blanks(text, end, blockEnd, "\n\r");
        int at = line;
        while (at + 1 < lines.size() && lines.get(at + 1).place().start() <= start) {
            at++;
        }
        int speech = MarkParser.blanks(text, start, blockEnd, "–—-");
        return new Mark(Scheme.NONE, at, start, speech, speech, Optional.empty(), Optional.empty(), true, false, false);
    }

    /** Quoted paragraphs, marked at their first line. */
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

    /** Consecutively numbered questions with unnumbered answers between them. */
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

    /** Whether text follows below a line, possibly after a line with a time, an office or a rule. */
    boolean isSpeechBelow(int line) {
        int next = line + 1;
        next += next < lines.size() && aside.contains(next) ? 1 : 0;
        return next < lines.size() && lines.get(next).length() > 0 && !aside.contains(next);
    }
}
