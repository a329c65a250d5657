package org.tapescript.align;

/**
 * Where a room resounds: stretches in which the level falls steadily, as it does behind the last word before a pause. To the phone loop
 * that is speech, since it sounds like the phones that it echoes; the next turn's short first word would be laid into it.
 */
final class Fading {
    /** Frames to either side over which levels are averaged. */
    private static final int AROUND = 3;
    /** Frames that it lasts at least: between two syllables the level falls for less long. */
    private static final int SHORTEST = 30;
    /** Decibels by which it falls at least. */
    private static final double DROP = 20;
    /** Decibels by which it may rise again on the way. */
    private static final double RISE = 3;
    /** Decibels below its beginning from which on no word is said. */
    private static final double ECHO = 12;

    /** Share of the levels' variance that a straight line explains at least. */
    private static final double STEADY = 0.85;

    private Fading() {}

    /**
     * @param decibels level of each frame
     * @return by frame, whether it is an echo only
     */
    static boolean[] of(double[] decibels) {
        double[] level = smooth(decibels);
        boolean[] result = new boolean[level.length];
        int from = 0;
        int lowest = 0;
        for (int t = 1; t <= level.length; t++) {
            if (t < level.length && level[t] <= level[lowest] + RISE) {
                lowest = level[t] < level[lowest] ? t : lowest;
                // It begins where it is loudest.
                if (level[t] > level[from]) {
                    from = t;
                    lowest = t;
                }
                continue;
            }
            int to = from;
            while (level[to] > level[lowest] + RISE) {
                to++;
            }
            if (to - from >= SHORTEST && level[from] - level[to] >= DROP && isSteady(level, from, to)) {
                for (int k = from; k <= to; k++) {
                    result[k] = level[k] <= level[from] - ECHO;
                }
            }
            from = t;
            lowest = t;
        }
        return result;
    }

    /** Whether levels lie about on a straight line. */
    private static boolean isSteady(double[] level, int from, int to) {
        int n = to - from + 1;
        double middle = (n - 1) / 2.0;
        double mean = 0;
        for (int k = 0; k < n; k++) {
            mean += level[from + k] / n;
        }
        double both = 0;
        double squares = 0;
        double times = 0;
        for (int k = 0; k < n; k++) {
            double off = level[from + k] - mean;
            both += off * (k - middle);
            squares += off * off;
            times += (k - middle) * (k - middle);
        }
        return both * both >= STEADY * squares * times;
    }

    private static double[] smooth(double[] level) {
        double[] result = new double[level.length];
        for (int t = 0; t < level.length; t++) {
            int first = Math.max(0, t - AROUND);
            int behind = Math.min(level.length, t + AROUND + 1);
            for (int i = first; i < behind; i++) {
                result[t] += level[i] / (behind - first);
            }
        }
        return result;
    }
}
