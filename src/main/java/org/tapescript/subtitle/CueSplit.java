package org.tapescript.subtitle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tapescript.domain.CueEdge;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Word;

/**
 * Cuts words that one speaker says into cues. Solved as a whole, by dynamic programming over all places to cut: first as few breaches
 * of the rules as there can be, then the best places.
 */
final class CueSplit {
    /** A pause of this many seconds should end a cue. */
    private static final double BREATH = 0.6;

    private static final double LONG_PAUSE = 1.5;
    private static final double CUE_COST = 3;
    /** Outweighs all that can be gained by good places. */
    private static final double BREACH = 1e5;

    private static final double IMPOSSIBLE = 1e12;
    /** A cue without a time cannot be shown at all. */
    private static final double TIMELESS = 1e14;

    private final CueRules rules;
    private final CueTimes times;
    private final List<Word> words;
    private final double limit;
    private final int[] lengths;
    /** When each word begins and ends, in seconds; not a number where that is not known. */
    private final double[] starts;

    private final double[] ends;
    private final double[] breaks;
    /** What an editor chose for the place before a word; null for nothing. */
    private final CueEdge[] edges;

    /**
     * @param words at least the first of which has a time
     * @param limit second at which what follows begins
     * @param edges before which words an editor cuts, or does not, by their ids
     */
    CueSplit(CueRules rules, List<Word> words, double limit, Map<String, CueEdge> edges) {
        this.rules = rules;
        this.times = new CueTimes(rules);
        this.words = words;
        this.limit = limit;
        this.lengths =
                words.stream().mapToInt(w -> LineBreaker.length(w.text())).toArray();
        this.starts = words.stream()
                .mapToDouble(w -> w.span().map(TimeSpan::startSeconds).orElse(Double.NaN))
                .toArray();
        this.ends = words.stream()
                .mapToDouble(w -> w.span().map(TimeSpan::endSeconds).orElse(Double.NaN))
                .toArray();
        this.breaks = new double[words.size()];
        for (int i = 1; i < breaks.length; i++) {
            breaks[i] = BreakCost.between(words.get(i - 1).text(), words.get(i).text());
        }
        this.edges = new CueEdge[words.size()];
        // A cue has a time: cuts that leave one without are no cuts.
        int cut = 0;
        for (int i = 1; i < words.size(); i++) {
            CueEdge edge = edges.get(words.get(i).id());
            boolean possible =
                    edge != CueEdge.CUT || !Double.isNaN(start(cut, i)) && !Double.isNaN(start(i, words.size()));
            this.edges[i] = possible ? edge : null;
            cut = this.edges[i] == CueEdge.CUT ? i : cut;
        }
    }

    /** The cues' words, in order. */
    List<List<Word>> best() {
        int n = words.size();
        double[] best = new double[n + 1];
        int[] from = new int[n + 1];
        for (int j = 1; j <= n; j++) {
            best[j] = Double.POSITIVE_INFINITY;
            int characters = -1;
            for (int i = j - 1; i >= 0; i--) {
                characters += lengths[i] + 1;
                if (i < j - 1
                        && (edges[i + 1] == CueEdge.CUT
                                || characters >= (rules.lineLength() + 1) * rules.lines()
                                        && edges[i + 1] != CueEdge.JOINED
                                        && best[i + 1] < TIMELESS
                                        && !Double.isNaN(start(i + 1, j)))) {
                    break;
                }
                if (i > 0 && edges[i] == CueEdge.JOINED) {
                    continue;
                }
                double cost = best[i] + cost(i, j, characters);
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
        return result;
    }

    private double cost(int from, int to, int characters) {
        double first = start(from, to);
        if (Double.isNaN(first)) {
            return TIMELESS;
        }
        if (!fits(from, to)) {
            // Only what an editor joined is as long as that, and then no longer than it must be.
            return IMPOSSIBLE + BREACH * (to - from);
        }
        double last = end(from, to);
        double seconds = times.seconds(first, last, nextStart(to), characters, to - from);
        double cost = CUE_COST + breaches(from, to, characters, seconds) * BREACH;
        double reading = CueCheck.readingSeconds(characters, to - from, rules);
        cost += 40 * Math.max(0, rules.minSeconds() - seconds);
        cost += 60 * Math.max(0, last - first - rules.maxSeconds());
        cost += 20 * Math.max(0, reading - seconds);
        for (int i = from + 1; i < to; i++) {
            double pause = pause(i);
            cost += pause > LONG_PAUSE ? 30 : pause > BREATH ? 4 : 0;
            // A sentence that ends inside is harmless, but a break there would have been better.
            cost += breaks[i] == 0 ? 2 : 0;
        }
        if (to < words.size()) {
            cost += Math.max(0, breaks[to] - (pause(to) > BREATH ? 4 : 0));
        }
        return cost;
    }

    private int breaches(int from, int to, int characters, double seconds) {
        int n = 0;
        n += to - from == 1 && lengths[from] > rules.lineLength() ? 1 : 0;
        n += CueCheck.isTooFast(characters, to - from, seconds, rules) ? 1 : 0;
        n += CueCheck.isTooShort(seconds, rules) ? 1 : 0;
        n += CueCheck.isTooLong(seconds, rules) ? 1 : 0;
        return n;
    }

    /** Whether words can be broken into lines; a single one may be longer than a line, for it cannot be helped. */
    private boolean fits(int from, int to) {
        if (to - from == 1) {
            return true;
        }
        int lines = 1;
        int length = -1;
        for (int i = from; i < to; i++) {
            if (lengths[i] > rules.lineLength()) {
                return false;
            }
            if (length + 1 + lengths[i] > rules.lineLength()) {
                lines++;
                length = lengths[i];
            } else {
                length += 1 + lengths[i];
            }
        }
        return lines <= rules.lines();
    }

    private double start(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(starts[i])) {
                return starts[i];
            }
        }
        return Double.NaN;
    }

    private double end(int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (!Double.isNaN(ends[i])) {
                return ends[i];
            }
        }
        throw new IllegalStateException("words with a time have a last one");
    }

    private double nextStart(int from) {
        double next = start(from, words.size());
        return Double.isNaN(next) ? limit : Math.min(next, limit);
    }

    private double pause(int i) {
        double pause = starts[i] - ends[i - 1];
        return Double.isNaN(pause) ? 0 : pause;
    }
}
