package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tapescript.domain.Block.Layout;

/** Decides which candidate names are accepted as speakers: those that recur, as people in a conversation do, and others that look like them. */
final class AcceptedNames {
    /** Signs that also occur in running text mark turns only if they open at least this share of the paragraphs. */
    private static final double COMMON = 0.25;

    private static final double NEARLY_ALL = 0.8;
    /** Share of names within lines, above which a page has lost its lines. */
    private static final double MOST_WITHIN = 0.6;
    /** A role in small letters is a speaker only if at least this share of turns has it. */
    private static final double LOW = 0.1;

    private static final double SMALL_SHARE = 0.15;
    /** A name that is also an ordinary word must open at least this share of the paragraphs. */
    private static final double RARE_WORD = 0.05;

    private static final Pattern INITIALS = Pattern.compile("(?:\\h*\\p{L}\\p{M}*\\.){1,4}\\h*");

    private final String text;
    private final List<Line> lines;
    private final Candidates candidates;
    private final int beginnings;
    private final Set<String> small;
    private final Set<String> given;
    private final boolean shouts;
    private final CutLines cut;

    /** @param small words that occur in lower case in the text */
    AcceptedNames(String text, List<Line> lines, Candidates candidates, Set<String> small, Set<String> given) {
        this.text = text;
        this.lines = lines;
        this.candidates = candidates;
        this.beginnings = candidates.beginnings();
        this.small = small;
        this.given = given;
        this.shouts = Sentence.shouts(text);
        this.cut = new CutLines(text, lines, candidates::isAside);
    }

