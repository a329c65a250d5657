package org.tapescript.align;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.AcousticModel.Codebook;
import org.tapescript.acoustic.AcousticModel.Position;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.MixtureWeights;
import org.tapescript.acoustic.SenoneScorer;

/** A model of four phones of three states each: state {@code s} of phone {@code p} expects the number 10 p + 3 s. */
final class FourPhones {
    static final int SIL = 0;
    static final int A = 1;
    static final int B = 2;
    static final int C = 3;
    static final int PHONES = 4;
    static final int STATES = 3;
    static final float NEVER = Float.NEGATIVE_INFINITY;

    private FourPhones() {}

    /** @param precision of what each state expects: the smaller, the more is a matter of the path */
    static AcousticModel model(float precision) {
        return model(precision, Map.of());
    }

    /** The same; each phone has other senones between any two neighbours, which no sound was ever heard of. */
    static AcousticModel inContext() {
        Map<Long, int[]> senones = new HashMap<>();
        int next = PHONES * STATES;
        for (int phone = A; phone < PHONES; phone++) {
            for (int left = 0; left < PHONES; left++) {
                for (int right = 0; right < PHONES; right++) {
                    for (Position position : Position.values()) {
                        senones.put(
                                AcousticModel.triphoneKey(phone, left, right, position),
                                new int[] {next++, next++, next++});
                    }
                }
            }
        }
        return model(1, senones);
    }

    private static AcousticModel model(float precision, Map<Long, int[]> triphones) {
        int n = PHONES * STATES;
        Codebook[][] books = new Codebook[n][];
        int[] ids = new int[n];
        float[][] weights = new float[n][];
        int[][] senones = new int[PHONES][];
        for (int i = 0; i < n; i++) {
            books[i] = new Codebook[] {
                Codebook.of(1, 1, new float[] {10 * (i / 3) + 3 * (i % 3)}, new float[] {precision}, new float[] {0})
            };
            ids[i] = i;
            weights[i] = new float[] {1};
        }
        for (int p = 0; p < PHONES; p++) {
            senones[p] = new int[] {3 * p, 3 * p + 1, 3 * p + 2};
        }
        float stay = (float) Math.log(0.7);
        float go = (float) Math.log(0.3);
        float[] transitions = {stay, go, NEVER, NEVER, NEVER, stay, go, NEVER, NEVER, NEVER, stay, go};
        return new AcousticModel(new AcousticModel.Parts(
                List.of("SIL", "A", "B", "C"),
                new boolean[] {true, false, false, false},
                STATES,
                senones,
                new int[PHONES],
                triphones,
                new float[][] {transitions},
                new int[] {0, 1},
                books,
                ids,
                new MixtureWeights(weights, ids, books)));
    }

    /** Sound that says nothing in particular. */
    static Features noise(Random random, int frames) {
        float[] values = new float[frames];
        for (int t = 0; t < frames; t++) {
            values[t] = 36 * random.nextFloat();
        }
        return new Features(values, 1);
    }

    /** What each state of each phone makes of each frame. */
    static float[][][] emissions(AcousticModel model, Features features) {
        SenoneScorer scorer = new SenoneScorer(model, SenoneScorer.FEW);
        float[][][] result = new float[features.frames()][PHONES][STATES];
        for (int t = 0; t < result.length; t++) {
            scorer.frame(features, t);
            for (int p = 0; p < PHONES; p++) {
                for (int s = 0; s < STATES; s++) {
                    result[t][p][s] = scorer.score(model.senones(p)[s]);
                }
            }
        }
        return result;
    }

    /** Some phones that are spoken. */
    static int[] word(Random random, int most) {
        return random.ints(1 + random.nextInt(most), A, PHONES).toArray();
    }
}
