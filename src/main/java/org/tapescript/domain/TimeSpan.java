package org.tapescript.domain;

/**
 * A stretch of time on the timeline of all recordings together, half open, in whole microseconds.
 *
 * @param startMicros not negative
 * @param endMicros not before {@code startMicros}
 */
public record TimeSpan(long startMicros, long endMicros) {
    private static final double MICROS = 1e6;

    public TimeSpan {
        if (startMicros < 0 || endMicros < startMicros) {
            throw new IllegalArgumentException("not a time span: " + startMicros + " to " + endMicros);
        }
    }

    /** A span from seconds, rounded to whole microseconds; a negative start becomes 0. */
    public static TimeSpan ofSeconds(double start, double end) {
        long from = Math.max(0, Math.round(start * MICROS));
        return new TimeSpan(from, Math.max(from, Math.round(end * MICROS)));
    }

    public double startSeconds() {
        return startMicros / MICROS;
    }

    public double endSeconds() {
        return endMicros / MICROS;
    }

    public double seconds() {
        return (endMicros - startMicros) / MICROS;
    }

    /** The smallest span that holds this one and another. */
    public TimeSpan union(TimeSpan other) {
        return new TimeSpan(Math.min(startMicros, other.startMicros), Math.max(endMicros, other.endMicros));
    }
}
