package org.tapescript.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.AdaptationStatistics;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.ModelAdaptation;

/** Unsupervised adaptation of a model to a tape of which no word is known yet, by the phones recognised on it. */
final class SelfAdaptation {
    private static final int ROUNDS = 2;
    private static final int BLOCK = 1536;
    /** More frames than this add nothing. */
    private static final int ENOUGH = 24000;

    private SelfAdaptation() {}

    static AcousticModel adapt(Hearing before, SpeechLevel level, Parallel parallel) {
        Features features = before.features();
        List<int[]> blocks = new ArrayList<>();
        int step = BLOCK * Math.max(1, features.frames() / ENOUGH);
        for (int from = 0; from < features.frames(); from += step) {
            blocks.add(new int[] {from, Math.min(features.frames(), from + BLOCK)});
        }
        float[] score = new float[features.frames()];
        byte[] heard = new byte[features.frames()];
        Hearing adapted = before;
        for (int round = 0; round < ROUNDS; round++) {
            Queue<AdaptationStatistics> parts = new ConcurrentLinkedQueue<>();
            Hearing now = adapted;
            parallel.map(
                    blocks,
                    () -> {
                        AdaptationStatistics statistics = new AdaptationStatistics(now.model(), now.scorer());
                        parts.add(statistics);
                        return new PhoneLoop(now.model(), now.scorer(), level, statistics::add);
                    },
                    loop -> block -> {
                        loop.run(features, block[0], block[1], score, heard);
                        return null;
                    });
            adapted = before.with(ModelAdaptation.adapt(before.model(), parts));
        }
        return adapted.model();
    }
}
