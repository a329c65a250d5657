package org.tapescript.align;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.acoustic.SenoneScorer;
import org.tapescript.acoustic.SpeechModel;
import org.tapescript.acoustic.VoiceStatistics;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;

/** Listens to a tape without a text. */
public final class TapeListener {
    private static final int BLOCK = 1500;

    /** @param sides the sound at the rate of the model's front end, one recording after the other */
    public HeardTape listen(
            SpeechModel speech, List<SampleSource> sides, ProgressSink progress, CancellationToken cancel) {
        try (Parallel parallel = new Parallel(cancel)) {
            Timeline timeline =
                    new Timeline(new AlignmentRequest(speech, sides, List.of(), List.of(), List.of(), List.of()));
            AcousticModel model = speech.acoustic();
            progress.progress("Listening", 0, timeline.seconds());
            Features features = timeline.features(parallel, cancel);
            byte[] heard = new byte[features.frames()];
            float[] score = new float[features.frames()];
            int dimensions = VoiceStatistics.dimensions(model);
            float[] deviations = new float[features.frames() * dimensions];
            boolean[] pause = new boolean[features.frames()];
            List<int[]> blocks = new ArrayList<>();
            for (int from = 0; from < features.frames(); from += BLOCK) {
                blocks.add(new int[] {from, Math.min(features.frames(), from + BLOCK)});
            }
            AtomicInteger done = new AtomicInteger();
            parallel.map(blocks, () -> new PhoneLoop(model, new SenoneScorer(model)), loop -> block -> {
                loop.run(features, block[0], block[1], score, heard);
                for (int t = block[0]; t < block[1]; t++) {
                    int[] senones = model.senones(heard[t]);
                    // The loop knows phones, not their states: the middle one stands for all.
                    VoiceStatistics.deviation(
                            model, features, t, senones[senones.length / 2], deviations, t * dimensions);
                    pause[t] = model.isFiller(heard[t]);
                }
                double seconds = done.addAndGet(block[1] - block[0]) * Features.FRAME_SECONDS;
                progress.progress("Listening", seconds, timeline.seconds());
                return null;
            });
            return new HeardTape(
                    timeline, model.phones().size(), heard, pause, SpeechFrames.of(model, heard), deviations);
        }
    }
}
