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

    private static final int MISSING = -1;
    private static final double NEVER = Double.NEGATIVE_INFINITY;
    /** Terms of a sum that are smaller than its largest by more than this, in natural logarithms, are left out. */
    private static final double NEGLIGIBLE = 25;

    private final Evidence evidence;
    private final int n;
    private final int m;
    private final int voices;
    /** By sentence, the islands with which it may begin, both ends included. */
    private final int[] low;

    private final int[] high;

    /** Looks for each sentence on the whole tape. */
    PlacementSearch(Evidence evidence) {
        this.evidence = evidence;
        this.n = evidence.sentences();
        this.m = evidence.islands();
        this.voices = evidence.voices();
        this.low = new int[n + 1];
        this.high = new int[n + 1];
        Arrays.fill(high, m);
    }

    /**
     * Looks for each sentence near a place.
     *
     * @param near roughly where the sentences lie
     * @param corridor islands by which they may lie elsewhere
     */
    PlacementSearch(Evidence evidence, Span[] near, int corridor) {
        this(evidence);
        // From the end of one sentence on, for much may be passed over before the next.
        int at = 0;
        for (int j = 1; j <= n; j++) {
            at = near[j - 1].isThere() ? near[j - 1].to() : at;
            low[j] = Math.max(0, at - corridor);
        }
        at = m;
        for (int j = n - 1; j >= 0; j--) {
            at = near[j].isThere() ? near[j].from() : at;
            high[j] = Math.min(m, at + corridor);
        }
    }

    private int at(int sentence, int island, int voice) {
        return (sentence * (m + 1) + island) * voices + voice;
    }

    /** The most probable places of all sentences. */
    Span[] best() {
        double[][] rows = new double[TOGETHER + 1][(m + 1) * voices];
        double[] passing = new double[(m + 1) * voices];
        int[] back = new int[at(n + 1, 0, 0)];
        boolean[] entered = new boolean[back.length];
        for (double[] row : rows) {
            Arrays.fill(row, NEVER);
        }
        Arrays.fill(rows[0], 0, voices, 0);
        double[] byVoice = new double[voices];
        double[] begins = new double[voices];
        int[] from = new int[voices];
        double[] opens = new double[4];
        for (int j = 0; j <= n; j++) {
            double[] ready = rows[j % rows.length];
            Arrays.fill(passing, NEVER);
            for (int i = low[j]; i <= high[j]; i++) {
                for (int v = 0; v < voices && i > low[j]; v++) {
                    int here = at(0, i, v);
                    int earlier = at(0, i - 1, v);
                    double enters = ready[earlier] + evidence.leaves(i - 1);
                    entered[at(j, i, v)] = enters > passing[earlier];
                    passing[here] = Math.max(enters, passing[earlier]) + evidence.passes(i - 1);
                }
                for (int v = 0; v < voices && j < n; v++) {
                    int here = at(0, i, v);
                    boolean passed = passing[here] > ready[here];
                    double value = (passed ? passing[here] : ready[here]) + evidence.misses(j);
                    double[] next = rows[(j + 1) % rows.length];
                    if (value > next[here]) {
                        next[here] = value;
                        back[at(j + 1, i, v)] = new Back(MISSING, 1, v, passed).packed();
                    }
                }
                boolean any = false;
                if (j < n && i < m) {
                    opens(j, i, opens);
                    for (int v = 0; v < voices; v++) {
                        begins[v] = NEVER;
                        for (int r = 0; r < voices; r++) {
                            double direct = ready[at(0, i, r)] + opens[r == v ? 0 : 2];
                            double passed = passing[at(0, i, r)] + opens[r == v ? 1 : 3];
                            if (direct > begins[v]) {
                                begins[v] = direct;
                                from[v] = new Back(i, 1, r, false).packed();
                            }
                            if (passed > begins[v]) {
                                begins[v] = passed;
                                from[v] = new Back(i, 1, r, true).packed();
                            }
                        }
                        any |= begins[v] != NEVER;
                    }
                }
                for (int count = 1; any && count <= evidence.together(j); count++) {
                    int last = evidence.last(j, count, i);
                    double[] next = rows[(j + count) % rows.length];
                    for (int e = i + 1; e <= last; e++) {
                        evidence.sentence(j, count, i, e, byVoice);
                        for (int v = 0; v < voices; v++) {
                            double value = begins[v] + byVoice[v];
                            if (value > next[at(0, e, v)]) {
                                next[at(0, e, v)] = value;
                                back[at(j + count, e, v)] =
                                        Back.of(from[v]).together(count).packed();
                            }
                        }
                    }
                }
            }
            if (j < n) {
                // Its row is that of the sentence behind those that may be said together with the next.
                Arrays.fill(ready, NEVER);
            }
        }
        return trace(rows[n % rows.length], passing, back, entered);
    }

    /** In the voice of the sentence before, and in another; each without islands that were passed over, and with some. */
    private void opens(int sentence, int island, double[] result) {
        result[0] = evidence.opens(sentence, island, false, false);
        result[1] = evidence.opens(sentence, island, false, true);
        result[2] = evidence.opens(sentence, island, true, false);
        result[3] = evidence.opens(sentence, island, true, true);
    }

    /** Where so many sentences began, the voice before them, and whether islands were passed over to get there. */
    private record Back(int island, int count, int voice, boolean passed) {
        int packed() {
            return (island + 1) << 10 | count << 8 | voice << 1 | (passed ? 1 : 0);
        }

        static Back of(int packed) {
            return new Back((packed >> 10) - 1, packed >> 8 & 3, packed >> 1 & 0x7f, (packed & 1) == 1);
        }

        Back together(int sentences) {
            return new Back(island, sentences, voice, passed);
        }
    }

    /** @param ready behind the last sentence, by island and voice; {@code passing} likewise */
    private Span[] trace(double[] ready, double[] passing, int[] back, boolean[] entered) {
        Span[] result = new Span[n];
        int voice = 0;
        for (int v = 1; v < voices; v++) {
            voice = end(ready, passing, v) > end(ready, passing, voice) ? v : voice;
        }
        int island = m;
        boolean passed = passing[at(0, m, voice)] > ready[at(0, m, voice)];
        for (int j = n; j > 0; ) {
            while (passed) {
                passed = !entered[at(j, island, voice)];
                island--;
            }
            Back step = Back.of(back[at(j, island, voice)]);
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
        return Math.max(ready[at(0, m, voice)], passing[at(0, m, voice)]);
    }

    /** By sentence and island, the probability that the sentence begins with the island, or one that it is said together with. */
    double[][] beginnings() {
        double[] ready = new double[at(n + 1, 0, 0)];
        double[] passing = new double[ready.length];
        forward(ready, passing);
        double[] after = new double[ready.length];
        double[][] result = new double[n][m];
        double all = NEVER;
        for (int v = 0; v < voices; v++) {
            all = add(all, add(ready[at(n, m, v)], passing[at(n, m, v)]));
        }
        backward(ready, passing, after, all, result);
        return result;
    }

    private void forward(double[] ready, double[] passing) {
        Arrays.fill(ready, NEVER);
        Arrays.fill(passing, NEVER);
        for (int v = 0; v < voices; v++) {
            ready[at(0, 0, v)] = 0;
        }
        double[] byVoice = new double[voices];
        double[] begins = new double[voices];
        double[] opens = new double[4];
        for (int j = 0; j <= n; j++) {
            for (int i = low[j]; i <= high[j]; i++) {
                for (int v = 0; v < voices && i > low[j]; v++) {
                    passing[at(j, i, v)] =
                            add(ready[at(j, i - 1, v)] + evidence.leaves(i - 1), passing[at(j, i - 1, v)])
                                    + evidence.passes(i - 1);
                }
                if (j == n) {
                    continue;
                }
                for (int v = 0; v < voices; v++) {
                    int next = at(j + 1, i, v);
                    ready[next] = add(ready[next], add(ready[at(j, i, v)], passing[at(j, i, v)]) + evidence.misses(j));
                }
                boolean any = false;
                if (i < m) {
                    opens(j, i, opens);
                    for (int v = 0; v < voices; v++) {
                        begins[v] = NEVER;
                        for (int r = 0; r < voices; r++) {
                            begins[v] = add(begins[v], begins(ready, passing, at(j, i, r), opens, r == v));
                        }
                        any |= begins[v] != NEVER;
                    }
                }
                for (int count = 1; any && count <= evidence.together(j); count++) {
                    int last = evidence.last(j, count, i);
                    for (int e = i + 1; e <= last; e++) {
                        evidence.sentence(j, count, i, e, byVoice);
                        for (int v = 0; v < voices; v++) {
                            int next = at(j + count, e, v);
                            ready[next] = add(ready[next], begins[v] + byVoice[v]);
                        }
                    }
                }
            }
        }
    }

    /** {@code after} gets, for each state, what all that follows weighs; the probability of each beginning goes to {@code result}. */
    private void backward(double[] ready, double[] passing, double[] after, double all, double[][] result) {
        double[] afterPassing = new double[after.length];
        Arrays.fill(after, NEVER);
        Arrays.fill(afterPassing, NEVER);
        double[] byVoice = new double[voices];
        double[] begins = new double[voices];
        double[] opens = new double[4];
        for (int j = n; j >= 0; j--) {
            for (int i = high[j]; i >= low[j]; i--) {
                int most = j < n && i < m ? evidence.together(j) : 0;
                Arrays.fill(begins, NEVER);
                if (most > 0) {
                    opens(j, i, opens);
                }
                // By the number of sentences and voice.
                double[][] counted = new double[most + 1][voices];
                for (int count = 1; count <= most; count++) {
                    Arrays.fill(counted[count], NEVER);
                    int last = evidence.last(j, count, i);
                    for (int e = i + 1; e <= last; e++) {
                        evidence.sentence(j, count, i, e, byVoice);
                        for (int v = 0; v < voices; v++) {
                            counted[count][v] = add(counted[count][v], byVoice[v] + after[at(j + count, e, v)]);
                        }
                    }
                    for (int v = 0; v < voices; v++) {
                        begins[v] = add(begins[v], counted[count][v]);
                    }
                }
                for (int r = 0; r < voices; r++) {
                    int here = at(j, i, r);
                    double goes = j == n && i == m ? 0 : NEVER;
                    double fromPassing = goes;
                    if (j < n) {
                        goes = add(goes, evidence.misses(j) + after[at(j + 1, i, r)]);
                        fromPassing = goes;
                        for (int v = 0; v < voices && i < m && begins[v] != NEVER; v++) {
                            goes = add(goes, opens[r == v ? 0 : 2] + begins[v]);
                            fromPassing = add(fromPassing, opens[r == v ? 1 : 3] + begins[v]);
                            double before = begins(ready, passing, here, opens, r == v);
                            for (int count = 1; count <= most && before != NEVER; count++) {
                                double probability = Math.exp(before + counted[count][v] - all);
                                for (int said = 0; said < count; said++) {
                                    result[j + said][i] += probability;
                                }
                            }
                        }
                    }
                    double on = i < high[j] ? evidence.passes(i) + afterPassing[at(j, i + 1, r)] : NEVER;
                    afterPassing[here] = add(fromPassing, on);
                    after[here] = i < high[j] ? add(goes, on + evidence.leaves(i)) : goes;
                }
            }
        }
    }

    /** What leads from a voice to a sentence that begins, in the same voice or another. */
    private static double begins(double[] ready, double[] passing, int from, double[] opens, boolean same) {
        return add(ready[from] + opens[same ? 0 : 2], passing[from] + opens[same ? 1 : 3]);
    }

    private static double add(double a, double b) {
        double high = Math.max(a, b);
        double low = Math.min(a, b);
        return high - low > NEGLIGIBLE || low == NEVER ? high : high + Math.log1p(Math.exp(low - high));
    }
}
