package org.tapescript.subtitle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tapescript.domain.Cue;
import org.tapescript.domain.CueEdge;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/**
 * Makes subtitles of turns: each is cut into cues ({@link CueSplit}), cues are given times and lines, and short turns that would flash
 * by share a cue if the rules let them. Words that were not found are shown where a few of them stand among words that were; times
 * come from words found alone. Where an editor chose to cut or to join, it is so whatever the rules say. Whoever makes them again and
 * again keeps the builder: what an edit leaves as it was costs little the next time.
 */
public final class CueBuilder {
    /** More words in a row than this without a time are left out, and end the cue. */
    private static final int FEW = 3;
    /** Turns that share a cue follow each other within this many seconds. */
    private static final double AT_ONCE = 0.6;

    private static final String DASH = "-";

    private final CueRules rules;
    private final StretchCuts cuts;
    private final CueTimes times;

    public CueBuilder(CueRules rules) {
        this.rules = rules;
        this.cuts = new StretchCuts(rules);
        this.times = new CueTimes(rules);
    }

    /** Cues in order of time, none overlapping another. */
    public synchronized List<Cue> build(SyncedTranscript transcript) {
        List<Draft> stretches = new ArrayList<>();
        for (Turn turn : transcript.turns()) {
            stretches(turn).forEach(words -> stretches.add(Draft.of(turn.speaker(), words, List.of())));
        }
        stretches.sort(Comparator.comparingDouble(Draft::start));
        List<Draft> drafts = new ArrayList<>();
        double end = end(transcript, stretches);
        cuts.begin(transcript.cueEdges());
        for (int i = 0; i < stretches.size(); i++) {
            Draft stretch = stretches.get(i);
            double limit = i + 1 < stretches.size() ? stretches.get(i + 1).start() : end;
            cuts.of(stretch.words, limit)
                    .forEach(piece -> drafts.add(Draft.of(stretch.speaker, piece.words(), piece.lines())));
        }
        drafts.sort(Comparator.comparingDouble(Draft::start));
        return cues(drafts, end, transcript.cueEdges());
    }

    /** Until when the last cue may be shown, as if something followed. */
    private double end(SyncedTranscript transcript, List<Draft> stretches) {
        double last = stretches.stream().mapToDouble(Draft::end).max().orElse(0);
        return Math.max(transcript.seconds(), last) + rules.gapSeconds();
    }

    /** Words of which at least one has a time; from the first that has one to the last. */
    private record Draft(String speaker, List<Word> words, List<String> lines, double start, double end) {
        static Draft of(String speaker, List<Word> words, List<String> lines) {
            int first = 0;
            while (!words.get(first).isTimed()) {
                first++;
            }
            int last = words.size() - 1;
            while (!words.get(last).isTimed()) {
                last--;
            }
            return new Draft(
                    speaker,
                    words,
                    lines,
                    words.get(first).span().orElseThrow().startSeconds(),
                    words.get(last).span().orElseThrow().endSeconds());
        }

        List<String> texts() {
            return words.stream().map(Word::text).toList();
        }
    }

    /** Runs of a turn's words that have times, a few without among them. */
    private static List<List<Word>> stretches(Turn turn) {
        List<List<Word>> result = new ArrayList<>();
        List<Word> open = new ArrayList<>();
        List<Word> missing = new ArrayList<>();
        for (Word word : turn.words()) {
            if (!word.isTimed()) {
                missing.add(word);
                continue;
            }
            if (missing.size() > FEW && !open.isEmpty()) {
                result.add(open);
                open = new ArrayList<>();
            } else if (!open.isEmpty()) {
                open.addAll(missing);
            }
            missing = new ArrayList<>();
            open.add(word);
        }
        if (!open.isEmpty()) {
            result.add(open);
        }
        return result;
    }

    private List<Cue> cues(List<Draft> drafts, double total, Map<String, CueEdge> edges) {
        List<Cue> cues = new ArrayList<>();
        double earliest = 0;
        for (int i = 0; i < drafts.size(); i++) {
            Cue cue = cue(List.of(drafts.get(i)), next(drafts, i + 1, total), earliest);
            if (rules.twoSpeakers()
                    && i + 1 < drafts.size()
                    && edges.get(drafts.get(i + 1).words.get(0).id()) != CueEdge.CUT
                    && mayShare(drafts.get(i), drafts.get(i + 1))) {
                Cue second = cue(List.of(drafts.get(i + 1)), next(drafts, i + 2, total), times.after(cue.time()));
                Cue both = cue(drafts.subList(i, i + 2), next(drafts, i + 2, total), earliest);
                if (breaches(both) < breaches(cue) + breaches(second)) {
                    cue = both;
                    i++;
                }
            }
            cues.add(cue);
            earliest = times.after(cue.time());
        }
        return cues;
    }

    private int breaches(Cue cue) {
        return CueCheck.of(cue, rules).size();
    }

    private static double next(List<Draft> drafts, int index, double total) {
        return index < drafts.size() ? drafts.get(index).start() : total;
    }

    private boolean mayShare(Draft a, Draft b) {
        return rules.lines() > 1
                && !a.speaker.equals(b.speaker)
                && b.start() - a.end() <= AT_ONCE
                && LineBreaker.length(dashed(a)) <= rules.lineLength()
                && LineBreaker.length(dashed(b)) <= rules.lineLength();
    }

    /** The hyphen is without a space, as Netflix has it. */
    private static String dashed(Draft draft) {
        return DASH + String.join(" ", draft.texts());
    }

    private Cue cue(List<Draft> drafts, double next, double earliest) {
        List<Cue.Part> parts = drafts.stream()
                .map(d -> new Cue.Part(d.speaker, d.words, drafts.size() > 1 ? List.of(dashed(d)) : d.lines))
                .toList();
        int words = parts.stream().mapToInt(p -> p.words().size()).sum();
        String text =
                String.join(" ", parts.stream().flatMap(p -> p.lines().stream()).toList());
        double end = drafts.stream().mapToDouble(Draft::end).max().orElseThrow();
        TimeSpan span = times.span(drafts.get(0).start(), end, next, LineBreaker.length(text), words, earliest);
        return new Cue(parts, span);
    }
}
