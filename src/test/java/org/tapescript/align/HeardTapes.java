package org.tapescript.align;

import java.util.List;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.FrontEnd;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.acoustic.SpeechModel;
import org.tapescript.job.CancellationToken;

/** Tapes of which it is said frame by frame what is heard on them. */
public final class HeardTapes {
    private static final int RATE = 16000;

    private HeardTapes() {}

    /** A tape of nobody's voice: speech in some frames, at some level in each. */
    public static HeardTape of(boolean[] speech, float[] decibels) {
        return of(speech, new boolean[speech.length], decibels, new float[speech.length]);
    }

    /** A tape of voices that differ from what the model expects, frame after frame: speech in some frames, silence in all others. */
    public static HeardTape of(boolean[] speech, float[] decibels, float[] deviations) {
        boolean[] pause = new boolean[speech.length];
        for (int t = 0; t < pause.length; t++) {
            pause[t] = !speech[t];
        }
        return of(speech, pause, decibels, deviations);
    }

    /** A tape of nobody's voice; some frames of its speech are silent for a moment. */
    public static HeardTape of(boolean[] speech, boolean[] pause, float[] decibels) {
        return of(speech, pause, decibels, new float[speech.length]);
    }

    private static HeardTape of(boolean[] speech, boolean[] pause, float[] decibels, float[] deviations) {
        int frames = speech.length;
        FrontEnd deaf = new FrontEnd() {
            @Override
            public int sampleRate() {
                return RATE;
            }

            @Override
            public Features cepstra(SampleSource samples, CancellationToken cancel) {
                throw new AssertionError("all has been heard");
            }
        };
        SampleSource silence = new SampleSource() {
            @Override
            public int rate() {
                return RATE;
            }

            @Override
            public long length() {
                return frames * (long) (RATE * Features.FRAME_SECONDS);
            }

            @Override
            public void read(long from, float[] target, int count) {
                throw new AssertionError("all has been heard");
            }
        };
        Timeline timeline = new Timeline(new AlignmentRequest(
                new SpeechModel(FourPhones.model(1), deaf, cepstra -> cepstra),
                List.of(silence),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
        return new HeardTape(
                timeline,
                FourPhones.PHONES,
                new byte[frames],
                pause,
                speech,
                new Features(deviations, deviations.length / frames),
                decibels,
                List.of());
    }
}
