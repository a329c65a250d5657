package org.tapescript.placement;

import java.util.Arrays;

/** How long people pause before a turn, before a sentence, and within one: the evidence that a pause gives for each. */
final class PauseModel {
    /** What stands behind a pause. */
    enum Before {
        TURN,
        SENTENCE,
        WITHIN
    }

    /** Upper limits of the histogram's bins, in seconds. */
    private static final double[] BINS = {0.03, 0.08, 0.13, 0.2, 0.3, 0.45, 0.65, 0.9, 1.3, 2, 3.5};

    /**
     * Prior shares: many turns follow each other within a second; most sentences are set off by some silence; pauses
     * within them are short.
     */
    private static final double[][] PRIOR = {
        {.06, .02, .03, .04, .06, .12, .18, .18, .14, .09, .05, .03},
        {.06, .04, .06, .10, .16, .22, .15, .10, .06, .03, .015, .005},
        {.22, .26, .20, .14, .09, .05, .02, .01, .005, .003, .001, .001},
    };
    /** Prior count, in pauses. */
    private static final double PRIOR_COUNT = 30;
    /** Prior share of pauses in speech that stand between sentences. */
    private static final double BETWEEN_SENTENCES = 0.2;

    private final double[][] log = new double[3][BINS.length + 1];

    private PauseModel(double[][] counts) {
        for (int kind = 0; kind < log.length; kind++) {
            double all = PRIOR_COUNT + Arrays.stream(counts[kind]).sum();
            for (int b = 0; b < log[kind].length; b++) {
                log[kind][b] = Math.log((PRIOR_COUNT * PRIOR[kind][b] + counts[kind][b]) / all);
            }
        }
    }

    static PauseModel prior() {
        return new PauseModel(new double[3][BINS.length + 1]);
    }

    /** Counts pauses, to make a model of them. */
    static final class Counts {
        private final double[][] counts = new double[3][BINS.length + 1];

        void add(Before kind, double seconds) {
            counts[kind.ordinal()][bin(seconds)]++;
        }

        PauseModel model() {
            return new PauseModel(counts);
        }
    }

    private static int bin(double seconds) {
        int b = 0;
        while (b < BINS.length && seconds > BINS[b]) {
            b++;
        }
        return b;
    }

    /** The same for a pause of which only that is known that it is between words of whatever kind. */
    double evidenceOfAny(double seconds) {
        return Math.log(1 - BETWEEN_SENTENCES + BETWEEN_SENTENCES * Math.exp(evidence(Before.SENTENCE, seconds)));
    }

    /** By how much, in natural logarithms, a pause speaks for something rather than for the middle of a sentence. */
    double evidence(Before kind, double seconds) {
        int b = bin(seconds);
        return log[kind.ordinal()][b] - log[Before.WITHIN.ordinal()][b];
    }
}
