package org.tapescript.acoustic.sphinx;

import be.tarsos.dsp.util.fft.FFT;
import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DoubleData;

/**
 * Power spectra of windows, computed as Sphinx4's {@code DiscreteFourierTransform} does: padded to a power of two, from 0 to
 * half the sample rate. Sphinx4's own implementation took a third of the front end's time.
 */
final class PowerSpectrum extends BaseDataProcessor {
    private FFT fft;
    private float[] values;

    @Override
    public Data getData() {
        Data data = getPredecessor().getData();
        return data instanceof DoubleData window ? transformed(window) : data;
    }

    private DoubleData transformed(DoubleData window) {
        double[] samples = window.getValues();
        if (fft == null || values.length < samples.length) {
            values = new float[Math.max(2, Integer.highestOneBit(2 * samples.length - 1))];
            fft = new FFT(values.length);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = i < samples.length ? (float) samples[i] : 0;
        }
        fft.forwardTransform(values);
        // Real and imaginary part of each frequency follow each other; the first two are the real parts of both ends.
        int half = values.length / 2;
        double[] power = new double[half + 1];
        power[0] = values[0] * (double) values[0];
        power[half] = values[1] * (double) values[1];
        for (int k = 1; k < half; k++) {
            double real = values[2 * k];
            double imaginary = values[2 * k + 1];
            power[k] = real * real + imaginary * imaginary;
        }
        return new DoubleData(power, window.getSampleRate(), window.getFirstSampleNumber());
    }
}
