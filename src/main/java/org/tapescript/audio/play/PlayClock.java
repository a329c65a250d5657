package org.tapescript.audio.play;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What second of the tape is heard, by how many samples the output says it has played. The output counts in steps of about its
 * buffer and never says too much; so the samples heard lie on the lowest line, rising with the computer's clock, that no count lies
 * above. It never passes what was written. Not thread-safe.
 */
final class PlayClock {
    /** An output this far behind the line has been without sound for a while. */
    private static final double STALLED_SECONDS = 0.15;
    /** The two clocks may differ by so much: the line is let down by it, to be raised again by the next count. */
    private static final double DRIFT = 1e-4;

    /** From an output sample on, the tape is heard from a second on. */
    private record Stretch(long frame, double second) {}

    private final Deque<Stretch> stretches = new ArrayDeque<>();
    private double stopped;
    private boolean running;
    private double tempo = 1;
    private long written;
    /** Clock at which, by that line, the first sample was heard; not a number as long as none was. */
    private double firstNanos;

    private long lastNanos;

    /** Begins counting with the output flushed. */
    void start(double second, double tempo) {
        stretches.clear();
        stretches.add(new Stretch(0, second));
        this.tempo = tempo;
        running = true;
        written = 0;
        firstNanos = Double.NaN;
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
        if (Double.isNaN(firstNanos) || first - firstNanos > STALLED_SECONDS * 1e9) {
            firstNanos = first;
        } else {
            firstNanos = Math.min(first, firstNanos + DRIFT * (nanos - lastNanos));
        }
        lastNanos = nanos;
        return Math.min(written, (nanos - firstNanos) * sampleRate / 1e9);
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
