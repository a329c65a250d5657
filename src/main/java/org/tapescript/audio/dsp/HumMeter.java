package org.tapescript.audio.dsp;

import be.tarsos.dsp.util.fft.FFT;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.tapescript.acoustic.SampleSource;

/**
 * How much a stretch of sound is hummed: one clear pitch that stays where it is, as in "mhm". In running speech pitch glides, and
 * where two speak at once neither is clear for long.
 *
 * <p>Pitch is the fundamental whose harmonics are the most salient in the whitened spectrum (A. Klapuri 2006, Multiple Fundamental
 * Frequency Estimation by Summing Harmonic Amplitudes, Proc. ISMIR, equations 2 and 5); only the first fundamental is looked for.
 * Safe from several threads.
 */
public final class HumMeter {
    /** Samples that are averaged into one: harmonics that matter lie below 2 kHz. */
    private static final int DECIMATION = 4;
    /** Decimated samples of a frame, 64 ms at 16 kHz: harmonics of low voices must stand apart. */
    private static final int WINDOW = 256;
    /** Bins of the spectrum, finer than the window's own: a harmonic may lie anywhere. */
    private static final int TRANSFORM = 1024;
    /** Frames a second. */
    private static final int FRAMES = 100;

    private static final double LOWEST = 70;
    private static final double HIGHEST = 350;
    private static final int PITCHES = 112;
    private static final int HARMONICS = 12;
    private static final double HIGHEST_HARMONIC = 1900;
    /** Hertz around a bin whose mean power is taken for its neighbourhood's. */
    private static final double NEIGHBOURHOOD = 300;
    /** Klapuri's alpha and beta, in hertz. */
    private static final double ALPHA = 27;

    private static final double BETA = 320;

    /** Salience that hiss reaches by chance. */
    private static final double CHANCE = 2.5;
    /** Frames before and after in which the pitch must be the same, within a semitone. */
    private static final int STEADY = 3;

    private static final double SEMITONE = Math.log(2) / 12;

    private final SampleSource sound;
    private final int rate;
    private final double bin;
    private final double[] window = new double[WINDOW];
    /** By pitch and harmonic: where it lies in the spectrum, in bins, and what it weighs. */
    private final double[][] place = new double[PITCHES][];

    private final double[][] weight = new double[PITCHES][];

    /** The most salient pitch of a frame. */
    private record Hum(int pitch, double salience) {}

    /** By frame: stretches that are asked for follow each other frame by frame. */
    private final Map<Integer, Hum> heard = new ConcurrentHashMap<>();

    /** Those that no thread uses just now. */
    private final Queue<Workspace> idle = new ConcurrentLinkedQueue<>();

    /** What one thread works out a spectrum with. */
    private static final class Workspace {
        private final FFT fft = new FFT(TRANSFORM);
        private final float[] samples = new float[WINDOW * DECIMATION];
        private final float[] transform = new float[TRANSFORM];
        private final float[] amplitudes = new float[TRANSFORM / 2];
        private final double[] power = new double[TRANSFORM / 2 + 1];
    }

    /** @param sound 16-bit amplitudes */
    public HumMeter(SampleSource sound) {
        this.sound = sound;
        this.rate = sound.rate();
        this.bin = rate / (double) DECIMATION / TRANSFORM;
        for (int i = 0; i < WINDOW; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / (WINDOW - 1));
        }
        for (int p = 0; p < PITCHES; p++) {
            double pitch = pitch(p);
            int harmonics = (int) Math.min(HARMONICS, HIGHEST_HARMONIC / pitch);
            place[p] = new double[harmonics];
            weight[p] = new double[harmonics];
            for (int h = 0; h < harmonics; h++) {
                place[p][h] = (h + 1) * pitch / bin;
                weight[p][h] = (pitch + ALPHA) / ((h + 1) * pitch + BETA);
            }
        }
    }

    private static double pitch(int index) {
        return LOWEST * Math.pow(HIGHEST / LOWEST, index / (PITCHES - 1.0));
    }

    /**
     * Mean over the frames between two moments, in seconds, of how far the salience of a steady pitch exceeds chance.
     *
     * @return 0 where nothing is hummed; about 0.5 to 3 for a clear "mhm"
     */
    public double hum(double from, double to) {
        int first = (int) Math.round(from * FRAMES);
        int frames = Math.max(1, (int) Math.round(to * FRAMES) - first);
        double step = Math.log(HIGHEST / LOWEST) / (PITCHES - 1);
        double sum = 0;
        for (int t = first; t < first + frames; t++) {
            Hum hum = heard(t);
            int glide = Math.max(
                    Math.abs(hum.pitch - heard(t - STEADY).pitch), Math.abs(hum.pitch - heard(t + STEADY).pitch));
            sum += glide * step < SEMITONE ? Math.max(0, hum.salience - CHANCE) : 0;
        }
        return sum / frames;
    }

    private Hum heard(int frame) {
        Hum known = heard.get(frame);
        if (known == null) {
            Workspace idling = idle.poll();
            Workspace work = idling == null ? new Workspace() : idling;
            known = loudest(whitened((long) frame * rate / FRAMES, work));
            idle.add(work);
            heard.put(frame, known);
        }
        return known;
    }

    private Hum loudest(float[] amplitudes) {
        Hum best = new Hum(0, 0);
        for (int p = 0; p < PITCHES; p++) {
            double s = salience(amplitudes, p);
            best = s > best.salience ? new Hum(p, s) : best;
        }
        return best;
    }

    private double salience(float[] amplitudes, int pitch) {
        double sum = 0;
        for (int h = 0; h < place[pitch].length; h++) {
            int low = (int) place[pitch][h];
            double share = place[pitch][h] - low;
            sum += weight[pitch][h] * ((1 - share) * amplitudes[low] + share * amplitudes[low + 1]);
        }
        return sum;
    }

    /** The spectrum around a sample, each bin divided by what is usual around it. */
    private float[] whitened(long sample, Workspace work) {
        float[] samples = work.samples;
        float[] transform = work.transform;
        float[] amplitudes = work.amplitudes;
        double[] power = work.power;
        sound.read(sample - samples.length / 2, samples, samples.length);
        for (int i = 0; i < WINDOW; i++) {
            float sum = 0;
            for (int k = 0; k < DECIMATION; k++) {
                sum += samples[i * DECIMATION + k];
            }
            transform[i] = (float) (sum / DECIMATION * window[i]);
        }
        Arrays.fill(transform, WINDOW, TRANSFORM, 0);
        work.fft.forwardTransform(transform);
        work.fft.modulus(transform, amplitudes);
        int bins = amplitudes.length;
        for (int i = 0; i < bins; i++) {
            power[i + 1] = power[i] + (double) amplitudes[i] * amplitudes[i];
        }
        int half = (int) (NEIGHBOURHOOD / bin / 2);
        for (int i = 0; i < bins; i++) {
            int from = Math.max(0, i - half);
            int to = Math.min(bins, i + half);
            double around = (power[to] - power[from]) / (to - from);
            amplitudes[i] = around <= 0 ? 0 : (float) (amplitudes[i] / Math.sqrt(around));
        }
        return amplitudes;
    }
}
