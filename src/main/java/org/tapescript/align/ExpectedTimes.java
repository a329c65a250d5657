package org.tapescript.align;

import java.util.ArrayList;
import java.util.List;

/**
 * Relates the rough times that came with a text to the sound: a straight line through the words found for certain, since such
 * times may have another origin or run at another speed (25 frames a second instead of 23.976).
 */
final class ExpectedTimes {
    /** Seconds by which a word may be off its rough time. */
    static final double TOLERANCE_SECONDS = 10;
    /**
     * Fewer certain words are too few to judge such times by; a larger typical deviation means that they are wrong.
     */
    private static final int MINIMUM_PAIRS = 20;

    private static final double WRONG = 2.5;

    private final List<double[]> pairs = new ArrayList<>();
    private double[] line;

    /** A word that was found, when it was expected and when it was heard, in seconds. */
    void add(double expected, double heard) {
        pairs.add(new double[] {expected, heard});
        line = null;
    }

    /** Whether the expected times agree with what was heard. */
    boolean areReliable() {
        if (pairs.size() < MINIMUM_PAIRS) {
            return false;
        }
        double[] off = pairs.stream()
                .mapToDouble(p -> Math.abs(heard(p[0]) - p[1]))
                .sorted()
                .toArray();
        return off[off.length / 2] <= WRONG && off[off.length * 9 / 10] <= TOLERANCE_SECONDS / 2;
    }

    /** When a word is heard that was expected at some moment. */
    double heard(double expected) {
        if (line == null) {
            line = fit();
        }
        return line[0] + line[1] * expected;
    }

    private double[] fit() {
        double x = pairs.stream().mapToDouble(p -> p[0]).average().orElse(0);
        double y = pairs.stream().mapToDouble(p -> p[1]).average().orElse(0);
        double xx = 0;
        double xy = 0;
        for (double[] p : pairs) {
            xx += (p[0] - x) * (p[0] - x);
            xy += (p[0] - x) * (p[1] - y);
        }
        double slope = xx == 0 ? 1 : xy / xx;
        return new double[] {y - slope * x, slope};
    }
}
