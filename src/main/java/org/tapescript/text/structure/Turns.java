package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tapescript.domain.Block.Layout;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;
import org.tapescript.domain.ParagraphKind;

/** Assigns a speaker to each paragraph: by the names in the marks, or by alternation if there are none. */
final class Turns {
    static final String INTERVIEWER = org.tapescript.domain.SpeakerNames.INTERVIEWER;
    static final String GUEST = org.tapescript.domain.SpeakerNames.GUEST;
    private static final double CERTAIN = 0.97;

    /** Share of marks that must be questions if only questions are marked. */
    private static final double ASKING = 0.7;

    /** Words from which on what nothing parts may be several people's. */
    private static final int MIN_UNPARTED = 40;
    /** Marks, at most, that leave it open whether all turns have theirs. */
    private static final int FEW_MARKS = 3;

    private final String text;
    private final List<Passage> passages;
    private final ParagraphKind[] kinds;
    private final String[] speakers;
    private final List<Doubt> doubts;

    /** @param kinds are put right where alternation finds turns, or their ends */
    Turns(String text, List<Passage> passages, ParagraphKind[] kinds, List<Doubt> doubts) {
        this.text = text;
        this.passages = passages;
        this.kinds = kinds;
        this.speakers = new String[kinds.length];
        this.doubts = doubts;
    }

    /** Who speaks each paragraph; null where nobody does. */
    String[] speakers() {
        return speakers;
    }

    private int line(int i) {
        return passages.get(i).block().line();
    }

    private Optional<Mark> mark(int i) {
        return passages.get(i).mark;
    }

    private boolean asks(int i) {
        return Sentence.asks(passages.get(i).place().of(text));
    }

    /** Marks with names; an unmarked paragraph continues the previous turn. */
    void byName(SpeakerNames names) {
        String current = null;
        Map<String, Integer> turns = new HashMap<>();
        OneNamedSpeaker other = OneNamedSpeaker.of(text, passages, kinds);
        for (int i = 0; i < kinds.length; i++) {
            if (other.opens(i)) {
                kinds[i] = ParagraphKind.TURN;
                current = names.other().orElse(other.asks() ? INTERVIEWER : GUEST);
            }
            Optional<String> name = mark(i).flatMap(Mark::name);
            if (name.isPresent() && kinds[i].isSpoken()) {
                current = names.of(name.get());
                turns.merge(current, 1, Integer::sum);
            }
            if (kinds[i].isSpoken()) {
                speakers[i] = current;
            }
        }
        String first = current == null ? GUEST : opensUnmarked() ? longestSpeaker() : firstSpeaker();
        for (int i = 0; i < kinds.length; i++) {
            speakers[i] = kinds[i].isSpoken() && speakers[i] == null ? first : speakers[i];
            boolean opens = mark(i).isPresent();
            if (opens
                    && speakers[i] != null
                    && mark(i).flatMap(Mark::name).filter(names::isMisspelt).isPresent()) {
                String written = mark(i).flatMap(Mark::name).orElseThrow();
                doubts.add(new Doubt(line(i), DoubtCode.MISSPELT_NAME, List.of(written, speakers[i]), 0.35));
            } else if (opens && speakers[i] != null && turns.getOrDefault(speakers[i], 0) == 1 && turns.size() > 2) {
                doubts.add(new Doubt(line(i), DoubtCode.RARE_NAME, List.of(speakers[i]), 0.3));
            } else if (!opens && kinds[i] == ParagraphKind.CONTINUATION && i > 0 && asks(i - 1)) {
                doubts.add(new Doubt(line(i), DoubtCode.ANSWER_UNNAMED, 0.4));
            }
        }
    }

    private String firstSpeaker() {
        for (String speaker : speakers) {
            if (speaker != null) {
                return speaker;
            }
        }
        return GUEST;
    }

