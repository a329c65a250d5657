package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what marks turns in a document, by weighing every scheme's marks against every other's: how many there are, how few names recur
 * in them, how they alternate, and how much of the document they open.
 */
final class SchemeFinder {
    /** Without marks at one in so many beginnings of paragraphs, nothing is marked. */
    private static final double RAREST = 20;
    /** What a further name costs, in marks: names that explain many turns are believed. */
    private static final double NAME_COST = 0.9;
    /** Names say more than signs: so much more. */
    private static final double NAMES = 1.5;
    /** Below this share of beginnings, signs that also stand in running text mark no turns. */
    private static final double COMMON = 0.25;

    private static final double SMALL_SHARE = 0.15;
    /** A name that is also a word opens at least such a share. */
    private static final double RARE_WORD = 0.05;

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,3})[.)]\\h+(?=\\S)");

    private final String text;
    private final List<Line> lines;
    private final List<Boolean> starts = new ArrayList<>();
    private final Set<String> given = new HashSet<>();
    private final Set<String> small;
    private final Set<Integer> aside;
    private final Map<Scheme, List<Mark>> all = new EnumMap<>(Scheme.class);
    private final boolean headingsAsk;
    private final boolean shouts;
    private int beginnings;

    /**
     * @param aside lines that open no turn, whatever they look like
     * @param small words that the text has in small letters
     */
    SchemeFinder(String text, List<Line> lines, Set<Integer> aside, Set<String> small, List<String> names) {
        this.text = text;
        this.lines = lines;
        this.aside = aside;
        this.small = small;
        this.shouts = Sentence.shouts(text);
        names.forEach(n -> given.add(SpeakerNames.key(n)));
        for (int i = 0; i < lines.size(); i++) {
            boolean start = startsParagraph(i);
            starts.add(start);
            beginnings += start && !aside.contains(i) ? 1 : 0;
            if (!aside.contains(i)) {
                for (Mark mark : MarkParser.of(text, i, lines.get(i))) {
                    all.computeIfAbsent(mark.scheme(), s -> new ArrayList<>()).add(mark);
                }
            }
        }
        headingsAsk = headingsAsk();
        questions(true, Scheme.BOLD_QUESTION);
        questions(false, Scheme.ITALIC_QUESTION);
        numbered();
    }

    /** What was found: the scheme, and the marks that open turns, in order. */
    record Found(Scheme scheme, List<Mark> marks) {}

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
                marks.add(new Mark(
                        scheme, i, start, start, start, Optional.empty(), Optional.empty(), false, false, false));
            }
        }
        boolean few = marks.size() * 4 <= beginnings * 3;
        if (few && (bold || asked * 2 >= marks.size())) {
            all.put(scheme, marks);
        }
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
                marks.add(new Mark(
                        Scheme.NUMBERED_QUESTION,
                        i,
                        m.start(),
                        m.end(),
                        m.end(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        false));
            }
        }
        if (marks.size() >= 3 && asked * 2 >= marks.size() && marks.size() * 4 <= beginnings * 3) {
            all.put(Scheme.NUMBERED_QUESTION, marks);
        }
    }

    /** The marks of the scheme that explains the document best, or of the one that the user says. */
    Found find(Optional<Scheme> forced) {
        Map<Scheme, List<Mark>> accepted = new EnumMap<>(Scheme.class);
        all.replaceAll((scheme, marks) -> scheme == Scheme.STOP ? SpeakerNames.uncounted(marks) : marks);
        all.forEach((scheme, marks) -> accepted.put(scheme, scheme.isNamed() ? named(scheme, marks, forced) : marks));
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
                ? joined(scheme, marks, accepted)
                : scheme == Scheme.CHEVRON ? withNames(marks) : marks;
        return new Found(scheme, times(SpeakerNames.uncounted(answered(together))));
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
                && isOnly(marks.get(0));
        boolean enough = alone
                || addressed
                || marks.size() >= 2 && marks.size() * RAREST >= beginnings
                || marks.size() * 2 >= beginnings;
        if (marks.isEmpty() || !enough) {
            return 0;
        }
        double cost = scheme.isNamed() ? NAME_COST * Math.max(0, names.size() - 1) : 0;
        double alternation = scheme.isNamed() ? 0.5 + 0.5 * alternation(marks) : 1;
        return Math.max(0.01, sum - cost) * scheme.weight * alternation * (scheme.isNamed() ? NAMES : 1);
    }

    private static double alternation(List<Mark> marks) {
        int changes = 0;
        for (int i = 1; i < marks.size(); i++) {
            changes += marks.get(i).key().equals(marks.get(i - 1).key()) ? 0 : 1;
        }
        return marks.size() < 2 ? 1 : changes / (double) (marks.size() - 1);
    }

    /** The marks of a scheme whose names are believed. */
    private List<Mark> named(Scheme scheme, List<Mark> marks, Optional<Scheme> forced) {
        Map<String, List<Mark>> byName = new LinkedHashMap<>();
        marks.forEach(
                m -> byName.computeIfAbsent(m.key(), k -> new ArrayList<>()).add(m));
        boolean told = forced.isPresent() && forced.get() == scheme;
        Set<String> people = new HashSet<>();
        int recurring = 0;
        Map<NameForm, Integer> forms = new EnumMap<>(NameForm.class);
        for (Map.Entry<String, List<Mark>> e : byName.entrySet()) {
            List<Mark> of = e.getValue();
            NameForm form = of.get(0).form().orElse(NameForm.TITLED);
            boolean known = given.contains(e.getKey());
            boolean recurs = of.size() > 1 && (of.size() > 2 || of.stream().anyMatch(m -> !m.inner()));
            boolean common = of.size() >= 3 && of.size() >= SMALL_SHARE * beginnings || told;
            boolean word = isOrdinary(e.getKey(), form) && of.size() < Math.max(3, RARE_WORD * beginnings) && !told;
            if (known || recurs && !word && (form != NameForm.SMALL || common) && mayRecur(scheme, of)) {
                people.add(e.getKey());
                recurring += of.size();
                forms.merge(form, of.size(), Integer::sum);
            }
        }
        boolean strong = forms.keySet().stream().anyMatch(SchemeFinder::isStrong) && !shouts;
        if (scheme == Scheme.STOP && strong) {
            // Sentences end with full stops as well: where names are in capitals, only such are names.
            byName.forEach((key, of) -> {
                if (!isStrong(of.get(0)) && !given.contains(key)) {
                    people.remove(key);
                }
            });
        }
        boolean usual = recurring >= COMMON * beginnings;
        for (Map.Entry<String, List<Mark>> e : byName.entrySet()) {
            Mark mark = e.getValue().get(0);
            boolean full = SpeakerNames.shortForms(e.getKey()).stream().anyMatch(people::contains);
            if (!people.contains(e.getKey())
                    && !mark.inner()
                    && (full || maySpeakOnce(scheme, mark, recurring, usual, forms, marks))) {
                people.add(e.getKey());
            }
        }
        List<Mark> accepted =
                marks.stream().filter(m -> people.contains(m.key())).toList();
        long outer = accepted.stream().filter(m -> !m.inner()).count();
        boolean strict = scheme == Scheme.TAB
                || scheme == Scheme.NAME_DASH
                || scheme == Scheme.OWN_LINE
                || scheme == Scheme.BRACKETS
                || scheme == Scheme.NAME_TIME
                || scheme == Scheme.STOP
                        && accepted.stream()
                                .noneMatch(m -> m.form()
                                        .filter(f ->
                                                f != NameForm.TITLED && f != NameForm.SMALL && f != NameForm.CASELESS)
                                        .isPresent());
        double least = scheme == Scheme.STOP ? 2 * COMMON : scheme == Scheme.OWN_LINE ? 0.6 * COMMON : COMMON;
        return strict && !told && outer < least * beginnings ? List.of() : accepted;
    }

    /** Whether a name is one to which a full stop belongs: in capitals, a role, or with a title. */
    private static boolean isStrong(Mark mark) {
        String name = mark.name().orElse("");
        return isStrong(mark.form().orElse(NameForm.SMALL))
                || name.endsWith(".")
                || !NameForm.withoutTitle(name).equals(name);
    }

    private static boolean isStrong(NameForm form) {
        return form == NameForm.ADDRESS || form == NameForm.CAPITALS || form == NameForm.ROLE;
    }

    /** Whether a name's first word is one that the text also has in small letters. */
    private boolean isOrdinary(String key, NameForm form) {
        return form == NameForm.TITLED && !key.contains(" ") && small.contains(key);
    }

    private boolean mayRecur(Scheme scheme, List<Mark> marks) {
        if (scheme != Scheme.OWN_LINE) {
            return true;
        }
        // A name on a line of its own has speech below it.
        long spoken = marks.stream().filter(m -> isSpeechBelow(m.line())).count();
        return spoken * 2 > marks.size();
    }

    /** Whether text stands below a line, perhaps behind a time. */
    private boolean isSpeechBelow(int line) {
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

    private boolean maySpeakOnce(
            Scheme scheme, Mark mark, int recurring, boolean usual, Map<NameForm, Integer> forms, List<Mark> marks) {
        if (mark.isAddress()) {
            return scheme == Scheme.STOP || scheme == Scheme.COLON;
        }
        NameForm form = mark.form().orElse(NameForm.SMALL);
        if (form == NameForm.SMALL || isOrdinary(mark.key(), form)) {
            return false;
        }
        if (recurring == 0
                && scheme == Scheme.COLON
                && marks.size() == 1
                && mark.key().contains(" ")
                && isOnly(mark)) {
            // One person who tells all, named once.
            return true;
        }
        if (recurring == 0) {
            // Everybody speaks once: then hardly a paragraph goes without a name.
            return (scheme == Scheme.COLON || scheme == Scheme.BOLD_NAME)
                    && marks.stream().filter(m -> !m.inner()).count() * 2 >= beginnings
                    && (beginnings > 1 || mark.key().contains(" ") || form == NameForm.ROLE || isOnly(mark));
        }
        boolean title = mark.line() == 0 && !Sentence.ends(lines.get(0).place().of(text)) && !mark.alone();
        if (title || lines.get(mark.line()).block().style() == org.tapescript.domain.Block.Style.HEADING) {
            return false;
        }
        int most = forms.values().stream().mapToInt(Integer::intValue).sum();
        int capitals = forms.getOrDefault(NameForm.CAPITALS, 0);
        boolean styled =
                form == NameForm.ROLE || (form == NameForm.CAPITALS ? capitals > 0.1 * most : capitals < 0.9 * most);
        return switch (scheme) {
            case COLON, BOLD_NAME -> styled;
            case STOP ->
                styled && usual && form != NameForm.TITLED
                        || mark.name().orElse("").matches("(?:Mr|Mrs|Ms|Dr)\\.? .*");
            case NAME_TIME, OWN_LINE -> styled && usual && mark.timed();
            case TAB, NAME_DASH, BRACKETS -> styled && usual && recurring >= 2 * COMMON * beginnings;
            default -> false;
        };
    }

    /** Whether a text is a single turn, its only line a name, a colon and a sentence. */
    private boolean isOnly(Mark mark) {
        return mark.line() == 0 && Sentence.endsFully(lines.get(0).place().of(text));
    }

    /** The marks of a scheme of names, and those of others that name the same people, or others in a like manner. */
    private List<Mark> joined(Scheme scheme, List<Mark> marks, Map<Scheme, List<Mark>> accepted) {
        Set<String> people = new HashSet<>();
        marks.forEach(m -> people.add(m.key()));
        boolean capitals = marks.stream()
                .anyMatch(m -> m.form()
                        .filter(f -> f != NameForm.TITLED && f != NameForm.SMALL && f != NameForm.CASELESS)
                        .isPresent());
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
                        && (!capitals
                                || m.form()
                                        .filter(f ->
                                                f != NameForm.TITLED && f != NameForm.SMALL && f != NameForm.CASELESS)
                                        .isPresent());
                boolean known = people.contains(m.key());
                boolean likely = own.contains(m.key()) && strong && other != Scheme.OWN_LINE;
                boolean alone = other != Scheme.OWN_LINE || m.line() + 1 < lines.size();
                if ((known || likely) && alone) {
                    byPlace.putIfAbsent(
                            m.inner() ? m.start() : lines.get(m.line()).place().start(), m);
                }
            }
        }
        return List.copyOf(byPlace.values());
    }

    /** Without what stands once only, right below a name on a line of its own: that is what is said, whatever it looks like. */
    private static List<Mark> answered(List<Mark> marks) {
        Map<String, Integer> counts = new HashMap<>();
        marks.forEach(m -> counts.merge(m.key(), 1, Integer::sum));
        List<Mark> result = new ArrayList<>();
        int below = -1;
        for (Mark mark : marks) {
            boolean said = mark.line() == below && counts.get(mark.key()) == 1 && !mark.alone();
            if (!said) {
                result.add(mark);
                below = mark.alone() ? mark.line() + 1 : below;
            }
        }
        return result;
    }

    /** Chevrons with the names that follow some of them. */
    private List<Mark> withNames(List<Mark> chevrons) {
        Map<Integer, Mark> names = new HashMap<>();
        for (Mark colon : all.getOrDefault(Scheme.COLON, List.of())) {
            if (colon.form().filter(f -> f != NameForm.SMALL).isPresent()) {
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
                .filter(m -> m.form().filter(f -> f != NameForm.SMALL).isPresent())
                .findFirst()
                .orElse(null);
    }

    /** Bare times behind names are not said where most names have them. */
    private static List<Mark> times(List<Mark> marks) {
        long bare = marks.stream().filter(m -> m.bareTimeEnd() > m.end()).count();
        return bare * 2 < marks.size()
                ? marks
                : marks.stream().map(m -> m.endingAt(m.bareTimeEnd())).toList();
    }

    /** Whether a hyphen divides a word from its rest, in a line or at a line's end. */
    private static boolean isPart(String text, int from, int to) {
        int before = from - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return to < text.length() && text.charAt(to) == '-' || before >= 0 && text.charAt(before) == '-';
    }

    /** Words that a text has in small letters. */
    static Set<String> smallWords(String text) {
        Set<String> words = new HashSet<>();
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter && from < 0) {
                from = i;
            } else if (!letter && from >= 0) {
                if (Character.isLowerCase(text.charAt(from)) && !isPart(text, from, i)) {
                    words.add(text.substring(from, i).toLowerCase(Locale.ROOT));
                }
                from = -1;
            }
        }
        return words;
    }
}
