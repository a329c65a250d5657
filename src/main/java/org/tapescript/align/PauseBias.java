package org.tapescript.align;

/**
 * Corrects word boundaries next to pauses. A hidden Markov model's silence is trained on clean pauses: in a clean recording it
 * leaves faint sounds at the edges of a pause to the words, which then begin too early and end too late; in a noisy one it
 * takes faint sounds away from them. The error depends almost entirely on the signal-to-noise ratio and is subtracted
 * accordingly.
 *
 * @param start seconds by which words after a pause begin late (early if negative)
 * @param end seconds by which words before a pause end late
 */
record PauseBias(double start, double end) {
    /** Boundaries within speech come out late by this many seconds, because a window also sees its surroundings. */
    private static final double WITHIN_SPEECH = 0.003;

    /** A shorter gap between two words, in seconds, is no pause. */
    static final double SHORTEST_PAUSE = 0.025;

    private static final double SHORTEST_WORD = 0.02;

    /**
     * Signal-to-noise ratios in decibels, and the errors in seconds measured at each; interpolated linearly in between. Fitted
     * by PauseBiasFit.
     */
    private static final double[] DECIBELS = {0, 5, 10, 17, 33, 38};

    private static final double[] STARTS = {0.040, 0.030, 0.004, -0.014, -0.030, -0.016};
    private static final double[] ENDS = {-0.042, -0.028, -0.020, 0.002, 0.048, 0.038};

    /**
     * @param decibels signal-to-noise ratio; the errors were measured on synthetic and on hand-labelled speech, as recorded and
     *     under noise, white and pink
     */
    static PauseBias at(double decibels) {
        return new PauseBias(interpolate(STARTS, decibels), interpolate(ENDS, decibels));
    }

    private static double interpolate(double[] values, double decibels) {
        int last = DECIBELS.length - 1;
        if (decibels <= DECIBELS[0]) {
            return values[0];
        }
        int i = 1;
        while (i < last && decibels > DECIBELS[i]) {
            i++;
        }
        double share = Math.min(1, (decibels - DECIBELS[i - 1]) / (DECIBELS[i] - DECIBELS[i - 1]));
        return values[i - 1] + share * (values[i] - values[i - 1]);
    }

    /** Corrects starts and ends of the words of a run, in order, in place. */
    void correct(double[] starts, double[] ends) {
        int n = starts.length;
        double[] s = new double[n];
        double[] e = new double[n];
        for (int i = 0; i < n; i++) {
            boolean pauseBefore = i == 0 || starts[i] - ends[i - 1] > SHORTEST_PAUSE;
            boolean pauseAfter = i + 1 == n || starts[i + 1] - ends[i] > SHORTEST_PAUSE;
            s[i] = Math.max(0, starts[i] - (pauseBefore ? start : WITHIN_SPEECH));
            e[i] = Math.max(s[i] + SHORTEST_WORD, ends[i] - (pauseAfter ? end : WITHIN_SPEECH));
            if (i > 0 && e[i - 1] > s[i]) {
                // The pause was not one: both words take half of what they claim.
                double middle = Math.max(s[i - 1] + SHORTEST_WORD / 2, (e[i - 1] + s[i]) / 2);
                e[i - 1] = middle;
                s[i] = middle;
                e[i] = Math.max(e[i], middle + SHORTEST_WORD / 2);
            }
        }
        System.arraycopy(s, 0, starts, 0, n);
        System.arraycopy(e, 0, ends, 0, n);
    }
}
