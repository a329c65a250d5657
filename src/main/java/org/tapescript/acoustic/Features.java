package org.tapescript.acoustic;

import java.util.List;

/**
 * Acoustic feature vectors of a stretch of sound: one vector of {@link #dimension()} floats a frame, frames 10 ms apart.
 *
 * <p>Frame {@code t} looks at the samples around {@code t} x 10 ms; see {@link #FRAME_CENTRE_SECONDS}. Not copied: callers
 * treat the values as read-only. Vectors that follow from smaller ones may be worked out whenever they are read: of ten hours, 39 values a
 * frame would be 560 MB, the 13 they are made of are 190.
 */
public final class Features {
    /** Distance of two frames in seconds. */
    public static final double FRAME_SECONDS = 0.010;

    /** Where, after the start of its 10 ms, the middle of a frame's 25.625 ms window lies. */
    public static final double FRAME_CENTRE_SECONDS = 0.0128125;

    /** Where vectors come from. Thread-safe. */
    public interface Rows {
        /** Writes values {@code [from, to)} of a frame to {@code target}, from {@code at} on. */
        void read(int frame, int from, int to, float[] target, int at);
    }

    private record Stored(float[] values, int dimension) implements Rows {
        @Override
        public void read(int frame, int from, int to, float[] target, int at) {
            System.arraycopy(values, frame * dimension + from, target, at, to - from);
        }
    }

    private final Rows rows;
    private final int frames;
    private final int dimension;

    public Features(float[] values, int dimension) {
        this(new Stored(values, dimension), values.length / Math.max(1, dimension), dimension);
        if (dimension <= 0 || values.length % dimension != 0) {
            throw new IllegalArgumentException(values.length + " values do not make vectors of " + dimension);
        }
    }

    /** Vectors that are worked out when they are read. */
    public Features(Rows rows, int frames, int dimension) {
        this.rows = rows;
        this.frames = frames;
        this.dimension = dimension;
    }

    /** The first of every so many frames. */
    public Features every(int step) {
        return new Features(
                (t, from, to, target, at) -> rows.read(t * step, from, to, target, at),
                (frames + step - 1) / step,
                dimension);
    }

    /** Frames {@code [from, to)}. */
    public Features part(int from, int to) {
        return new Features(values(from, Math.max(from, to)), dimension);
    }

    /** The frames of several, of one dimension, behind each other. */
    public static Features joined(List<Features> parts) {
        int dimension = parts.get(0).dimension;
        float[] all = new float[parts.stream().mapToInt(Features::frames).sum() * dimension];
        int at = 0;
        for (Features part : parts) {
            System.arraycopy(part.values(), 0, all, at, part.frames * dimension);
            at += part.frames * dimension;
        }
        return new Features(all, dimension);
    }

    public int frames() {
        return frames;
    }

    public int dimension() {
        return dimension;
    }

    /** One value of a frame. */
    public float value(int frame, int index) {
        float[] one = new float[1];
        rows.read(frame, index, index + 1, one, 0);
        return one[0];
    }

    /** Writes values {@code [from, to)} of a frame to {@code target}, from {@code at} on. */
    public void read(int frame, int from, int to, float[] target, int at) {
        rows.read(frame, from, to, target, at);
    }

    /** All values, frame after frame; a copy, if they are worked out when they are read. */
    public float[] values() {
        return rows instanceof Stored stored ? stored.values : values(0, frames);
    }

    /** A copy of {@link #values()}. */
    public float[] copy() {
        return values(0, frames);
    }

    private float[] values(int from, int to) {
        float[] values = new float[(to - from) * dimension];
        for (int t = from; t < to; t++) {
            rows.read(t, 0, dimension, values, (t - from) * dimension);
        }
        return values;
    }

    /** Index in {@link #values()} of the first value of a frame. */
    public int offset(int frame) {
        return frame * dimension;
    }
}
