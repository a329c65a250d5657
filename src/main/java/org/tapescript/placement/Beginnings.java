package org.tapescript.placement;

import java.util.Arrays;

/**
 * How likely each sentence is to begin with each island, over all places of all sentences (the forward-backward algorithm on the model
 * of {@link PlacementSearch}).
 */
final class Beginnings {
    private static final double NEVER = Double.NEGATIVE_INFINITY;
    /** Terms of a sum that are smaller than its largest by more than this, in natural logarithms, are left out. */
    private static final double NEGLIGIBLE = 25;

    private final PlacementSearch.Evidence evidence;
    private final Corridor corridor;
    private final int n;
    private final int m;
    private final int voices;

    Beginnings(PlacementSearch.Evidence evidence, Corridor corridor) {
        this.evidence = evidence;
        this.corridor = corridor;
        this.n = evidence.sentences();
        this.m = evidence.islands();
        this.voices = evidence.voices();
    }

    /**
     * By sentence and island, the probability that the sentence begins with the island, or one that it is said together with; of each
     * sentence from {@link #first} on, as many as may be.
     */
    double[][] of() {
        double[][] ready = rows();
        double[][] passing = forward(ready);
        double[][] result = new double[n][];
        Arrays.setAll(result, j -> new double[Math.max(0, Math.min(m - 1, corridor.high(j)) - first(j) + 1)]);
        double all = NEVER;
        for (int v = 0; v < voices; v++) {
            all = add(all, add(ready[n][corridor.at(n, m, v)], passing[n][corridor.at(n, m, v)]));
        }
        backward(ready, passing, all, result);
        return result;
    }

    /** The first island with which a sentence may begin, or those that it is said together with. */
    int first(int sentence) {
        return corridor.low(Math.max(0, sentence + 1 - PlacementSearch.TOGETHER));
    }

    private double[][] rows() {
        double[][] rows = new double[n + 1][];
        Arrays.setAll(rows, corridor::row);
        Arrays.fill(rows[0], corridor.at(0, 0, 0), corridor.at(0, 0, voices), 0);
        return rows;
    }

    private double[][] forward(double[][] ready) {
        double[][] passing = new double[n + 1][];
        double[] begins = new double[voices];
        double[] byVoice = new double[voices];
        for (int j = 0; j <= n; j++) {
            passing[j] = corridor.row(j);
            for (int i = corridor.low(j); i <= corridor.high(j); i++) {
                for (int v = 0; v < voices && i > corridor.low(j); v++) {
                    passing[j][corridor.at(j, i, v)] = add(
                                    ready[j][corridor.at(j, i - 1, v)] + evidence.leaves(i - 1),
                                    passing[j][corridor.at(j, i - 1, v)])
                            + evidence.passes(i - 1);
                }
                for (int v = 0; v < voices && j < n && corridor.holds(j + 1, i); v++) {
                    int next = corridor.at(j + 1, i, v);
                    double here = add(ready[j][corridor.at(j, i, v)], passing[j][corridor.at(j, i, v)]);
                    ready[j + 1][next] = add(ready[j + 1][next], here + evidence.misses(j));
                }
                boolean any = false;
                for (int v = 0; v < voices && j < n && i < m; v++) {
                    begins[v] = NEVER;
                    for (int r = 0; r < voices; r++) {
                        begins[v] = add(begins[v], begins(ready[j], passing[j], j, i, r, v));
                    }
                    any |= begins[v] != NEVER;
                }
                for (int count = 1; any && count <= evidence.together(j); count++) {
                    say(j, count, i, begins, ready[j + count], byVoice);
                }
            }
        }
        return passing;
    }

    private void say(int j, int count, int i, double[] begins, double[] ready, double[] byVoice) {
        int last = Math.min(evidence.last(j, count, i), corridor.high(j + count));
        for (int e = Math.max(i + 1, corridor.low(j + count)); e <= last; e++) {
            evidence.sentence(j, count, i, e, byVoice);
            for (int v = 0; v < voices; v++) {
                int next = corridor.at(j + count, e, v);
                ready[next] = add(ready[next], begins[v] + byVoice[v]);
            }
        }
    }

