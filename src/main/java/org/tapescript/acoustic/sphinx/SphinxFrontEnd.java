package org.tapescript.acoustic.sphinx;

import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataEndSignal;
import edu.cmu.sphinx.frontend.DataProcessor;
import edu.cmu.sphinx.frontend.DataStartSignal;
import edu.cmu.sphinx.frontend.DoubleData;
import edu.cmu.sphinx.frontend.denoise.Denoise;
import edu.cmu.sphinx.frontend.filter.Preemphasizer;
import edu.cmu.sphinx.frontend.frequencywarp.MelFrequencyFilterBank;
import edu.cmu.sphinx.frontend.transform.DiscreteCosineTransform;
import edu.cmu.sphinx.frontend.transform.DiscreteCosineTransform2;
import edu.cmu.sphinx.frontend.transform.Lifter;
import edu.cmu.sphinx.frontend.window.RaisedCosineWindower;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.FrontEnd;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.job.CancellationToken;

/**
 * Sphinx4's own front end, up to the cepstra: pre-emphasis, window, mel filters, noise removal, cosine transform; the spectrum alone is
 * {@link PowerSpectrum}'s.
 *
 * <p>{@code Denoise} stays in although the models do not name it: without it tapes with noise 10 dB below the voice cannot
 * be aligned at all. Each call builds a pipeline of its own, so calls may run side by side.
 */
final class SphinxFrontEnd implements FrontEnd {
    private static final int BLOCK = 16_000;
    // Sphinx4's defaults, named there LAMBDA_POWER, LAMBDA_A, LAMBDA_B, LAMBDA_T, MU_T, MAX_GAIN, SMOOTH_WINDOW.
    private static final double LAMBDA_POWER = 0.7;
    private static final double LAMBDA_A = 0.995;
    private static final double LAMBDA_B = 0.5;
    private static final double LAMBDA_T = 0.85;
    private static final double MU_T = 0.2;
    private static final double MAX_GAIN = 20;
    private static final int SMOOTH_WINDOW = 4;
    private static final double PRE_EMPHASIS = 0.97;
    private static final double HAMMING = 0.46;
    private static final float WINDOW_MS = 25.625f;
    private static final float SHIFT_MS = 10f;

    private final FeatureParameters parameters;

    SphinxFrontEnd(FeatureParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public int sampleRate() {
        return parameters.sampleRate();
    }

    @Override
    public Features cepstra(SampleSource samples, CancellationToken cancel) {
        DataProcessor last = pipeline(new Feed(samples, parameters.sampleRate(), cancel));
        int dimension = parameters.cepstra();
        float[] out = new float[dimension * (int) (samples.length() * 100 / parameters.sampleRate() + 8)];
        int n = 0;
        for (Data data = last.getData(); data != null && !(data instanceof DataEndSignal); data = last.getData()) {
            if (data instanceof DoubleData frame) {
                if (n + dimension > out.length) {
                    out = Arrays.copyOf(out, out.length + 64 * dimension);
                }
                double[] values = frame.getValues();
                for (int d = 0; d < dimension; d++) {
                    out[n++] = (float) values[d];
                }
            }
        }
        return new Features(Arrays.copyOf(out, n), dimension);
    }

    private DataProcessor pipeline(DataProcessor source) {
        List<BaseDataProcessor> stages = new ArrayList<>();
        stages.add(new Preemphasizer(PRE_EMPHASIS));
        stages.add(new RaisedCosineWindower(HAMMING, WINDOW_MS, SHIFT_MS));
        stages.add(new PowerSpectrum());
        stages.add(new MelFrequencyFilterBank(parameters.lowerHertz(), parameters.upperHertz(), parameters.filters()));
        stages.add(new Denoise(LAMBDA_POWER, LAMBDA_A, LAMBDA_B, LAMBDA_T, MU_T, MAX_GAIN, SMOOTH_WINDOW));
        stages.add(
                parameters.transform().equals("dct")
                        ? new DiscreteCosineTransform2(parameters.filters(), parameters.cepstra())
                        : new DiscreteCosineTransform(parameters.filters(), parameters.cepstra()));
        if (parameters.lifter() > 0) {
            stages.add(new Lifter(parameters.lifter()));
        }
        DataProcessor last = source;
        for (BaseDataProcessor stage : stages) {
            stage.setPredecessor(last);
            stage.initialize();
            last = stage;
        }
        return last;
    }

    /** Hands the samples on in blocks, between the two signals that Sphinx4 expects. */
    private static final class Feed extends BaseDataProcessor {
        private final SampleSource samples;
        private final int rate;
        private final CancellationToken cancel;
        private final float[] block = new float[BLOCK];
        private long position = -1;
        private boolean ended;

        Feed(SampleSource samples, int rate, CancellationToken cancel) {
            this.samples = samples;
            this.rate = rate;
            this.cancel = cancel;
        }

        @Override
        public Data getData() {
            cancel.check();
            if (position < 0) {
                position = 0;
                return new DataStartSignal(rate);
            }
            if (position >= samples.length()) {
                if (ended) {
                    return null;
                }
                ended = true;
                return new DataEndSignal(samples.length() * 1000 / rate);
            }
            int n = (int) Math.min(BLOCK, samples.length() - position);
            samples.read(position, block, n);
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                // A faint dither: digital silence would give log 0. Reproducible, so that runs compare.
                values[i] = block[i] + (((position + i) * 2654435761L >>> 16 & 0xff) / 255.0 - 0.5);
            }
            DoubleData data = new DoubleData(values, rate, position);
            position += n;
            return data;
        }
    }
}
