package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tapescript.domain.Block;

/**
 * Chooses the marking scheme of a document by scoring all schemes against each other: number of marks, how few names explain them, how
 * they alternate, and how much of the document they cover.
 */
final class SchemeFinder {
    /** A scheme needs at least one mark per this many paragraphs. */
    private static final double MAX_BEGINNINGS_PER_MARK = 20;
    /** Penalty for each further name, in marks: few names that explain many turns are more plausible. */
    private static final double NAME_COST = 0.9;
    /** Weight of named marks relative to bare signs. */
    private static final double NAMES = 1.5;
    /** A document that names its speakers does so within this many paragraphs. */
    private static final int FIRST_LINES = 3;
    /** Minimum number of marks, and share of equal indents among them, for indentation to count as evidence. */
    private static final int MIN_ALIGNED = 5;

    private static final double ALIGNED = 0.75;

    private final String text;
    private final List<Line> lines;
    private final Candidates candidates;
    private final Map<Scheme, List<Mark>> all;
    private final AcceptedNames acceptedNames;
    private final int beginnings;
    private final boolean shouts;

    /**
     * @param aside lines that open no turn, whatever they look like
     * @param small words that the text has in small letters
     */
    SchemeFinder(String text, List<Line> lines, Set<Integer> aside, Set<String> small, List<String> names) {
        Set<String> given = new HashSet<>();
        names.forEach(n -> given.add(SpeakerNames.key(n)));
        this.text = text;
        this.lines = lines;
        this.candidates = new Candidates(text, lines, aside, given);
        this.all = candidates.all();
        this.beginnings = candidates.beginnings();
        this.acceptedNames = new AcceptedNames(text, lines, candidates, small, given);
        this.shouts = Sentence.shouts(text);
    }

    /** The scheme found, and its marks in document order. */
    record Found(Scheme scheme, List<Mark> marks) {}

    /** The marks of the best scheme, or of the scheme the user chose. */
    Found find(Optional<Scheme> forced) {
        Map<Scheme, List<Mark>> accepted = new EnumMap<>(Scheme.class);
        all.replaceAll((scheme, marks) -> scheme == Scheme.STOP ? SpeakerNames.uncounted(marks) : marks);
        all.forEach((scheme, marks) ->
                accepted.put(scheme, scheme.isNamed() ? acceptedNames.of(scheme, marks, forced) : marks));
        Optional<Scheme> best = forced.filter(s -> s.weight > 0)
                .or(() -> forced.isPresent()
                        ? Optional.empty()
                        : accepted.keySet().stream()
                                .filter(s -> score(s, accepted.get(s)) > 0)
                                .max(Comparator.comparingDouble(s -> score(s, accepted.get(s)))));
        if (best.isEmpty()) {
            return new Found(Scheme.NONE, List.of());
        }
        Scheme scheme = best.get();
        List<Mark> marks = accepted.getOrDefault(scheme, List.of());
        List<Mark> together = scheme.isNamed()
                ? aligned(joined(scheme, marks, accepted))
                : scheme == Scheme.CHEVRON ? withNames(marks) : marks;
        return new Found(
                scheme, times(SpeakerNames.uncounted(answered(withQuestions(scheme, withoutTitle(together))))));
    }

    /** Without a title that begins with somebody's name: {@code ANN HOLT: An interview conducted by Ben Stone}. */
    private List<Mark> withoutTitle(List<Mark> marks) {
        boolean title = marks.size() > 2
                && WordLists.begins(
                        "interview-titles",
                        text.substring(
                                marks.get(0).end(),
                                Math.max(
                                        marks.get(0).end(),
                                        lines.get(marks.get(0).line()).place().end())));
        return title ? marks.subList(1, marks.size()) : marks;
    }

    /** Where only the interviewee is named, adds the numbers or dashes that mark the questions. */
    private List<Mark> withQuestions(Scheme scheme, List<Mark> marks) {
        List<Mark> dashes = all.getOrDefault(Scheme.DASH, List.of());
        List<Mark> numbers = all.getOrDefault(Scheme.NUMBERED_QUESTION, List.of());
        List<Mark> questions = dashes.size() > numbers.size() && dashes.size() <= 2 * marks.size() ? dashes : numbers;
        boolean one =
                scheme.isNamed() && marks.stream().map(Mark::key).distinct().count() == 1;
        if (!one || questions.size() * 2 < marks.size()) {
            return marks;
        }
        TreeMap<Integer, Mark> byPlace = new TreeMap<>();
        questions.forEach(m -> byPlace.put(m.start(), m));
        marks.forEach(m -> byPlace.put(m.start(), m));
        return List.copyOf(byPlace.values());
    }