    /** The marks of a scheme whose names are accepted. */
    List<Mark> of(Scheme scheme, List<Mark> marks, Optional<Scheme> forced) {
        Map<String, List<Mark>> byName = new LinkedHashMap<>();
        marks.forEach(
                m -> byName.computeIfAbsent(m.key(), k -> new ArrayList<>()).add(m));
        long bracketed = marks.stream().filter(this::isBracketed).count();
        if (bracketed * 2 < marks.size()) {
            // Bracketed labels among plain names are notes, "[Observation]: She nods.", unless they ask.
            byName.values()
                    .removeIf(of -> of.stream().allMatch(this::isBracketed)
                            && !given.contains(of.get(0).key())
                            && !isAsking(of));
        }
        if (scheme == Scheme.COLON && cut.all()) {
            removeThoseWithin(byName);
        }
        boolean told = forced.isPresent() && forced.get() == scheme;
        boolean rife = marks.stream()
                        .filter(m -> !m.inner())
                        .mapToInt(Mark::line)
                        .distinct()
                        .count()
                >= NEARLY_ALL * beginnings;
        boolean inLine = marks.stream().filter(Mark::alone).count() * 2 < marks.size();
        Set<String> people = new HashSet<>();
        int recurring = 0;
        Map<NameForm, Integer> forms = new EnumMap<>(NameForm.class);
        Set<String> paired = paired(byName.keySet());
        for (Map.Entry<String, List<Mark>> e : byName.entrySet()) {
            List<Mark> of = e.getValue();
            NameForm form = of.get(0).form().orElse(NameForm.TITLED);
            boolean known = given.contains(e.getKey());
            boolean recurs = paired.contains(e.getKey()) && form.standsAlone()
                    || of.size() > 1 && (of.size() > 2 || of.stream().anyMatch(m -> !m.inner()));
            boolean common = of.size() >= 3 && (rife || of.size() >= SMALL_SHARE * beginnings) || told;
            boolean announces =
                    form == NameForm.CASELESS && inLine && of.stream().allMatch(Mark::alone);
            boolean low = form == NameForm.ROLE
                    && of.size() < LOW * marks.size()
                    && of.stream().allMatch(AcceptedNames::isLow);
            // An office alone above speech, where all names stand so: "Marshal:".
            boolean above = !inLine && of.size() >= 3 && of.stream().allMatch(Mark::alone);
            boolean word = announces
                    || low
                    || isOrdinary(e.getKey(), form)
                            && of.size() < Math.max(3, RARE_WORD * beginnings)
                            && !told
                            && !above;
            boolean usualForm =
                    form == NameForm.SMALL ? common : form != NameForm.PHRASE || told || isLabel(scheme, of);
            if (known || recurs && !word && usualForm && mayRecur(scheme, of)) {
                people.add(e.getKey());
                recurring += of.size();
                forms.merge(form, of.size(), Integer::sum);
            }
        }
        boolean strong = forms.keySet().stream().anyMatch(AcceptedNames::isStrong) && !shouts;
        if (scheme == Scheme.STOP && strong) {
            // Sentences end with full stops too, so where names are set in capitals, only those count as names.
            byName.forEach((key, of) -> {
                if (!isStrong(of.get(0)) && !given.contains(key)) {
                    people.remove(key);
                }
            });
        }
        boolean usual = recurring >= COMMON * beginnings;
        boolean within = marks.stream().filter(Mark::inner).count() > MOST_WITHIN * marks.size();
        UsualNames usualNames = UsualNames.of(byName, lines, text);
        int begins = marks.stream()
                .filter(m -> people.contains(m.key()))
                .mapToInt(Mark::line)
                .min()
                .orElse(0);
        Set<Mark> listed =
                recurring == 0 ? Set.of() : new EarlyNames(text, lines, candidates).listed(byName.values(), begins);
        boolean stops =
                stops(marks.stream().filter(m -> people.contains(m.key())).toList());
        for (Map.Entry<String, List<Mark>> e : byName.entrySet()) {
            Mark mark = e.getValue().get(0);
            boolean full = mark.form().filter(NameForm::standsAlone).isPresent()
                    && SpeakerNames.shortForms(e.getKey()).stream()
                            .anyMatch(form -> form.length() > 1 && people.contains(form));
            if (!people.contains(e.getKey())
                    && (!mark.inner()
                            || within && mark.form().filter(NameForm::isTelling).isPresent())
                    && !(listed.contains(mark) || stops && mark.line() < begins && isField(mark))
                    && (full || maySpeakOnce(scheme, mark, recurring, usual, forms, marks, usualNames))) {
                people.add(e.getKey());
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        people.forEach(key -> counts.put(key, byName.get(key).size()));
        Misspelling misspelling = new Misspelling(counts);
        byName.forEach((key, of) -> {
            boolean open = !people.contains(key) && !of.get(0).inner();
            if (open && misspelling.meant(key, of.size()).isPresent()) {
                people.add(key);
            }
        });
        List<Mark> accepted =
                marks.stream().filter(m -> people.contains(m.key())).toList();
        long outer = accepted.stream().filter(m -> !m.inner()).count();
        boolean strict = scheme == Scheme.TAB
                        && accepted.stream()
                                .noneMatch(m ->
                                        m.form().filter(f -> f == NameForm.ROLE).isPresent())
                || scheme == Scheme.NAME_DASH
                || scheme == Scheme.OWN_LINE
                || scheme == Scheme.BRACKETS
                || scheme == Scheme.NAME_TIME
                || scheme == Scheme.STOP
                        && accepted.stream()
                                .noneMatch(m ->
                                        m.form().filter(NameForm::isTelling).isPresent());
        double minimum = scheme == Scheme.STOP ? 2 * COMMON : scheme == Scheme.OWN_LINE ? 0.6 * COMMON : COMMON;
        return strict && !told && outer < minimum * beginnings ? List.of() : accepted;
    }

    /** Removes words with a colon that always go on with the sentence of the line above, where those who recur begin after its end. */
    private void removeThoseWithin(Map<String, List<Mark>> byName) {
        List<Mark> recurring = byName.values().stream()
                .filter(of -> of.size() > 2)
                .flatMap(List::stream)
                .toList();
        long within = recurring.stream().filter(m -> cut.isWithin(m.line())).count();
        if (!recurring.isEmpty() && within <= (1 - NEARLY_ALL) * recurring.size()) {
            byName.values()
                    .removeIf(of -> of.stream().allMatch(m -> !m.inner() && cut.isWithin(m.line()))
                            && of.get(0).form().filter(NameForm::isTelling).isEmpty()
                            && !given.contains(of.get(0).key()));
        }
    }

    /** Full names whose initials also occur as a name, together with those initials. */
    private static Set<String> paired(Set<String> keys) {
        Set<String> result = new HashSet<>();
        for (String key : keys) {
            if (key.indexOf(' ') > 0) {
                SpeakerNames.allInitials(key).stream().filter(keys::contains).forEach(initials -> {
                    result.add(key);
                    result.add(initials);
                });
            }
        }
        return result;
    }

    /** Whether most turns end with a full stop, so that a line without one is probably not speech. */
    private boolean stops(List<Mark> marks) {
        long ended = marks.stream()
                .map(m -> lines.get(m.line()).place().of(text))
                .filter(t -> Sentence.endsFully(t) || Sentence.asks(t))
                .count();
        return ended > NEARLY_ALL * marks.size();
    }

    /** Whether a line is a header field rather than a turn: {@code Length: 30 minutes}. */
    private boolean isField(Mark mark) {
        int next = mark.line() + 1;
        boolean whole = next == lines.size()
                || lines.get(next).blanks() > 0
                || !lines.get(next).isFree()
                || FrontMatter.isField(lines.get(next).place().of(text));
        return whole
                && mark.form()
                        .filter(f -> f == NameForm.ROLE || f == NameForm.ADDRESS)
                        .isEmpty()
                && !mark.alone()
                && (isName(text.substring(
                                mark.end(), lines.get(mark.line()).place().end()))
                        || !Sentence.ends(lines.get(mark.line()).place().of(text)));
    }

    /** Whether a field's value is somebody's name or initials: {@code Interview: A. B.} */
    private static boolean isName(String value) {
        return INITIALS.matcher(value).matches()
                || value.strip().indexOf(' ') > 0
                        && NameForm.of(value).filter(NameForm::isWrittenInFull).isPresent();
    }

    /** Whether the name before the colon is in brackets. */
    private boolean isBracketed(Mark mark) {
        int at = mark.start();
        while (at < mark.end() && "*_ ".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return mark.scheme() == Scheme.COLON && !mark.timed() && at < mark.end() && text.charAt(at) == '[';
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

    /** Whether a label stands before questions. */
    private boolean isAsking(List<Mark> marks) {
        long asked = marks.stream()
                .filter(m -> Sentence.asks(lines.get(m.line()).place().of(text)))
                .count();
        return asked >= 2 && asked * 2 >= marks.size();
    }

    /** Whether a paragraph is set in bold or italics as a whole, as a title is, name and all. */
    private boolean isTitle(Mark mark) {
        Line line = lines.get(mark.line());
        return !mark.alone()
                && line.block().emphases().stream()
                        .anyMatch(e -> e.place().start() <= line.place().start()
                                && e.place().end() >= line.block().place().end());
    }

    private static boolean isLow(Mark mark) {
        return mark.name().filter(n -> Character.isLowerCase(n.codePointAt(0))).isPresent();
    }

    /** Whether words that may begin a sentence stand before enough paragraphs, with a sign behind them, to be a name. */
    private boolean isLabel(Scheme scheme, List<Mark> marks) {
        boolean sign = scheme == Scheme.COLON
                || scheme == Scheme.BRACKETS
                || scheme == Scheme.TAB
                || marks.stream().allMatch(Mark::timed);
        return sign && scheme != Scheme.STOP && marks.size() >= SMALL_SHARE * beginnings;
    }

    private boolean mayRecur(Scheme scheme, List<Mark> marks) {
        if (scheme != Scheme.OWN_LINE) {
            return true;
        }
        // A name on a line of its own must have speech below it.
        long spoken =
                marks.stream().filter(m -> candidates.isSpeechBelow(m.line())).count();
        return spoken * 2 > marks.size();
    }

    private boolean maySpeakOnce(
            Scheme scheme,
            Mark mark,
            int recurring,
            boolean usual,
            Map<NameForm, Integer> forms,
            List<Mark> marks,
            UsualNames usualNames) {
        if (mark.isAddress()) {
            return scheme == Scheme.STOP || scheme == Scheme.COLON || scheme == Scheme.NAME_TIME;
        }
        NameForm form = mark.form().orElse(NameForm.SMALL);
        if (scheme == Scheme.OWN_LINE && usual && usualNames.isLike(mark, lines, text, candidates)) {
            return true;
        }
        if (!form.standsAlone()
                || isOrdinary(mark.key(), form)
                || scheme == Scheme.COLON && (candidates.isWithinSentence(mark) || isTitle(mark))
                || form == NameForm.CASELESS && usualNames.differ(mark)) {
            return false;
        }
        if (recurring == 0
                && scheme == Scheme.COLON
                && marks.size() == 1
                && mark.key().contains(" ")
                && isOnly(mark)) {
            // A monologue whose only speaker is named once.
            return true;
        }
        if (recurring == 0) {
            // Everybody speaks once; then nearly every paragraph must have a name.
            boolean capitals = scheme == Scheme.TAB && mark.timed() && form == NameForm.CAPITALS;
            return (scheme == Scheme.COLON || scheme == Scheme.BOLD_NAME || capitals)
                    && marks.stream().filter(m -> !m.inner()).count() * 2 >= beginnings
                    && (beginnings > 1 || mark.key().contains(" ") || form == NameForm.ROLE || isOnly(mark));
        }
        boolean title = mark.line() == 0
                && !mark.inner()
                && !Sentence.ends(lines.get(0).place().of(text))
                && !mark.alone();
        if (title || lines.get(mark.line()).block().style() == org.tapescript.domain.Block.Style.HEADING) {
            return false;
        }
        int most = forms.values().stream().mapToInt(Integer::intValue).sum();
        int capitals = forms.getOrDefault(NameForm.CAPITALS, 0) + forms.getOrDefault(NameForm.ADDRESS, 0);
        boolean styled =
                form == NameForm.ROLE || (form == NameForm.CAPITALS ? capitals > 0.1 * most : capitals < 0.9 * most);
        return switch (scheme) {
            case COLON, BOLD_NAME -> styled;
            case STOP ->
                styled && usual && form != NameForm.TITLED
                        || mark.name().orElse("").matches("(?:Mr|Mrs|Ms|Dr)\\.? .*");
            case NAME_TIME -> styled && usual && mark.timed();
            case OWN_LINE ->
                styled
                        && usual
                        && (mark.timed()
                                || (isPerson(mark, form) || standsLikeOthers(mark, marks))
                                        && candidates.isSpeechBelow(mark.line()));
            case TAB, NAME_DASH, BRACKETS -> styled && usual && recurring >= 2 * COMMON * beginnings;
            default -> false;
        };
    }

    /** Whether a full name touches the speech below it, as all others do; a heading would have a blank line or a name below. */
    private boolean standsLikeOthers(Mark mark, List<Mark> marks) {
        Set<Integer> named = new HashSet<>();
        marks.forEach(m -> named.add(m.line()));
        return mark.key().indexOf(' ') > 0
                && !named.contains(mark.line() + 1)
                && marks.stream()
                        .map(m -> m.line() + 1)
                        .allMatch(below -> below < lines.size()
                                && lines.get(below).blanks() == 0
                                && lines.get(below).isFree());
    }

    private static boolean isPerson(Mark mark, NameForm form) {
        String name = mark.name().orElse("");
        return form == NameForm.ROLE || !NameForm.withoutTitle(name).equals(name);
    }

    /** Whether the text is a single turn: it begins with a name, a colon and a sentence. */
    boolean isOnly(Mark mark) {
        return candidates.isFirst(mark.line())
                && Sentence.endsFully(
                        lines.get(mark.line()).block().layout() == Layout.PARAGRAPH
                                ? lines.get(mark.line()).block().place().of(text)
                                : lines.get(mark.line()).place().of(text));
    }
}
