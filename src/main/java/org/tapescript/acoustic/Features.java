package org.tapescript.acoustic;

import java.util.Arrays;
import java.util.List;

/**
 * Acoustic feature vectors of a stretch of sound: one vector of {@link #dimension()} floats a frame, frames 10 ms apart.
 *
 * <p>Frame {@code t} looks at the samples around {@code t} x 10 ms; see {@link #FRAME_CENTRE_SECONDS}. Not copied: callers
 * treat the values as read-only.
 */
public final class Features {
    /** Distance of two frames in seconds. */
    public static final double FRAME_SECONDS = 0.010;

    /** Where, after the start of its 10 ms, the middle of a frame's 25.625 ms window lies. */
    public static final double FRAME_CENTRE_SECONDS = 0.0128125;

    private final float[] values;
    private final int dimension;

    public Features(float[] values, int dimension) {
        if (dimension <= 0 || values.length % dimension != 0) {
            throw new IllegalArgumentException(values.length + " values do not make vectors of " + dimension);
        }
        this.values = values;
        this.dimension = dimension;
    }

    /** The first of every so many frames. */
    public Features every(int step) {
        int frames = (frames() + step - 1) / step;
        float[] kept = new float[frames * dimension];
        for (int t = 0; t < frames; t++) {
            System.arraycopy(values, offset(t * step), kept, t * dimension, dimension);
        }
        return new Features(kept, dimension);
    }

    /** Frames {@code [from, to)}. */
    public Features part(int from, int to) {
        return new Features(Arrays.copyOfRange(values, offset(from), offset(Math.max(from, to))), dimension);
    }

    /** The frames of several, of one dimension, behind each other. */
    public static Features joined(List<Features> parts) {
        int length = parts.stream().mapToInt(p -> p.values.length).sum();
        float[] all = new float[length];
        int at = 0;
        for (Features part : parts) {
            System.arraycopy(part.values, 0, all, at, part.values.length);
            at += part.values.length;
        }
        return new Features(all, parts.get(0).dimension);
    }

    public int frames() {
        return values.length / dimension;
    }

    public int dimension() {
        return dimension;
    }

    /** All values, frame after frame. */
    public float[] values() {
        return values;
    }

    /** Index in {@link #values()} of the first value of a frame. */
    public int offset(int frame) {
        return frame * dimension;
    }
}
