package org.tapescript.placement;

import java.util.Arrays;

/**
 * Islands with which each sentence may begin, and where a search keeps what it knows of them: a row a sentence, which holds its
 * islands alone, each in all voices.
 */
final class Corridor {
    private final int voices;
    /** By sentence, both ends included; behind the last sentence, where the tape may end. */
    private final int[] low;

    private final int[] high;

    private Corridor(PlacementSearch.Evidence evidence) {
        this.voices = evidence.voices();
        this.low = new int[evidence.sentences() + 1];
        this.high = new int[evidence.sentences() + 1];
        Arrays.fill(high, evidence.islands());
    }

    /** The whole tape for each sentence. */
    static Corridor everywhere(PlacementSearch.Evidence evidence) {
        return new Corridor(evidence);
    }

    /**
     * @param near roughly where the sentences lie
     * @param play islands by which they may lie elsewhere
     */
    static Corridor around(PlacementSearch.Evidence evidence, PlacementSearch.Span[] near, int play) {
        Corridor result = new Corridor(evidence);
        // From the end of one sentence on, for much may be passed over before the next.
        int at = 0;
        for (int j = 1; j <= near.length; j++) {
            at = near[j - 1].isThere() ? near[j - 1].to() : at;
            result.low[j] = Math.max(0, at - play);
        }
        at = evidence.islands();
        for (int j = near.length - 1; j >= 0; j--) {
            at = near[j].isThere() ? near[j].from() : at;
            result.high[j] = Math.min(evidence.islands(), at + play);
        }
        return result;
    }

    int low(int sentence) {
        return low[sentence];
    }

    int high(int sentence) {
        return high[sentence];
    }

    boolean holds(int sentence, int island) {
        return island >= low[sentence] && island <= high[sentence];
    }

    /** Where a state stands in the row of its sentence. */
    int at(int sentence, int island, int voice) {
        return (island - low[sentence]) * voices + voice;
    }

    /** States in the row of a sentence. */
    int states(int sentence) {
        return (high[sentence] - low[sentence] + 1) * voices;
    }

    /** Leaves a sentence only some of its islands; returns what is kept of them, of a row of all. */
    int[] narrow(int sentence, int from, int to, int[] row) {
        if (from == low[sentence] && to == high[sentence]) {
            return row;
        }
        int[] kept = Arrays.copyOfRange(row, at(sentence, from, 0), at(sentence, to + 1, 0));
        low[sentence] = from;
        high[sentence] = to;
        return kept;
    }

    /** A row of states that have not been reached. */
    double[] row(int sentence) {
        double[] row = new double[states(sentence)];
        Arrays.fill(row, Double.NEGATIVE_INFINITY);
        return row;
    }
}
