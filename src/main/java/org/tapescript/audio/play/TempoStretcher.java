package org.tapescript.audio.play;

import be.tarsos.dsp.AudioEvent;
import be.tarsos.dsp.WaveformSimilarityBasedOverlapAdd;
import be.tarsos.dsp.WaveformSimilarityBasedOverlapAdd.Parameters;
import be.tarsos.dsp.io.TarsosDSPAudioFormat;
import org.tapescript.acoustic.SampleSource;

/**
 * Sound at another tempo and the same pitch, by TarsosDSP's waveform similarity overlap-add (W. Verhelst, M. Roelands 1993, ICASSP).
 * What comes out at {@code n} samples is what went in at about {@code n} times the tempo, give or take its search window of 15 ms.
 */
final class TempoStretcher {
    private static final float FULL_SCALE = 32768;

    private final SampleSource source;
    private final double tempo;
    private final WaveformSimilarityBasedOverlapAdd stretcher;
    private final AudioEvent event;
    private final float[] window;
    private long next;

    /** @param from sample of the source to begin with */
    TempoStretcher(SampleSource source, long from, double tempo, int sampleRate) {
        this.source = source;
        this.next = from;
        this.tempo = tempo;
        if (tempo == 1) {
            stretcher = null;
            window = new float[sampleRate / 50];
            event = null;
        } else {
            stretcher = new WaveformSimilarityBasedOverlapAdd(Parameters.speechDefaults(tempo, sampleRate));
            window = new float[stretcher.getInputBufferSize()];
            event = new AudioEvent(new TarsosDSPAudioFormat(sampleRate, 16, 1, true, false));
        }
    }

    double tempo() {
        return tempo;
    }

    /** The next samples, in [-1, 1]; the array is used again. */
    float[] read() {
        source.read(next, window, window.length);
        for (int i = 0; i < window.length; i++) {
            window[i] /= FULL_SCALE;
        }
        if (stretcher == null) {
            next += window.length;
            return window;
        }
        next += window.length - stretcher.getOverlap();
        event.setFloatBuffer(window);
        stretcher.process(event);
        return event.getFloatBuffer();
    }
}
