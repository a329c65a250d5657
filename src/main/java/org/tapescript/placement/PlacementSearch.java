package org.tapescript.placement;

import java.util.Arrays;

/**
 * Assigns sentences to the islands of a tape, in order: each takes some islands in one voice; islands may be passed over, for
 * not everything said is printed, and so may sentences, for not everything printed is said. A semi-Markov model with the voices
 * as states (segmental HMM; M. Ostendorf et al. 1996, IEEE Trans. Speech and Audio Processing 4); time grows with sentences,
 * islands and the number of islands that a sentence may take.
 */
final class PlacementSearch {
    /** What the search weighs, all in natural logarithms. */
    interface Evidence {
        int sentences();

        int islands();

        int voices();

        /** How many sentences, a sentence and those behind it, may be said without a pause, at most {@link #TOGETHER}. */
        int together(int sentence);

        /** Islands {@code [from, e)} may be those of so many sentences if {@code e} is at most this. */
        int last(int sentence, int count, int from);

        /** For so many sentences that take islands {@code [from, to)} together, in each voice. */
        void sentence(int sentence, int count, int from, int to, double[] byVoice);

        /**
         * For a sentence that begins with an island.
         *
         * @param other whether it is in a voice other than that of the sentence before it
         * @param passed whether islands were passed over between the two
         */
        double opens(int sentence, int island, boolean other, boolean passed);

        /** For beginning to pass over islands with one. */
        double leaves(int island);

        /** For passing over one island. */
        double passes(int island);

        /** For a sentence that is not said. */
        double misses(int sentence);
    }

    /**
     * Where a sentence lies: islands {@code [from, to)} in a voice; nothing if {@code from} is negative. One that is said together with the
     * sentence before it has no islands of its own: it stands at the end of theirs.
     */
    record Span(int from, int to, int voice) {
        static final Span NONE = new Span(-1, -1, -1);

        boolean isJoined() {
            return isThere() && from == to;
        }

        boolean isThere() {
            return from >= 0;
        }
    }

    /** Most sentences that are said without a pause. */
    static final int TOGETHER = 3;

    /** Up to so many states, of an hour and more, each is gone on from: 4 bytes are kept of each. */
    private static final long MAXIMUM_STATES = 32_000_000;
    /**
     * Where there are more: as much as half an hour of speech weighs that is passed over. The time of a search, and what it keeps, then grow with
     * the tape and not with its square.
     */
    private static final double BEAM = 240;
    /** As much as a day of speech weighs. */
    private static final double WIDEST_BEAM = 10_000;

    private static final int MISSING = -1;
    private static final double NEVER = Double.NEGATIVE_INFINITY;
    private final Evidence evidence;
    private final Corridor corridor;
    private final int n;
    private final int m;
    private final int voices;
    private final double beam;

    PlacementSearch(Evidence evidence, Corridor corridor) {
        this(evidence, corridor, Double.POSITIVE_INFINITY);
    }

    /** @param beam by how much less than the best of its sentence, in natural logarithms, an island may weigh and still be gone on from */
    PlacementSearch(Evidence evidence, Corridor corridor, double beam) {
        this.evidence = evidence;
        this.corridor = corridor;
        this.n = evidence.sentences();
        this.m = evidence.islands();
        this.voices = evidence.voices();
        this.beam = beam;
    }

    /** Looks for each sentence on the whole tape; on a long one, not too far from where those before it lie. */
    static Span[] anywhere(Evidence evidence) {
        long states = (long) (evidence.sentences() + 1) * (evidence.islands() + 1) * evidence.voices();
        if (states <= MAXIMUM_STATES) {
            return new PlacementSearch(evidence, Corridor.everywhere(evidence)).best();
        }
        // What an editor says may lie further off than that.
        double beam = BEAM;
        Span[] found = new PlacementSearch(evidence, Corridor.everywhere(evidence), beam).best();
        while (Arrays.stream(found).noneMatch(Span::isThere) && beam < WIDEST_BEAM) {
            beam *= 4;
            found = new PlacementSearch(evidence, Corridor.everywhere(evidence), beam).best();
        }
        return found;
    }

