package org.tapescript.audio;

/** How two channels become one without one spoiling the other. */
public enum ChannelMixture {
    /** There is only one. */
    MONO,
    /** Their mean. */
    SUM,
    /** Half their difference: they are in opposite phase, and a sum would cancel the voice. */
    DIFFERENCE,
    /** The first alone: the second is dead. */
    FIRST,
    /** The second alone: the first is dead. */
    SECOND;

    /** A channel this much weaker than the other (40 dB in power) counts as dead. */
    private static final double DEAD = 1e-4;

    private static final double OPPOSITE = -0.5;

    /**
     * Chooses from the sums of squares of both channels and of their products, over the whole recording.
     */
    static ChannelMixture choose(double first, double second, double product) {
        if (second <= first * DEAD) {
            return FIRST;
        }
        if (first <= second * DEAD) {
            return SECOND;
        }
        return product / Math.sqrt(first * second) < OPPOSITE ? DIFFERENCE : SUM;
    }

    short mix(short first, short second) {
        return switch (this) {
            case MONO, FIRST -> first;
            case SECOND -> second;
            case SUM -> (short) ((first + second) / 2);
            case DIFFERENCE -> (short) ((first - second) / 2);
        };
    }
}
