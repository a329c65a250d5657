package org.tapescript.audio.dsp;

import be.tarsos.dsp.util.fft.FFT;
import be.tarsos.dsp.util.fft.HannWindow;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.tapescript.acoustic.SampleSource;

/**
 * Tells from mains hum how fast a tape ran when it was digitised. Mains have 50 or 60 Hz, very exactly; a hum of 53 Hz was recorded
 * as one of 50 and is played 6 % too fast (the electric network frequency criterion; C. Grigoras 2007, Forensic Science
 * International 167).
 */
public final class MainsHum {
    private static final double[] MAINS = {50, 60};
    /** Speeds that are looked for, either way. */
    private static final double RANGE = 0.08;

    /** Decibels above the neighbourhood that make a line. Speech has none so low. */
    private static final double LINE = 12;

    /** Samples that are averaged into one: hum lies low. */
    private static final int DECIMATION = 16;

    private static final int WINDOW = 1 << 13;
    private static final int WINDOWS = 60;
    /** Neighbourhood of a line: bins on either side, but for the nearest. */
    private static final int FAR = 40;

    private static final int NEAR = 6;

    private MainsHum() {}

    /**
     * @param rate samples a second
     * @return how fast the recording runs, 1 being right; nothing if there is no hum
     */
    public static OptionalDouble speed(SampleSource source, int rate) {
        double[] power = spectrum(source);
        double hertz = rate / (double) DECIMATION / WINDOW;
        double best = LINE;
        OptionalDouble speed = OptionalDouble.empty();
        for (double mains : MAINS) {
            int to = (int) Math.round(mains * (1 + RANGE) / hertz);
            for (int bin = (int) Math.round(mains * (1 - RANGE) / hertz); bin <= to; bin++) {
                double decibels = line(power, bin);
                if (decibels > best) {
                    best = decibels;
                    speed = OptionalDouble.of(centre(power, bin) * hertz / mains);
                }
            }
        }
        return speed;
    }

    /** Where the power around a bin has its middle: the hum of a tape that runs unevenly is a narrow band. */
    private static double centre(double[] power, int bin) {
        double sum = 0;
        double weighted = 0;
        for (int i = bin - NEAR; i <= bin + NEAR; i++) {
            sum += power[i];
            weighted += i * power[i];
        }
        return weighted / sum;
    }

    /** Mean power spectrum of windows from all over the recording, up to half the decimated rate. */
    private static double[] spectrum(SampleSource source) {
        FFT fft = new FFT(WINDOW, new HannWindow());
        float[] block = new float[DECIMATION];
        float[] window = new float[WINDOW];
        float[] amplitudes = new float[WINDOW / 2];
        double[] power = new double[WINDOW / 2];
        long span = (long) WINDOW * DECIMATION;
        long count = Math.min(WINDOWS, source.length() / span);
        for (int w = 0; w < count; w++) {
            long from = count == 1 ? 0 : w * (source.length() - span) / (count - 1);
            for (int i = 0; i < WINDOW; i++) {
                source.read(from + (long) i * DECIMATION, block, DECIMATION);
                float sum = 0;
                for (float v : block) {
                    sum += v;
                }
                window[i] = sum / DECIMATION;
            }
            fft.forwardTransform(window);
            fft.modulus(window, amplitudes);
            for (int i = 0; i < amplitudes.length; i++) {
                power[i] += (double) amplitudes[i] * amplitudes[i];
            }
        }
        return power;
    }

    /** Decibels by which the power at a bin stands above that around it. */
    private static double line(double[] power, int at) {
        double[] around = new double[2 * (FAR - NEAR)];
        for (int i = 0; i < FAR - NEAR; i++) {
            around[2 * i] = power[at - NEAR - 1 - i];
            around[2 * i + 1] = power[at + NEAR + 1 + i];
        }
        Arrays.sort(around);
        double floor = around[around.length / 2];
        return floor <= 0 ? 0 : 10 * Math.log10(Math.max(1e-9, power[at] / floor));
    }
}
