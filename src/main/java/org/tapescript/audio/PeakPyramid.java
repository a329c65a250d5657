package org.tapescript.audio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lowest and highest amplitude of each stretch of samples, in levels that halve: what a waveform is drawn from at any zoom.
 * One byte an extreme, so an hour takes 0.9 MB.
 */
public final class PeakPyramid {
    /** Samples in a stretch of the finest level. */
    public static final int BASE = 256;

    private final byte[][] levels;

    private PeakPyramid(byte[][] levels) {
        this.levels = levels;
    }

    /** Reads the finest level from a file and builds the others. */
    public static PeakPyramid read(Path file) throws IOException {
        return new PeakPyramid(build(Files.readAllBytes(file)));
    }

    private static byte[][] build(byte[] finest) {
        java.util.List<byte[]> levels = new java.util.ArrayList<>();
        levels.add(finest);
        for (byte[] last = finest; last.length > 2; last = levels.get(levels.size() - 1)) {
            int pairs = last.length / 2;
            byte[] next = new byte[(pairs + 1) / 2 * 2];
            for (int i = 0; i < next.length; i += 2) {
                int a = i * 2;
                int b = Math.min(a + 2, last.length - 2);
                next[i] = (byte) Math.min(last[a], last[b]);
                next[i + 1] = (byte) Math.max(last[a + 1], last[b + 1]);
            }
            levels.add(next);
        }
        return levels.toArray(byte[][]::new);
    }

    public int levels() {
        return levels.length;
    }

    /** Number of stretches of a level. */
    public int size(int level) {
        return levels[level].length / 2;
    }

    /** Lowest amplitude in a stretch, in [-1, 1]. */
    public float low(int level, int index) {
        return levels[level][2 * index] / 127f;
    }

    /** Highest amplitude in a stretch, in [-1, 1]. */
    public float high(int level, int index) {
        return levels[level][2 * index + 1] / 127f;
    }

    /** Collects the finest level while samples pass by. */
    static final class Builder {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int low;
        private int high;
        private int count;

        void add(short sample) {
            low = count == 0 ? sample : Math.min(low, sample);
            high = count == 0 ? sample : Math.max(high, sample);
            if (++count == BASE) {
                flush();
            }
        }

        private void flush() {
            out.write(Math.floorDiv(low * 127, 32768));
            out.write(-Math.floorDiv(-high * 127, 32768));
            count = 0;
        }

        byte[] finish() {
            if (count > 0) {
                flush();
            }
            return out.toByteArray();
        }
    }
}