    /** Goes back from the end with what all that follows a state weighs; the probability of each beginning goes to {@code result}. */
    private void backward(double[][] ready, double[][] passing, double all, double[][] result) {
        double[][] after = new double[n + 1][];
        double[] byVoice = new double[voices];
        double[] begins = new double[voices];
        for (int j = n; j >= 0; j--) {
            after[j] = corridor.row(j);
            double[] afterPassing = corridor.row(j);
            for (int i = corridor.high(j); i >= corridor.low(j); i--) {
                int most = j < n && i < m ? evidence.together(j) : 0;
                Arrays.fill(begins, NEVER);
                // By the number of sentences and voice.
                double[][] counted = new double[most + 1][voices];
                for (int count = 1; count <= most; count++) {
                    count(j, count, i, after[j + count], counted[count], byVoice);
                    for (int v = 0; v < voices; v++) {
                        begins[v] = add(begins[v], counted[count][v]);
                    }
                }
                for (int r = 0; r < voices; r++) {
                    int here = corridor.at(j, i, r);
                    double goes = j == n && i == m ? 0 : NEVER;
                    double fromPassing = goes;
                    if (j < n) {
                        double missed = corridor.holds(j + 1, i) ? after[j + 1][corridor.at(j + 1, i, r)] : NEVER;
                        goes = add(goes, evidence.misses(j) + missed);
                        fromPassing = goes;
                        for (int v = 0; v < voices && i < m && begins[v] != NEVER; v++) {
                            goes = add(goes, evidence.opens(j, i, r != v, false) + begins[v]);
                            fromPassing = add(fromPassing, evidence.opens(j, i, r != v, true) + begins[v]);
                            double before = begins(ready[j], passing[j], j, i, r, v);
                            for (int count = 1; count <= most && before != NEVER; count++) {
                                double probability = Math.exp(before + counted[count][v] - all);
                                for (int said = j; said < j + count; said++) {
                                    result[said][i - first(said)] += probability;
                                }
                            }
                        }
                    }
                    double on =
                            i < corridor.high(j) ? evidence.passes(i) + afterPassing[corridor.at(j, i + 1, r)] : NEVER;
                    afterPassing[here] = add(fromPassing, on);
                    after[j][here] = i < corridor.high(j) ? add(goes, on + evidence.leaves(i)) : goes;
                }
            }
            if (j + PlacementSearch.TOGETHER <= n) {
                after[j + PlacementSearch.TOGETHER] = null;
            }
        }
    }

    /** By voice, what so many sentences that begin together with an island weigh with all that follows them. */
    private void count(int j, int count, int i, double[] after, double[] counted, double[] byVoice) {
        Arrays.fill(counted, NEVER);
        int last = Math.min(evidence.last(j, count, i), corridor.high(j + count));
        for (int e = Math.max(i + 1, corridor.low(j + count)); e <= last; e++) {
            evidence.sentence(j, count, i, e, byVoice);
            for (int v = 0; v < voices; v++) {
                counted[v] = add(counted[v], byVoice[v] + after[corridor.at(j + count, e, v)]);
            }
        }
    }

    /** What leads to a sentence that begins with an island in one voice after another. */
    private double begins(double[] ready, double[] passing, int j, int i, int before, int voice) {
        double direct = ready[corridor.at(j, i, before)];
        double passed = passing[corridor.at(j, i, before)];
        boolean changes = before != voice;
        return add(
                direct == NEVER ? NEVER : direct + evidence.opens(j, i, changes, false),
                passed == NEVER ? NEVER : passed + evidence.opens(j, i, changes, true));
    }

    private static double add(double a, double b) {
        double high = Math.max(a, b);
        double low = Math.min(a, b);
        return high - low > NEGLIGIBLE || low == NEVER ? high : high + Math.log1p(Math.exp(low - high));
    }
}
