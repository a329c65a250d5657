package org.tapescript.audio.play;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What second of the tape is heard, by how many samples the output says it has played. Outputs count samples as played when a sound
 * server or driver takes a block of them, which is before they are heard, by up to a block; so the samples heard lie on the highest
 * line, rising with the computer's clock, that no count of the last while lies below. It never passes what was written, and never
 * goes back. Not thread-safe.
 */
final class PlayClock {
    /** Counts of so long decide. */
    private static final double WINDOW_NANOS = 2e9;
    /** They are kept together for so long. */
    private static final double BIN_NANOS = 0.1e9;

    /** When, by the counts of a short time, the first sample was heard at the latest; all by the computer's clock. */
    private record Bin(double fromNanos, double firstNanos) {}

    /** From an output sample on, the tape is heard from a second on. */
    private record Stretch(long frame, double second) {}

    private final Deque<Stretch> stretches = new ArrayDeque<>();
    private double stopped;
    private boolean running;
    private double tempo = 1;
    private long written;
    private final Deque<Bin> bins = new ArrayDeque<>();
    private double reached;

    /** Begins counting with the output flushed. */
    void start(double second, double tempo) {
        stretches.clear();
        stretches.add(new Stretch(0, second));
        this.tempo = tempo;
        running = true;
        written = 0;
        bins.clear();
        reached = 0;
    }

    /** What is written next is from another second of the tape. */
    void jump(double second) {
        stretches.add(new Stretch(written, second));
    }

    void written(int frames) {
        written += frames;
    }

    void stop(double second) {
        running = false;
        stopped = second;
    }

    boolean isHeard(long framesHeard, int sampleRate, long nanos) {
        return frames(framesHeard, sampleRate, nanos) >= written;
    }

    private double frames(long framesHeard, int sampleRate, long nanos) {
        if (framesHeard == 0) {
            return 0;
        }
        double first = nanos - framesHeard * 1e9 / sampleRate;
        if (bins.isEmpty() || nanos - bins.getLast().fromNanos >= BIN_NANOS) {
            bins.add(new Bin(nanos, first));
        } else if (first > bins.getLast().firstNanos) {
            bins.add(new Bin(bins.removeLast().fromNanos, first));
        }
        while (nanos - bins.getFirst().fromNanos > WINDOW_NANOS) {
            bins.removeFirst();
        }
        double latest = bins.stream().mapToDouble(Bin::firstNanos).max().orElse(first);
        reached = Math.max(reached, Math.min(written, (nanos - latest) * sampleRate / 1e9));
        return reached;
    }

    double position(long framesHeard, int sampleRate, long nanos) {
        if (!running) {
            return stopped;
        }
        double frames = frames(framesHeard, sampleRate, nanos);
        while (stretches.size() > 1 && second().frame <= frames) {
            stretches.removeFirst();
        }
        Stretch now = stretches.getFirst();
        return now.second + Math.max(0, frames - now.frame) / sampleRate * tempo;
    }

    private Stretch second() {
        return stretches.stream().skip(1).findFirst().orElseThrow();
    }
}
