package org.tapescript.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.MixtureWeights;
import org.tapescript.voice.VoiceFrames;
import org.tapescript.voice.VoiceStatistics;

/** Samples of made-up voices: each is a shift of its own of a model's features, with noise. */
public final class Voices {
    private static final int DIMENSIONS = 6;
    private static final int FRAMES = 25;

    private final Random random = new Random(5);
    private final AcousticModel model;

    public Voices() {
        float[] means = new float[DIMENSIONS];
        float[] precisions = new float[DIMENSIONS];
        java.util.Arrays.fill(precisions, 0.5f);
        AcousticModel.Codebook book = AcousticModel.Codebook.of(DIMENSIONS, 1, means, precisions, new float[] {0});
        AcousticModel.Codebook[][] books = {{book}, {book}};
        int[] own = {0, 1};
        model = new AcousticModel(new AcousticModel.Parts(
                List.of("SIL", "A"),
                new boolean[] {true, false},
                1,
                new int[][] {{0}, {1}},
                new int[] {0, 0},
                Map.of(),
                new float[][] {{-1, -1}},
                new int[] {0, DIMENSIONS},
                books,
                own,
                new MixtureWeights(new float[][] {{1}, {1}}, own, books)));
    }

    /** The frames of a word said by a voice, from some second on; a negative number is nobody's, as of a word that is not heard. */
    public VoiceFrames frames(int voice, double start) {
        return frames(voice, voice, 0, start);
    }

    /** The same; in so many of its {@value #FRAMES} frames, the first, another voice is heard. */
    public VoiceFrames frames(int voice, int other, int count, double start) {
        VoiceFrames frames = VoiceFrames.of(model, start, voice >= 0 ? FRAMES : 0);
        float[] values = new float[FRAMES * DIMENSIONS];
        for (int t = 0; t < FRAMES && voice >= 0; t++) {
            for (int d = 0; d < DIMENSIONS; d++) {
                double shift = ((t < count ? other : voice) >> d % 3 & 1) == 0 ? -0.6 : 0.6;
                values[t * DIMENSIONS + d] = (float) (shift + random.nextGaussian());
            }
        }
        Features features = new Features(values, DIMENSIONS);
        for (int t = 0; t < frames.frames(); t++) {
            frames.set(t, model, features, t, 1, 1);
        }
        return frames;
    }

    /** What such frames say together. */
    public VoiceStatistics word(int voice) {
        return frames(voice, 0).statistics();
    }

    /** Samples of words, each said by the voice that a function gives it. */
    public List<VoiceStatistics> words(int count, IntUnaryOperator voice) {
        List<VoiceStatistics> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(word(voice.applyAsInt(i)));
        }
        return samples;
    }
}