    /** The most probable places of all sentences. */
    Span[] best() {
        // Values of a sentence and of those that may be said together with it; of the others only how they came about.
        double[][] ready = new double[n + 1][];
        int[][] back = new int[n + 1][];
        for (int j = 0; j < Math.min(n + 1, TOGETHER); j++) {
            ready[j] = corridor.row(j);
            back[j] = new int[corridor.states(j)];
        }
        Arrays.fill(ready[0], corridor.at(0, 0, 0), corridor.at(0, 0, voices), 0);
        double[] passing = {};
        double[] begins = new double[voices];
        int[] from = new int[voices];
        double[] byVoice = new double[voices];
        for (int j = 0; j <= n; j++) {
            if (j + TOGETHER <= n) {
                ready[j + TOGETHER] = corridor.row(j + TOGETHER);
                back[j + TOGETHER] = new int[corridor.states(j + TOGETHER)];
            }
            passing = corridor.row(j);
            double least = j == n ? NEVER : best(ready[j]) - beam;
            int low = first(j, ready[j], least);
            int last = last(j, ready[j], least);
            int high = corridor.high(j);
            for (int i = low; i <= high; i++) {
                if (i > low) {
                    pass(j, i, ready[j], passing, back[j]);
                }
                if (i > last && isBelow(j, i, passing, least)) {
                    high = i;
                }
                if (j < n && corridor.holds(j + 1, i)) {
                    miss(j, i, ready, passing, back[j + 1]);
                }
                if (j < n && i < m && begin(j, i, ready[j], passing, begins, from)) {
                    for (int count = 1; count <= evidence.together(j); count++) {
                        say(j, count, i, begins, from, ready[j + count], back[j + count], byVoice);
                    }
                }
            }
            if (j < n) {
                ready[j] = null;
                back[j] = corridor.narrow(j, low, high, back[j]);
            }
        }
        return trace(ready[n], passing, back);
    }

    /** How best to have said so many sentences together, the first of which begins with an island. Not in the loop above: the compiler would begin with all of that anew. */
    private void say(
            int j, int count, int i, double[] begins, int[] from, double[] reached, int[] how, double[] byVoice) {
        int end = Math.min(evidence.last(j, count, i), corridor.high(j + count));
        for (int e = Math.max(i + 1, corridor.low(j + count)); e <= end; e++) {
            evidence.sentence(j, count, i, e, byVoice);
            int next = corridor.at(j + count, e, 0);
            for (int v = 0; v < voices; v++) {
                double value = begins[v] + byVoice[v];
                if (value > reached[next + v]) {
                    reached[next + v] = value;
                    how[next + v] = Back.together(from[v], count);
                }
            }
        }
    }

    private static double best(double[] row) {
        double best = NEVER;
        for (double value : row) {
            best = Math.max(best, value);
        }
        return best;
    }

    /** Whether an island weighs less than what is gone on from, in all voices. */
    private boolean isBelow(int j, int i, double[] row, double least) {
        boolean below = true;
        for (int v = 0; v < voices; v++) {
            below &= row[corridor.at(j, i, v)] < least;
        }
        return below;
    }

    private int first(int j, double[] ready, double least) {
        int first = corridor.low(j);
        while (first < corridor.high(j) && isBelow(j, first, ready, least)) {
            first++;
        }
        return first;
    }

    private int last(int j, double[] ready, double least) {
        int last = corridor.high(j);
        while (last > corridor.low(j) && isBelow(j, last, ready, least)) {
            last--;
        }
        return last;
    }

    /** How best to have passed over the island before one. */
    private void pass(int j, int i, double[] ready, double[] passing, int[] back) {
        double leaves = evidence.leaves(i - 1);
        double passes = evidence.passes(i - 1);
        for (int v = 0; v < voices; v++) {
            int here = corridor.at(j, i, v);
            double enters = ready[here - voices] + leaves;
            back[here] |= enters > passing[here - voices] ? Back.ENTERED : 0;
            passing[here] = Math.max(enters, passing[here - voices]) + passes;
        }
    }

