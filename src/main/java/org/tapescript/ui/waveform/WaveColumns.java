package org.tapescript.ui.waveform;

import org.tapescript.audio.DecodedRecording;
import org.tapescript.audio.TapePeaks;

/** Lowest and highest amplitude of each column of pixels, read anew only when another stretch is shown: the text changes far more often. */
final class WaveColumns {
    private final TapePeaks peaks;
    private double from = -1;
    private double perPixel;
    private float[] low = new float[0];
    private float[] high = new float[0];

    WaveColumns(TapePeaks peaks) {
        this.peaks = peaks;
    }

    /**
     * @param start second at which the first column begins
     * @param samples that each column stands for
     */
    void read(double start, double samples, int columns) {
        if (start == from && samples == perPixel && columns == low.length) {
            return;
        }
        from = start;
        perPixel = samples;
        low = new float[columns];
        high = new float[columns];
        float[] range = new float[2];
        double first = start * DecodedRecording.SAMPLE_RATE;
        for (int px = 0; px < columns; px++) {
            long a = (long) (first + px * samples);
            peaks.range(a, Math.max(a + 1, (long) (first + (px + 1) * samples)), range);
            low[px] = range[0];
            high[px] = range[1];
        }
    }

    int count() {
        return low.length;
    }

    float low(int column) {
        return low[column];
    }

    float high(int column) {
        return high[column];
    }
}
