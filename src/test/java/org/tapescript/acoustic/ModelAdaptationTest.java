package org.tapescript.acoustic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tapescript.acoustic.AcousticModel.Codebook;

class ModelAdaptationTest {
    private static final int SPEECH = 1;
    private final Random random = new Random(3);
    private final AcousticModel model = model();

    /** Silence and one phone, one state each, a codebook of two Gaussians in two dimensions for each. */
    private static AcousticModel model() {
        Codebook silence = codebook(-8, -8, -6, -9);
        Codebook speech = codebook(0, 0, 4, 2);
        Codebook[][] books = {{silence}, {speech}};
        int[] own = {0, 1};
        return new AcousticModel(new AcousticModel.Parts(
                List.of("SIL", "A"),
                new boolean[] {true, false},
                1,
                new int[][] {{0}, {1}},
                new int[] {0, 0},
                Map.of(),
                new float[][] {{-1, -1}},
                new int[] {0, 2},
                books,
                own,
                new MixtureWeights(new float[][] {{0.5f, 0.5f}, {0.5f, 0.5f}}, own, books)));
    }

    private static Codebook codebook(float... means) {
        return Codebook.of(2, 2, means, new float[] {0.5f, 0.5f, 0.5f, 0.5f}, new float[] {0, 0});
    }

    /** Frames as the model expects them, shifted as another voice would be. */
    private Features voice(int frames, float shift) {
        float[] values = new float[frames * 2];
        for (int t = 0; t < frames; t++) {
            boolean first = random.nextBoolean();
            values[2 * t] = (float) ((first ? 0 : 4) + shift + random.nextGaussian());
            values[2 * t + 1] = (float) ((first ? 0 : 2) + shift + random.nextGaussian());
        }
        return new Features(values, 2);
    }

    private AdaptationStatistics heard(Features features) {
        AdaptationStatistics statistics = new AdaptationStatistics(model);
        for (int t = 0; t < features.frames(); t++) {
            statistics.add(features, t, SPEECH);
        }
        return statistics;
    }

    private static double likelihood(AcousticModel model, Features features) {
        SenoneScorer scorer = new SenoneScorer(model);
        double sum = 0;
        for (int t = 0; t < features.frames(); t++) {
            scorer.frame(features, t);
            sum += scorer.score(SPEECH);
        }
        return sum / features.frames();
    }

    @Test
    void theVoiceItHeardFitsBetterAndOtherPhonesStay() {
        AcousticModel adapted = ModelAdaptation.adapt(model, List.of(heard(voice(2000, 1)), heard(voice(2000, 1))));
        Features more = voice(500, 1);
        assertThat(likelihood(adapted, more)).isGreaterThan(likelihood(model, more) + 0.5);
        assertThat(adapted.codebook(0, 0).means()).containsExactly(-8, -8, -6, -9);
    }

    @Test
    void aMomentOfSoundMovesLittle() {
        AcousticModel adapted = ModelAdaptation.adapt(model, List.of(heard(voice(2, 1))));
        for (int i = 0; i < 4; i++) {
            assertThat(adapted.codebook(SPEECH, 0).means()[i])
                    .isCloseTo(model.codebook(SPEECH, 0).means()[i], org.assertj.core.data.Offset.offset(0.3f));
        }
    }

    @Test
    void whoHeardWhichFramesChangesNotABit() {
        Features voice = voice(2001, 1);
        AdaptationStatistics[] threes = {
            new AdaptationStatistics(model), new AdaptationStatistics(model), new AdaptationStatistics(model)
        };
        for (int t = voice.frames() - 1; t >= 0; t--) {
            threes[t * 7 % 3].add(voice, t, SPEECH);
        }
        assertThat(ModelAdaptation.adapt(model, List.of(threes))
                        .codebook(SPEECH, 0)
                        .means())
                .isEqualTo(ModelAdaptation.adapt(model, List.of(heard(voice)))
                        .codebook(SPEECH, 0)
                        .means());
    }

    @Test
    void nothingHeardChangesNothing() {
        AcousticModel adapted = ModelAdaptation.adapt(model, List.of());
        assertThat(adapted.codebook(SPEECH, 0).means()).containsExactly(0, 0, 4, 2);
    }
}
