package org.tapescript.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Made-up people: each has a mean of their own, from which each of their sentences lies off by an amount that is known. */
final class People {
    private static final int DIMENSIONS = 13;
    private static final int PHONES = 20;

    private final Random random;
    private final double[][] means;
    private final double within;

    /**
     * @param between variance of the people's means by dimension
     * @param within variance of a person's sentences by dimension
     */
    People(int seed, int count, double between, double within) {
        this.random = new Random(seed);
        this.within = within;
        this.means = new double[count][DIMENSIONS];
        for (double[] mean : means) {
            for (int d = 0; d < DIMENSIONS; d++) {
                mean[d] = Math.sqrt(between) * random.nextGaussian();
            }
        }
    }

    VoiceSample sentence(int person, int frames) {
        VoiceStatistics statistics = VoiceStatistics.of(PHONES, DIMENSIONS);
        double[] mood = new double[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            mood[d] = means[person][d] + Math.sqrt(within) * random.nextGaussian();
        }
        for (int t = 0; t < frames; ) {
            float[] frame = new float[DIMENSIONS];
            for (int d = 0; d < DIMENSIONS; d++) {
                frame[d] = (float) (mood[d] + random.nextGaussian());
            }
            int phone = random.nextInt(PHONES);
            for (int alike = 0; alike < 1 / VoiceModel.INDEPENDENT && t < frames; alike++, t++) {
                statistics.add(phone, frame, 0);
            }
        }
        return VoiceSample.of(statistics);
    }

    List<VoiceSample> sentences(int count, IntUnaryOperator person) {
        List<VoiceSample> result = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            result.add(sentence(person.applyAsInt(i), 100 + random.nextInt(300)));
        }
        return result;
    }
}
