package org.tapescript.audio.dsp;

import be.tarsos.dsp.util.fft.FFT;
import be.tarsos.dsp.util.fft.HannWindow;
import org.tapescript.acoustic.SampleSource;

/** How loud each pitch is at each moment of a sound, for looking at. Not thread-safe. */
public final class Spectrogram {
    /** Samples looked at for one column: 25.6 ms at 16 kHz, as short as vowels' formants allow. */
    private static final int WINDOW = 512;

    private static final double FLOOR_DECIBELS = -42;
    private static final double RANGE_DECIBELS = 50;

    private final SampleSource sound;
    private final FFT fft = new FFT(WINDOW, new HannWindow());
    private final float[] samples = new float[WINDOW];
    private final float[] amplitudes = new float[WINDOW / 2];

    /** @param sound 16-bit amplitudes */
    public Spectrogram(SampleSource sound) {
        this.sound = sound;
    }

    /**
     * Loudness in [0, 1] of the frequencies around a sample, lowest first.
     *
     * @param column receives {@code column.length} bands of equal width up to half the sample rate
     */
    public void column(long sample, float[] column) {
        sound.read(sample - WINDOW / 2, samples, WINDOW);
        for (int i = WINDOW - 1; i > 0; i--) {
            samples[i] = (samples[i] - 0.95f * samples[i - 1]) / 32768;
        }
        samples[0] = 0;
        fft.forwardTransform(samples);
        fft.modulus(samples, amplitudes);
        for (int band = 0; band < column.length; band++) {
            int from = band * amplitudes.length / column.length;
            int to = Math.max(from + 1, (band + 1) * amplitudes.length / column.length);
            float most = 0;
            for (int i = from; i < to; i++) {
                most = Math.max(most, amplitudes[i]);
            }
            double decibels = 20 * Math.log10(Math.max(1e-9, most));
            column[band] = (float) Math.max(0, Math.min(1, (decibels - FLOOR_DECIBELS) / RANGE_DECIBELS));
        }
    }
}