    private boolean opensUnmarked() {
        int i = 0;
        while (i < kinds.length && !kinds[i].isSpoken()) {
            i++;
        }
        return i < kinds.length
                && kinds[i] == ParagraphKind.TURN
                && mark(i).isEmpty()
                && i + 1 < kinds.length
                && mark(i + 1).isEmpty();
    }

    /** The speaker with the most text: whoever answers has also given the talk before. */
    private String longestSpeaker() {
        Map<String, Integer> said = new HashMap<>();
        for (int i = 0; i < kinds.length; i++) {
            if (speakers[i] != null) {
                said.merge(speakers[i], passages.get(i).end - passages.get(i).start, Integer::sum);
            }
        }
        return said.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(GUEST);
    }

    /** No marks, and the only speaker is named in the data before the text. */
    void byOneName(String name) {
        boolean first = true;
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i].isSpoken()) {
                kinds[i] = first ? ParagraphKind.TURN : ParagraphKind.CONTINUATION;
                speakers[i] = name;
                if (first) {
                    doubts.add(new Doubt(line(i), DoubtCode.ONE_VOICE, 0.5));
                }
                first = false;
            }
        }
    }

    /** Marks of which only some have names: a mark without one returns to the previous speaker. */
    void bySomeNames(SpeakerNames names) {
        String current = "";
        String before = "";
        Set<String> known = new LinkedHashSet<>();
        for (Passage p : passages) {
            p.mark.flatMap(Mark::name).ifPresent(n -> known.add(names.of(n)));
        }
        for (int i = 0; i < kinds.length; i++) {
            if (mark(i).isPresent()) {
                Optional<String> name = mark(i).get().name().map(names::of);
                String avoid = current;
                String next = name.orElse(
                        before.isEmpty()
                                ? known.stream()
                                        .filter(n -> !n.equals(avoid))
                                        .findFirst()
                                        .orElse(GUEST)
                                : before);
                if (!next.equals(current)) {
                    before = current;
                }
                current = next;
            }
            if (kinds[i].isSpoken()) {
                speakers[i] = current.isEmpty() ? GUEST : current;
            }
        }
    }

    /** Marks without names, or no marks: two speakers alternate, as questions and answers suggest. */
    void byAlternation(Scheme scheme, List<String> given) {
        boolean marked = scheme != Scheme.NONE;
        List<Integer> spoken = new ArrayList<>();
        List<Alternation.Part> parts = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i].isSpoken()) {
                spoken.add(i);
                int words =
                        Repetition.normalise(passages.get(i).place().of(text)).size();
                parts.add(new Alternation.Part(mark(i).isPresent(), asks(i), words));
            }
        }
        boolean questions = scheme.asks() || scheme == Scheme.DASH && onlyQuestions(parts);
        boolean monologue = !marked && parts.stream().noneMatch(Alternation.Part::question);
        Alternation alternation = new Alternation(parts, marked);
        int[] who = alternation.speakers();
        int opening = questions ? Alternation.INTERVIEWER : monologue || who.length == 0 ? Alternation.GUEST : who[0];
        int marks = scheme.asks() && onlyAnswers(parts) ? Alternation.GUEST : Alternation.INTERVIEWER;
        for (int k = 0; k < spoken.size(); k++) {
            int i = spoken.get(k);
            boolean turn = k == 0 || who[k] != who[k - 1];
            int speaker = who[k];
            if (questions) {
                speaker = mark(i).isPresent() ? marks : 1 - marks;
                turn = k == 0 || speaker == marks || mark(spoken.get(k - 1)).isPresent();
            } else if (monologue) {
                speaker = Alternation.GUEST;
                turn = k == 0;
            } else if (marked && k > 0) {
                doubtChange(k, i, turn, alternation.changes(k), parts);
            }
            kinds[i] = turn ? ParagraphKind.TURN : ParagraphKind.CONTINUATION;
            speakers[i] = name(given, speaker, opening);
        }
        int words = parts.stream().mapToInt(Alternation.Part::words).sum();
        boolean asOne = parts.size() == 1 || monologue && isMadeOfCues(spoken);
        if (!marked && asOne && words >= MIN_UNPARTED) {
            doubts.add(new Doubt(line(spoken.get(0)), DoubtCode.UNPARTED, 0.9));
        } else if (marked && isMadeOfCues(spoken) && isHardlyMarked(spoken, words)) {
            doubts.add(new Doubt(line(spoken.get(0)), DoubtCode.FEW_MARKS, 0.9));
        } else if (!marked && parts.size() > 1) {
            doubts.add(new Doubt(line(spoken.get(0)), monologue ? DoubtCode.ONE_VOICE : DoubtCode.NO_MARKS, 0.9));
        }
    }

    /** Whether marks are so few that they may be those of the subtitles alone that two people share. */
    private boolean isHardlyMarked(List<Integer> spoken, int words) {
        long marks = spoken.stream().filter(i -> mark(i).isPresent()).count();
        return marks <= FEW_MARKS && words >= MIN_UNPARTED * (marks + 1);
    }

    /** Whether paragraphs are what pauses made of subtitles. */
    private boolean isMadeOfCues(List<Integer> spoken) {
        return spoken.stream().allMatch(i -> passages.get(i).block().layout() == Layout.CUE);
    }

    /** Whether only questions are marked: nearly every mark is a question and hardly anything else is. */
    private static boolean onlyQuestions(List<Alternation.Part> parts) {
        int marked = 0;
        int asked = 0;
        int unmarked = 0;
        int answered = 0;
        for (int k = 0; k < parts.size(); k++) {
            boolean mark = parts.get(k).marked();
            marked += mark ? 1 : 0;
            asked += mark && parts.get(k).question() ? 1 : 0;
            unmarked += !mark && !parts.get(k).question() ? 1 : 0;
            answered += mark && k + 1 < parts.size() && !parts.get(k + 1).marked() ? 1 : 0;
        }
        return marked >= 3
                && asked >= ASKING * marked
                && answered >= ASKING * marked
                && unmarked >= ASKING * (parts.size() - marked);
    }

    /** Whether, conversely, only answers are marked. */
    private static boolean onlyAnswers(List<Alternation.Part> parts) {
        long marked = parts.stream().filter(p -> p.marked() && p.question()).count();
        long unmarked = parts.stream().filter(p -> !p.marked() && p.question()).count();
        return unmarked > 2 * marked;
    }

    private static String name(List<String> given, int speaker, int opening) {
        int order = speaker == opening ? 0 : 1;
        if (order < given.size()) {
            return given.get(order);
        }
        return speaker == Alternation.INTERVIEWER ? INTERVIEWER : GUEST;
    }

    private void doubtChange(int k, int i, boolean turn, double change, List<Alternation.Part> parts) {
        Alternation.Part part = parts.get(k);
        Alternation.Part before = parts.get(k - 1);
        if (!part.marked() && turn) {
            doubts.add(new Doubt(line(i), DoubtCode.MARK_MISSING, 0.5 + change / 2));
        } else if (!part.marked() && before.question()) {
            doubts.add(new Doubt(line(i), DoubtCode.ANSWER_UNMARKED, Math.max(0.3, change)));
        } else if (!part.marked() && 1 - change < CERTAIN) {
            doubts.add(new Doubt(line(i), DoubtCode.CHANGE_UNMARKED, change));
        } else if (part.marked() && before.question() && part.question()) {
            doubts.add(
                    new Doubt(line(i), DoubtCode.QUESTION_AFTER_QUESTION, Math.max(0.15, Math.min(0.6, 1 - change))));
        } else if (part.marked() && change < 0.5) {
            doubts.add(new Doubt(line(i), DoubtCode.MARK_UNFIT, 1 - change));
        }
    }
}
