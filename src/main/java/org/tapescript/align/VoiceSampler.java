package org.tapescript.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.SenoneScorer;
import org.tapescript.align.AlignmentResult.Stretch;
import org.tapescript.align.AlignmentResult.VoiceSamples;
import org.tapescript.job.CancellationToken;
import org.tapescript.voice.VoiceFrames;
import org.tapescript.voice.VoiceStatistics;

/** Samples the voices on a tape: in words whose times are known, and in speech without a text. */
public final class VoiceSampler {
    /** Words that one thread takes at a time. */
    private static final int PORTION = 200;
    /** Pronunciations of a word that are tried. */
    private static final int VARIANTS = 3;

    /**
     * @param request the recordings and how each word may be said
     * @param spans when each word of the request is said, if that is known
     * @param stretches speech without a text
     */
    public VoiceSamples sample(
            AlignmentRequest request,
            List<Optional<Stretch>> spans,
            List<Stretch> stretches,
            CancellationToken cancel) {
        try (Parallel parallel = new Parallel(cancel)) {
            Timeline timeline = new Timeline(request);
            AcousticModel model = request.model().acoustic();
            Features features = timeline.sound(parallel, cancel).features();
            List<Integer> portions = IntStream.iterate(0, i -> i < spans.size(), i -> i + PORTION)
                    .boxed()
                    .toList();
            List<List<VoiceFrames>> words = parallel.map(
                    portions,
                    () -> new ForcedAlignment(model, new SenoneScorer(model, SenoneScorer.FEW), 0),
                    aligner -> from -> {
                        List<VoiceFrames> portion = new ArrayList<>();
                        for (int i = from; i < Math.min(from + PORTION, spans.size()); i++) {
                            portion.add(word(
                                    model,
                                    features,
                                    timeline,
                                    aligner,
                                    request.words().get(i),
                                    spans.get(i).map(s -> frames(timeline, s))));
                        }
                        return portion;
                    });
            List<VoiceStatistics> others = parallel.map(
                    stretches,
                    () -> new PhoneLoop(model, new SenoneScorer(model), SpeechLevel.unknown(features.frames())),
                    loop -> stretch -> stretch(model, features, loop, frames(timeline, stretch)));
            return VoiceSamples.of(words.stream().flatMap(List::stream).toList(), others);
        }
    }

    private static int[] frames(Timeline timeline, Stretch stretch) {
        return new int[] {timeline.frame(stretch.start()), timeline.frame(stretch.end())};
    }

    private static VoiceFrames word(
            AcousticModel model,
            Features features,
            Timeline timeline,
            ForcedAlignment aligner,
            List<Pronunciation> variants,
            Optional<int[]> frames) {
        if (frames.isEmpty()) {
            return voice(model, features, timeline, List.of());
        }
        int from = frames.get()[0];
        int to = Math.min(frames.get()[1], features.frames());
        List<ForcedAlignment.PhoneSpan> best = List.of();
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int v = 0; v < Math.min(VARIANTS, variants.size()) && from < to; v++) {
            List<ForcedAlignment.PhoneSpan> path = aligner.align(
                    features,
                    List.of(new WordSpan(0, v, from, to)),
                    List.of(variants.get(v).phones()),
                    from,
                    to);
            double score =
                    path.stream().mapToDouble(ForcedAlignment.PhoneSpan::score).sum();
            if (!path.isEmpty() && score > bestScore) {
                best = path;
                bestScore = score;
            }
        }
        return voice(model, features, timeline, best);
    }

    /** The voice that says the phones of a word. */
    static VoiceFrames voice(
            AcousticModel model, Features features, Timeline timeline, List<ForcedAlignment.PhoneSpan> phones) {
        int from = phones.isEmpty() ? 0 : phones.get(0).from();
        int to = phones.isEmpty() ? 0 : phones.get(phones.size() - 1).to();
        VoiceFrames result = VoiceFrames.of(model, timeline.seconds(from), to - from);
        for (ForcedAlignment.PhoneSpan phone : phones) {
            for (int s = 0; s < phone.senones().length && !model.isFiller(phone.phone()); s++) {
                for (int t = phone.start()[s]; t < phone.start()[s + 1]; t++) {
                    result.set(t - from, model, features, t, phone.phone(), phone.senones()[s]);
                }
            }
        }
        return result;
    }

    /** The voice in frames {@code [from, to)}, in each of which some phone was heard. */
    static VoiceStatistics voice(AcousticModel model, Features features, byte[] heard, int from, int to) {
        VoiceStatistics result = new VoiceStatistics(model);
        for (int t = from; t < to; t++) {
            if (!model.isFiller(heard[t])) {
                // The loop knows phones, not their states: the middle one stands for all.
                int[] senones = model.senones(heard[t]);
                result.add(model, features, t, heard[t], senones[senones.length / 2]);
            }
        }
        return result;
    }

    private static VoiceStatistics stretch(AcousticModel model, Features features, PhoneLoop loop, int[] frames) {
        int to = Math.max(frames[0], Math.min(frames[1], features.frames()));
        byte[] heard = new byte[features.frames()];
        loop.run(features, frames[0], to, new float[features.frames()], heard);
        return voice(model, features, heard, frames[0], to);
    }
}