    /** Leaves a sentence out. */
    private void miss(int j, int i, double[][] ready, double[] passing, int[] back) {
        double misses = evidence.misses(j);
        for (int v = 0; v < voices; v++) {
            int here = corridor.at(j, i, v);
            boolean passed = passing[here] > ready[j][here];
            double value = (passed ? passing[here] : ready[j][here]) + misses;
            int next = corridor.at(j + 1, i, v);
            if (value > ready[j + 1][next]) {
                ready[j + 1][next] = value;
                back[next] = new Back(MISSING, 1, v, passed).packed();
            }
        }
    }

    /**
     * How best to begin a sentence with an island in each voice: behind the same, or behind the best of the others.
     *
     * @return whether that is possible at all
     */
    private boolean begin(int j, int i, double[] ready, double[] passing, double[] begins, int[] from) {
        Arrays.fill(begins, NEVER);
        boolean any = false;
        for (int p = 0; p < 2; p++) {
            boolean passed = p == 1;
            double[] row = passed ? passing : ready;
            int first = corridor.at(j, i, 0);
            int best = 0;
            int second = -1;
            for (int v = 1; v < voices; v++) {
                if (row[first + v] > row[first + best]) {
                    second = best;
                    best = v;
                } else if (second < 0 || row[first + v] > row[first + second]) {
                    second = v;
                }
            }
            if (row[first + best] == NEVER) {
                continue;
            }
            double stays = evidence.opens(j, i, false, passed);
            double changes = evidence.opens(j, i, true, passed);
            for (int v = 0; v < voices; v++) {
                int other = v == best ? second : best;
                double same = row[first + v] + stays;
                double changed = other < 0 ? NEVER : row[first + other] + changes;
                double value = Math.max(same, changed);
                if (value > begins[v]) {
                    begins[v] = value;
                    from[v] = new Back(i, 1, same >= changed ? v : other, passed).packed();
                    any = true;
                }
            }
        }
        return any;
    }

    /** Where so many sentences began, the voice before them, and whether islands were passed over to get there. */
    private record Back(int island, int count, int voice, boolean passed) {
        /** Of a state in which islands are passed over: whether the one before it was the first. */
        static final int ENTERED = 1;

        int packed() {
            return (island + 1) << 11 | count << 9 | voice << 2 | (passed ? 2 : 0);
        }

        static int together(int packed, int sentences) {
            return packed & ~(3 << 9) | sentences << 9;
        }

        static Back of(int packed) {
            return new Back((packed >> 11) - 1, packed >> 9 & 3, packed >> 2 & 0x7f, (packed & 2) != 0);
        }
    }

    private Span[] trace(double[] ready, double[] passing, int[][] back) {
        Span[] result = new Span[n];
        int voice = 0;
        for (int v = 1; v < voices; v++) {
            voice = end(ready, passing, v) > end(ready, passing, voice) ? v : voice;
        }
        if (beam < Double.POSITIVE_INFINITY && end(ready, passing, voice) == NEVER) {
            Arrays.fill(result, Span.NONE);
            return result;
        }
        int island = m;
        boolean passed = passing[corridor.at(n, m, voice)] > ready[corridor.at(n, m, voice)];
        for (int j = n; j > 0; ) {
            while (passed) {
                passed = (back[j][corridor.at(j, island, voice)] & Back.ENTERED) == 0;
                island--;
            }
            Back step = Back.of(back[j][corridor.at(j, island, voice)]);
            for (int joined = 1; joined < step.count; joined++) {
                result[--j] = new Span(island, island, voice);
            }
            result[--j] = step.island == MISSING ? Span.NONE : new Span(step.island, island, voice);
            island = step.island == MISSING ? island : step.island;
            voice = step.voice;
            passed = step.passed;
        }
        return result;
    }

    private double end(double[] ready, double[] passing, int voice) {
        return Math.max(ready[corridor.at(n, m, voice)], passing[corridor.at(n, m, voice)]);
    }
}
