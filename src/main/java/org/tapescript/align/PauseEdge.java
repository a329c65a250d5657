package org.tapescript.align;

/**
 * Where words before pauses end by their level. A model of phones hears sound that fades as speech or as silence, whichever it was
 * trained on; where the level falls by so much below the word's own, or to that of the pause, it ends for an ear as well. Both err in
 * other ways, so that each is believed by half (docs/decisions/0010-sharper-boundaries.md). Not thread-safe.
 */
final class PauseEdge {
    private static final double HOP = 0.005;
    /** Seconds of a word, and of the pause behind it, that are looked at. */
    private static final double LOOKED_AT = 0.2;
    /** Seconds behind the model's boundary in which the word may still end. */
    private static final double BEYOND = 0.06;
    /** Seconds of the word's end that may be silence: the closure of a stop is. */
    private static final double QUIET = 0.025;

    /** Decibels by which an end lies above the pause, and below the loudest of the word. */
    private static final double ABOVE_PAUSE = 10;

    private static final double BELOW_WORD = 18;
    /** How far the model is believed beside the level. */
    private static final double MODEL = 0.5;
    /** Decibels between word and pause below which levels tell nothing. */
    private static final double CLEAR = 15;
    /** Seconds by which levels may lie inside the model's word, and outside. */
    private static final double INSIDE = 0.1;

    private static final double OUTSIDE = 0.05;
    private static final double SHORTEST_WORD = 0.02;

    private final Timeline timeline;

    PauseEdge(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * Corrects the ends of a run's words, in order, in place.
     *
     * @param heardStarts as the model hears them, in seconds; so are {@code heardEnds}
     * @param starts with the bias of the model taken off, as {@link PauseBias} does; so are {@code ends}
     */
    void correct(double[] heardStarts, double[] heardEnds, double[] starts, double[] ends) {
        int n = starts.length;
        for (int i = 0; i < n; i++) {
            if (i + 1 == n || heardStarts[i + 1] - heardEnds[i] > PauseBias.SHORTEST_PAUSE) {
                double latest = i + 1 == n ? Double.POSITIVE_INFINITY : starts[i + 1];
                double end = end(heardEnds[i], ends[i], starts[i]);
                ends[i] = Math.max(starts[i] + SHORTEST_WORD, Math.min(latest, end));
            }
        }
    }

    private double end(double heard, double corrected, double start) {
        double from = Math.max(start, heard - LOOKED_AT);
        double[] levels = levels(from, heard + LOOKED_AT);
        int at = (int) ((heard - from) / HOP);
        int behind = Math.min(levels.length, at + (int) (BEYOND / HOP));
        double word = highest(levels, behind);
        double pause = lowest(levels, at - (int) (QUIET / HOP));
        double threshold = Math.max(word - BELOW_WORD, pause + ABOVE_PAUSE);
        for (int k = behind - 1; k >= 0 && word - pause >= CLEAR; k--) {
            if (levels[k] > threshold) {
                double level = Math.max(corrected - INSIDE, Math.min(corrected + OUTSIDE, from + (k + 1) * HOP));
                return MODEL * corrected + (1 - MODEL) * level;
            }
        }
        return corrected;
    }

    /** In decibels, a window of two hops around each moment. */
    private double[] levels(double from, double to) {
        int hop = (int) Math.round(HOP * timeline.sampleRate());
        int count = Math.max(0, (int) ((to - from) / HOP));
        float[] samples = new float[(count + 1) * hop];
        timeline.samples(from, hop, samples);
        double[] result = new double[count];
        for (int k = 0; k < count; k++) {
            double sum = 0;
            for (int i = k * hop; i < (k + 2) * hop && i < samples.length; i++) {
                sum += samples[i] * samples[i];
            }
            result[k] = 10 * Math.log10(1 + sum / (2 * hop));
        }
        return result;
    }

    private static double highest(double[] levels, int to) {
        double result = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < to; k++) {
            result = Math.max(result, levels[k]);
        }
        return result;
    }

    private static double lowest(double[] levels, int from) {
        double result = Double.POSITIVE_INFINITY;
        for (int k = Math.max(0, from); k < levels.length; k++) {
            result = Math.min(result, levels[k]);
        }
        return result;
    }
}
