package org.tapescript.subtitle;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.domain.Cue;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/**
 * Makes subtitles of turns. Where to cut a turn is solved as a whole, by dynamic programming over the cost of each break, of
 * cues too short, too long or too fast, and of pauses within a cue. Words that were not found are shown where a few of them
 * stand among words that were; times come from words found alone.
 */
public final class CueBuilder {
    /** More words in a row than this without a time are left out, and end the cue. */
    private static final int FEW = 3;
    /** A pause of this many seconds should end a cue. */
    private static final double BREATH = 0.6;

    private static final double LONG_PAUSE = 1.5;
    private static final double CUE_COST = 3;
    private static final double IMPOSSIBLE = 1e9;
    /** After the last word a cue may stay this long for its reader. */
    private static final double LINGER = 1.0;

    private final CueRules rules;
    private final LineBreaker breaker;

    public CueBuilder(CueRules rules) {
        this.rules = rules;
        this.breaker = new LineBreaker(rules);
    }

    /** Cues in order of time, none overlapping another. */
    public List<Cue> build(SyncedTranscript transcript) {
        List<Draft> drafts = new ArrayList<>();
        for (Turn turn : transcript.turns()) {
            for (List<Word> stretch : stretches(turn)) {
                split(stretch).forEach(words -> drafts.add(new Draft(turn.speaker(), words)));
            }
        }
        return time(drafts, transcript.seconds());
    }

    private record Draft(String speaker, List<Word> words) {
        double start() {
            return words.stream()
                    .flatMap(w -> w.span().stream())
                    .findFirst()
                    .orElseThrow()
                    .startSeconds();
        }

        double end() {
            return words.stream()
                    .flatMap(w -> w.span().stream())
                    .reduce((a, b) -> b)
                    .orElseThrow()
                    .endSeconds();
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
            if (word.span().isEmpty()) {
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

    private List<List<Word>> split(List<Word> words) {
        int n = words.size();
        double[] best = new double[n + 1];
        int[] from = new int[n + 1];
        for (int j = 1; j <= n; j++) {
            best[j] = Double.POSITIVE_INFINITY;
            int characters = 0;
            for (int i = j - 1; i >= 0; i--) {
                characters += LineBreaker.length(words.get(i).text()) + 1;
                if (characters - 1 > rules.lineLength() * rules.lines() && i < j - 1) {
                    break;
                }
                double cost = best[i] + cost(words, i, j);
                if (cost < best[j]) {
                    best[j] = cost;
                    from[j] = i;
                }
            }
        }
        List<List<Word>> result = new ArrayList<>();
        for (int j = n; j > 0; j = from[j]) {
            result.add(0, words.subList(from[j], j));
        }
        return merged(result);
    }

    /** A cue of words without any time goes with the one before it. */
    private static List<List<Word>> merged(List<List<Word>> cues) {
        List<List<Word>> result = new ArrayList<>();
        for (List<Word> cue : cues) {
            if (cue.stream().anyMatch(w -> w.span().isPresent()) || result.isEmpty()) {
                result.add(cue);
            }
        }
        return result;
    }

    private double cost(List<Word> words, int from, int to) {
        List<Word> cue = words.subList(from, to);
        List<String> texts = cue.stream().map(Word::text).toList();
        if (cue.stream().noneMatch(w -> w.span().isPresent())) {
            return IMPOSSIBLE;
        }
        double cost = CUE_COST + (breaker.fits(texts) ? 0 : IMPOSSIBLE);
        Draft draft = new Draft("", cue);
        double after = nextStart(words, to);
        double shown = Math.min(after - rules.gapSeconds(), draft.end() + LINGER) - draft.start();
        int characters = LineBreaker.length(String.join(" ", texts));
        cost += 40 * Math.max(0, rules.minSeconds() - shown);
        cost += 60 * Math.max(0, draft.end() - draft.start() - rules.maxSeconds());
        cost += 2 * Math.max(0, characters / Math.max(0.1, shown) - rules.charactersPerSecond());
        for (int i = from + 1; i < to; i++) {
            double pause = pause(words, i);
            cost += pause > LONG_PAUSE ? 30 : pause > BREATH ? 4 : 0;
            // A sentence that ends inside is harmless, but a break there would have been better.
            cost += BreakCost.between(words.get(i - 1).text(), words.get(i).text()) == 0 ? 2 : 0;
        }
        if (to < words.size()) {
            double grammar =
                    BreakCost.between(words.get(to - 1).text(), words.get(to).text());
            cost += Math.max(0, grammar - (pause(words, to) > BREATH ? 4 : 0));
        }
        return cost;
    }

    private static double pause(List<Word> words, int i) {
        return words.get(i - 1).span().isPresent() && words.get(i).span().isPresent()
                ? words.get(i).span().get().startSeconds()
                        - words.get(i - 1).span().get().endSeconds()
                : 0;
    }

    private static double nextStart(List<Word> words, int from) {
        for (int i = from; i < words.size(); i++) {
            if (words.get(i).span().isPresent()) {
                return words.get(i).span().get().startSeconds();
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private List<Cue> time(List<Draft> drafts, double total) {
        List<Draft> sorted = new ArrayList<>(drafts);
        sorted.sort(java.util.Comparator.comparingDouble(Draft::start));
        List<Cue> cues = new ArrayList<>();
        long gap = Math.round(rules.gapSeconds() * 1000);
        long earliest = 0;
        for (int i = 0; i < sorted.size(); i++) {
            Draft draft = sorted.get(i);
            long start = Math.max(earliest, Math.round(draft.start() * 1000));
            long next = i + 1 < sorted.size()
                    ? Math.round(sorted.get(i + 1).start() * 1000)
                    : Math.round(total * 1000) + gap;
            int characters = LineBreaker.length(String.join(" ", draft.texts()));
            double wanted = Math.max(rules.minSeconds(), characters / rules.charactersPerSecond());
            double end = Math.max(draft.end(), Math.min(start / 1000.0 + wanted, draft.end() + LINGER));
            end = Math.min(end, start / 1000.0 + Math.max(rules.maxSeconds(), 0.1));
            // Two cues that begin together cannot both keep their time: each is shown for a moment at least.
            long stop = Math.max(Math.min(Math.round(end * 1000), next - gap), start + 100);
            cues.add(new Cue(
                    draft.speaker(),
                    new TimeSpan(start * 1000, stop * 1000),
                    breaker.lines(draft.texts()).orElse(draft.texts())));
            earliest = stop + gap;
        }
        return cues;
    }
}