    private double score(Scheme scheme, List<Mark> marks) {
        double sum = 0;
        Set<String> names = new HashSet<>();
        for (Mark mark : marks) {
            double form = mark.form().map(f -> f.weight).orElse(1.0);
            sum += form * (mark.inner() ? 0.5 : 1);
            mark.name().ifPresent(n -> names.add(mark.key()));
        }
        boolean addressed = marks.stream().anyMatch(Mark::isAddress);
        boolean alone = scheme == Scheme.COLON
                && marks.size() == 1
                && marks.get(0).key().contains(" ")
                && acceptedNames.isOnly(marks.get(0));
        boolean enough = alone
                || addressed
                || marks.size() >= 3 && (isTimed(marks) || scheme.isNamed() && namesFirst(marks, names))
                || marks.size() >= 2 && marks.size() * MAX_BEGINNINGS_PER_MARK >= beginnings
                || marks.size() * 2 >= beginnings;
        if (marks.isEmpty() || !enough) {
            return 0;
        }
        double cost = scheme.isNamed() ? NAME_COST * Math.max(0, names.size() - 1) : 0;
        double alternation = scheme.isNamed() ? 0.5 + 0.5 * alternation(marks) : 1;
        return Math.max(0.01, sum - cost) * scheme.weight * alternation * (scheme.isNamed() ? NAMES : 1);
    }

    /** Whether most names stand on their own line with a time, which is strong evidence of turns. */
    private static boolean isTimed(List<Mark> marks) {
        return marks.stream().filter(m -> m.timed() && m.alone()).count() * 2 > marks.size();
    }

    /** Whether the document begins with a recurring name, however long its turns are. */
    private boolean namesFirst(List<Mark> marks, Set<String> names) {
        return candidates.beginningsBefore(marks.get(0).line()) <= FIRST_LINES
                && names.size() > 1
                && names.size() * 3 <= marks.size() * 2;
    }

    private static double alternation(List<Mark> marks) {
        int changes = 0;
        for (int i = 1; i < marks.size(); i++) {
            changes += marks.get(i).key().equals(marks.get(i - 1).key()) ? 0 : 1;
        }
        return marks.size() < 2 ? 1 : changes / (double) (marks.size() - 1);
    }

    /** The marks of a named scheme, plus marks of other schemes that name the same people or look alike. */
    private List<Mark> joined(Scheme scheme, List<Mark> marks, Map<Scheme, List<Mark>> accepted) {
        Set<String> people = new HashSet<>();
        marks.forEach(m -> people.add(m.key()));
        boolean capitals = marks.stream()
                .anyMatch(m -> m.form().filter(NameForm::isTelling).isPresent());
        Set<String> forms = new HashSet<>();
        marks.forEach(m -> forms.add(m.key() + m.form()));
        TreeMap<Integer, Mark> byPlace = new TreeMap<>();
        marks.forEach(m -> byPlace.putIfAbsent(
                m.inner() ? m.start() : lines.get(m.line()).place().start(), m));
        for (Scheme other : List.of(
                Scheme.COLON,
                Scheme.STOP,
                Scheme.BOLD_NAME,
                Scheme.NAME_TIME,
                Scheme.BRACKETS,
                Scheme.OWN_LINE,
                Scheme.TAB)) {
            if (other == scheme) {
                continue;
            }
            Set<String> own = new HashSet<>();
            accepted.getOrDefault(other, List.of()).forEach(m -> own.add(m.key()));
            for (Mark m : all.getOrDefault(other, List.of())) {
                boolean strong = !shouts
                        && (!capitals || m.form().filter(NameForm::isTelling).isPresent());
                // "No, Mr. Long." opens nothing among names in capitals, nor at the end of what somebody says.
                boolean addressed = other == Scheme.STOP && (m.alone() || !strong);
                boolean known = people.contains(m.key()) && !addressed && !isTitle(m, scheme);
                boolean likely = own.contains(m.key()) && strong && other != Scheme.OWN_LINE;
                boolean alone =
                        other != Scheme.OWN_LINE || m.line() + 1 < lines.size() && forms.contains(m.key() + m.form());
                if ((known || likely) && alone) {
                    byPlace.putIfAbsent(
                            m.inner() ? m.start() : lines.get(m.line()).place().start(), m);
                }
            }
        }
        return List.copyOf(byPlace.values());
    }

