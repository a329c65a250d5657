package org.tapescript.audio.dsp;

import be.tarsos.dsp.util.fft.FFT;
import be.tarsos.dsp.util.fft.HannWindow;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** Decibels above the neighbourhood that make a line. Speech has none so low as the mains themselves. */
    private static final double LINE = 12;
    /** Harmonics, where many a recorder and microphone no longer hear the mains themselves; at least two must agree. */
    private static final int[] HARMONICS = {2, 3, 4, 5, 6};

    /** Share by which a harmonic may lie off the others. */
    private static final double AGREEMENT = 0.002;

    /** Samples that are averaged into one: hum lies low. */
    private static final int DECIMATION = 16;

    private static final int WINDOW = 1 << 13;
    private static final int WINDOWS = 60;
    /** Neighbourhood of a line: bins on either side, but for the nearest. */
    private static final int FAR = 40;

    private static final int NEAR = 6;

    private MainsHum() {}

    /** How fast a recording runs, 1 being right; nothing if there is no hum. */
    public static OptionalDouble speed(SampleSource source) {
        int rate = source.rate();
        double[] power = spectrum(source);
        double hertz = rate / (double) DECIMATION / WINDOW;
        Optional<Line> line = Arrays.stream(MAINS)
                .mapToObj(mains -> line(power, hertz, mains))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Line::decibels));
        return line.or(() -> Arrays.stream(MAINS)
                        .mapToObj(mains -> harmonics(power, hertz, mains))
                        .flatMap(Optional::stream)
                        .max(Comparator.comparingDouble(Line::decibels)))
                .map(found -> OptionalDouble.of(found.speed()))
                .orElse(OptionalDouble.empty());
    }

    /** A line in the spectrum: by how much it stands out, and how fast the recording runs if it is the mains'. */
    private record Line(double decibels, double speed) {}

    /** The clearest line where a frequency would be at the speeds looked for. */
    private static Optional<Line> line(double[] power, double hertz, double frequency) {
        int from = (int) Math.round(frequency * (1 - RANGE) / hertz);
        int to = (int) Math.round(frequency * (1 + RANGE) / hertz);
        int best = from;
        for (int bin = from; bin <= to; bin++) {
            best = line(power, bin) > line(power, best) ? bin : best;
        }
        return line(power, best) > LINE
                ? Optional.of(new Line(line(power, best), centre(power, best) * hertz / frequency))
                : Optional.empty();
    }

    /** Several harmonics' lines that agree, added up. */
    private static Optional<Line> harmonics(double[] power, double hertz, double mains) {
        List<Line> lines = Arrays.stream(HARMONICS)
                .mapToObj(h -> line(power, hertz, h * mains))
                .flatMap(Optional::stream)
                .toList();
        Optional<Line> best = Optional.empty();
        for (Line line : lines) {
            List<Line> agreeing = lines.stream()
                    .filter(l -> Math.abs(l.speed - line.speed) < AGREEMENT)
                    .toList();
            double decibels = agreeing.stream().mapToDouble(Line::decibels).sum();
            if (agreeing.size() > 1 && (best.isEmpty() || decibels > best.get().decibels)) {
                double speed =
                        agreeing.stream().mapToDouble(Line::speed).average().orElseThrow();
                best = Optional.of(new Line(decibels, speed));
            }
        }
        return best;
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
