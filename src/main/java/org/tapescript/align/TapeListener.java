package org.tapescript.align;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.acoustic.SenoneScorer;
import org.tapescript.acoustic.SpeechModel;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.voice.VoiceStatistics;

/** Recognises what can be recognised of a tape without a text. */
public final class TapeListener {
    /** One frame in this many is scored: without a text no more is needed. */
    private static final int STEP = 2;
    /** Weight of a frame's level: low, since a distant voice may be as quiet as noise. */
    private static final double LEVEL_BELIEVED = 1.5;
    /** Frames that one thread takes at a time; a whole number of steps. */
    private static final int BLOCK = 750 * STEP;
    /** Frames scored of which only the best detection of a keyword is kept. */
    private static final int CELL = 12;

    static final int MAXIMUM_SIGHTINGS = 600;

    /**
     * A keyword as it may be heard.
     *
     * @param keyword its index
     * @param frame about where it ends
     * @param score how well it fits, a phone, against any phones in any order
     */
    public record Sighting(int keyword, int frame, float score) {}

    /**
     * @param sides the sound at the rate of the model's front end, one recording after the other
     * @param keywords words to listen for: for each, the ways in which it may be said, as phones of the model
     */
    public HeardTape listen(
            SpeechModel speech,
            List<SampleSource> sides,
            List<List<int[]>> keywords,
            ProgressSink sink,
            CancellationToken cancel) {
        ProgressSink progress = ProgressSink.steady(sink);
        Timeline timeline = timeline(speech, sides);
        progress.progress("Listening", 0, timeline.seconds());
        try (Parallel parallel = new Parallel(cancel)) {
            Timeline.Sound sound = timeline.sound(parallel, cancel);
            return listen(speech.acoustic(), timeline, sound, keywords, parallel, progress)
                    .apart();
        }
    }

    /** The same of sound that there is already, and is kept for what is heard: a copy of its half would be 190 MB of ten hours. */
    static HeardTape listen(
            AcousticModel model,
            Timeline timeline,
            Timeline.Sound sound,
            List<List<int[]>> keywords,
            Parallel parallel,
            ProgressSink progress) {
        Features features = sound.features();
        SpeechLevel level = SpeechLevel.of(sound.levels(), LEVEL_BELIEVED).every(STEP);
        Features sparse = features.every(STEP);
        byte[] sparselyHeard = new byte[sparse.frames()];
        float[] score = new float[sparse.frames()];
        byte[] heard = new byte[features.frames()];
        boolean[] pause = new boolean[features.frames()];
        float[] decibels = new float[features.frames()];
        List<int[]> blocks = TapePhones.blocks(0, features.frames(), BLOCK);
        AtomicInteger done = new AtomicInteger();
        BestSightings sightings = new BestSightings(keywords.size());
        parallel.map(blocks, () -> new Listener(model, level, keywords), listener -> block -> {
            sightings.add(listener.listen(sparse, block[0] / STEP, (block[1] + STEP - 1) / STEP, score, sparselyHeard));
            float[] samples = new float[timeline.sampleRate() / 100];
            for (int t = block[0]; t < block[1]; t++) {
                timeline.samples(timeline.seconds(t), 0, samples);
                decibels[t] = decibels(samples);
                heard[t] = sparselyHeard[t / STEP];
                pause[t] = model.isFiller(heard[t]);
            }
            double seconds = done.addAndGet(block[1] - block[0]) * Features.FRAME_SECONDS;
            progress.progress("Listening", seconds, timeline.seconds());
            return null;
        });
        return new HeardTape(
                timeline,
                model.phones().size(),
                heard,
                pause,
                SpeechFrames.of(model, heard, new boolean[heard.length]),
                deviations(model, features, heard),
                decibels,
                sightings.best());
    }

    /** How the voice of each frame deviates from the phone heard there, worked out when it is read. */
    private static Features deviations(AcousticModel model, Features features, byte[] heard) {
        int dimensions = VoiceStatistics.dimensions(model);
        return new Features(
                (t, from, to, target, at) -> {
                    int[] senones = model.senones(heard[t]);
                    // The loop knows phones, not their states: the middle one stands for all.
                    int senone = senones[senones.length / 2];
                    if (from == 0 && to == dimensions) {
                        VoiceStatistics.deviation(model, features, t, senone, target, at);
                    } else {
                        float[] all = new float[dimensions];
                        VoiceStatistics.deviation(model, features, t, senone, all, 0);
                        System.arraycopy(all, from, target, at, to - from);
                    }
                },
                heard.length,
                dimensions);
    }

    /** Writes a tape that was heard, for {@link #recall}. */
    public void keep(HeardTape heard, DataOutput out) throws IOException {
        heard.write(out);
    }

    /**
     * Reads a tape that was heard before.
     *
     * @param sides the same recordings
     * @throws IOException if it is damaged
     */
    public HeardTape recall(DataInput in, SpeechModel speech, List<SampleSource> sides) throws IOException {
        return HeardTape.read(in, timeline(speech, sides));
    }

    private static Timeline timeline(SpeechModel speech, List<SampleSource> sides) {
        return new Timeline(new AlignmentRequest(speech, sides, List.of(), List.of(), List.of(), List.of()));
    }

    private static float decibels(float[] samples) {
        double sum = 1;
        for (float v : samples) {
            sum += v * v;
        }
        return (float) (10 * Math.log10(sum / samples.length));
    }

    /** What one thread listens with. */
    private static final class Listener {
        private final PhoneLoop loop;
        private final KeywordSpotter spotter;
        private final int keywords;

        Listener(AcousticModel model, SpeechLevel level, List<List<int[]>> keywords) {
            this.loop = new PhoneLoop(model, new SenoneScorer(model), level);
            this.spotter = new KeywordSpotter(model, keywords);
            this.keywords = keywords.size();
        }

        /** Listens to frames {@code [from, to)}; of what the keywords sound like, the best of every cell is kept. */
        List<Sighting> listen(Features features, int from, int to, float[] score, byte[] heard) {
            float[][] emissions = loop.heard(features, from, to, score, heard);
            List<Sighting> result = new ArrayList<>();
            float[] best = new float[keywords];
            spotter.begin();
            for (int cell = from; cell < to && keywords > 0; cell += CELL) {
                Arrays.fill(best, Float.NEGATIVE_INFINITY);
                for (int t = cell; t < Math.min(to, cell + CELL); t++) {
                    spotter.hear(emissions[t - from], score[t], best);
                }
                for (int k = 0; k < keywords; k++) {
                    if (best[k] > Float.NEGATIVE_INFINITY) {
                        result.add(new Sighting(k, cell * STEP, best[k]));
                    }
                }
            }
            return result;
        }
    }
}