    /** Whether a name is a heading, as above a life of whom is asked, and not one of the marks. */
    private boolean isTitle(Mark mark, Scheme scheme) {
        return mark.scheme() == Scheme.OWN_LINE
                && scheme != Scheme.OWN_LINE
                && lines.get(mark.line()).block().style() == Block.Style.HEADING;
    }

    /** Removes marks at the left margin where nearly all others open an indented paragraph. */
    private List<Mark> aligned(List<Mark> marks) {
        Map<Integer, Integer> indents = new HashMap<>();
        int outer = 0;
        for (Mark mark : marks) {
            if (!mark.inner() && lines.get(mark.line()).isFree()) {
                indents.merge(lines.get(mark.line()).indent(), 1, Integer::sum);
                outer++;
            }
        }
        int usual = indents.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
        if (usual == 0 || outer < MIN_ALIGNED || indents.get(usual) < ALIGNED * outer) {
            return marks;
        }
        return marks.stream()
                .filter(m -> m.inner()
                        || lines.get(m.line()).indent() >= usual
                        || lines.get(m.line()).blanks() > 0
                        || m.line() == 0)
                .toList();
    }

    /**
     * Removes marks directly below a name on its own line if they occur once, or are sentences with a colon or full stop that never occur
     * elsewhere: those are speech, whatever they look like.
     */
    private static List<Mark> answered(List<Mark> marks) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Integer> elsewhere = new HashMap<>();
        int below = -1;
        for (Mark mark : marks) {
            boolean under = mark.line() == below;
            counts.merge(mark.key(), 1, Integer::sum);
            elsewhere.merge(mark.key(), under ? 0 : 1, Integer::sum);
            below = mark.alone() && !under ? mark.line() + 1 : below;
        }
        return marks.stream()
                .filter(m -> {
                    boolean once = counts.get(m.key()) == 1 && !m.alone();
                    boolean sentence = m.scheme() == Scheme.STOP || m.scheme() == Scheme.COLON;
                    return elsewhere.get(m.key()) > 0 || !once && !sentence;
                })
                .toList();
    }

    /** Chevrons, with the names that follow some of them. */
    private List<Mark> withNames(List<Mark> chevrons) {
        Map<Integer, Mark> names = new HashMap<>();
        for (Mark colon : all.getOrDefault(Scheme.COLON, List.of())) {
            if (colon.form()
                    .filter(f -> f != NameForm.SMALL && f != NameForm.PHRASE)
                    .isPresent()) {
                names.put(colon.inner() ? colon.start() : -1 - colon.line(), colon);
            }
        }
        List<Mark> result = new ArrayList<>();
        for (Mark mark : chevrons) {
            Mark named = names.get(mark.inner() ? mark.end() : -1 - mark.line());
            if (named == null && mark.inner()) {
                named = innerName(mark);
            }
            result.add(named == null ? mark : mark.endingAt(named.end()).withName(named.name()));
        }
        return result;
    }

    private Mark innerName(Mark mark) {
        Line rest = lines.get(mark.line()).from(mark.end());
        return MarkParser.of(text, mark.line(), rest).stream()
                .filter(m -> m.scheme() == Scheme.COLON && !m.inner())
                .filter(m -> m.form()
                        .filter(f -> f != NameForm.SMALL && f != NameForm.PHRASE)
                        .isPresent())
                .findFirst()
                .orElse(null);
    }

    /** Unbracketed times after names are not speech if most names have one. */
    private static List<Mark> times(List<Mark> marks) {
        long bare = marks.stream().filter(m -> m.bareTimeEnd() > m.end()).count();
        return bare * 2 < marks.size()
                ? marks
                : marks.stream().map(m -> m.endingAt(m.bareTimeEnd())).toList();
    }
}
