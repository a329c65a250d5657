package org.tapescript.audio;

import java.util.List;

/** Lowest and highest amplitude of any stretch of several recordings in order, fast enough to draw each pixel of a window by. */
public final class TapePeaks {
    private final List<PeakPyramid> sides;
    private final TapeSound sound;
    private final long[] starts;
    private final float[] buffer = new float[4 * PeakPyramid.BASE];

    /**
     * @param sides peaks of each recording
     * @param lengths samples of each
     * @param sound of all, for stretches shorter than the peaks'
     */
    public TapePeaks(List<PeakPyramid> sides, List<Long> lengths, TapeSound sound) {
        this.sides = List.copyOf(sides);
        this.sound = sound;
        this.starts = new long[sides.size() + 1];
        for (int i = 0; i < sides.size(); i++) {
            starts[i + 1] = starts[i] + lengths.get(i);
        }
    }

    /**
     * Puts lowest and highest amplitude, in [-1, 1], of the samples {@code [from, to)} into {@code result}. Not thread-safe.
     */
    public void range(long from, long to, float[] result) {
        result[0] = 0;
        result[1] = 0;
        if (to - from <= buffer.length) {
            int n = (int) Math.max(1, to - from);
            sound.read(from, buffer, n);
            for (int i = 0; i < n; i++) {
                result[0] = Math.min(result[0], buffer[i] / 32768);
                result[1] = Math.max(result[1], buffer[i] / 32768);
            }
            return;
        }
        for (int i = 0; i < sides.size(); i++) {
            long first = Math.max(from, starts[i]) - starts[i];
            long last = Math.min(to, starts[i + 1]) - starts[i];
            if (first < last) {
                range(sides.get(i), first, last, result);
            }
        }
    }

    private static void range(PeakPyramid side, long from, long to, float[] result) {
        int level = 0;
        long size = PeakPyramid.BASE;
        while (level + 1 < side.levels() && size * 8 < to - from) {
            level++;
            size *= 2;
        }
        int last = (int) Math.min(side.size(level), (to + size - 1) / size);
        for (int i = (int) (from / size); i < last; i++) {
            result[0] = Math.min(result[0], side.low(level, i));
            result[1] = Math.max(result[1], side.high(level, i));
        }
    }
}
