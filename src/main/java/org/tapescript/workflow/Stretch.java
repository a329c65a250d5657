package org.tapescript.workflow;

import org.tapescript.acoustic.SampleSource;

/**
 * A stretch of a sound.
 *
 * @param from sample of the sound at which it begins
 * @param to sample after its last
 */
record Stretch(SampleSource sound, long from, long to) implements SampleSource {
    static Stretch ofSeconds(SampleSource sound, double start, double end) {
        return new Stretch(
                sound,
                Math.max(0, Math.round(start * sound.rate())),
                Math.min(sound.length(), Math.round(end * sound.rate())));
    }

    @Override
    public int rate() {
        return sound.rate();
    }

    @Override
    public long length() {
        return to - from;
    }

    @Override
    public void read(long at, float[] target, int count) {
        sound.read(from + at, target, count);
        for (int i = 0; i < count; i++) {
            if (at + i < 0 || at + i >= length()) {
                target[i] = 0;
            }
        }
    }
}
