package org.tapescript.support;

import org.tapescript.audio.play.AudioOutput;

/** A sound device that nobody hears and that plays by the computer's clock, as a null sink does. */
public final class QuietOutput implements AudioOutput {
    private static final double BUFFER_SECONDS = 0.08;

    private int rate;
    private long startNanos;
    private long written;

    @Override
    public synchronized void open(int sampleRate) {
        rate = sampleRate;
        startNanos = System.nanoTime();
    }

    @Override
    public void write(byte[] samples, int count) {
        synchronized (this) {
            if (framesHeard() >= written) {
                startNanos = System.nanoTime() - written * 1_000_000_000L / rate;
            }
            written += count / 2;
        }
        try {
            while (written - framesHeard() > rate * BUFFER_SECONDS) {
                Thread.sleep(2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized long framesHeard() {
        return Math.min(written, (System.nanoTime() - startNanos) * rate / 1_000_000_000L);
    }

    @Override
    public synchronized void flush() {
        startNanos = System.nanoTime();
        written = 0;
    }

    @Override
    public void close() {}
}
