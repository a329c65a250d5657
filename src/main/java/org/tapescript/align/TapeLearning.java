package org.tapescript.align;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.AdaptationStatistics;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.MixtureTraining;
import org.tapescript.acoustic.ModelAdaptation;

/**
 * Trains a model whose phones are lent by another language on this tape. The text is aligned to the whole tape with the phones
 * as they are lent, word by word, with no way to skip any; the model is adapted to that and the text aligned again; then its
 * mixtures are trained afresh on the tape's own frames, with few Gaussians at first.
 */
final class TapeLearning {
    /** Gaussians a state, round by round. */
    private static final int[] GAUSSIANS = {2, 8};
    /** Frames by which a word may move from one round to the next. */
    private static final int MOVE = 6000;
    /** With fewer frames of speech the tape is too short for more than an adaptation. */
    private static final int MINIMUM_SPEECH = 5_000;

    private static final int BAND = 30;

    /** The first path may go anywhere in the whole text, since nothing is known yet. Skipping words is expensive. */
    private static final SearchSettings FIRST = settings(1200, 200_000, -4, -60, Float.NEGATIVE_INFINITY);

    private static final SearchSettings LATER = settings(600, 100_000, -2.5f, -50, Float.NEGATIVE_INFINITY);

    /** The same for a tape that is only a part of its text. */
    private static final SearchSettings FIRST_OF_PART = settings(1200, 200_000, -4, -60, -450);

    private static final SearchSettings LATER_OF_PART = settings(600, 100_000, -2.5f, -50, -450);
    /** Phones a second that nobody says: people say 10 to 15 while they speak. */
    private static final double TOO_MANY = 18;

    private static SearchSettings settings(
            float beam, int maxActive, float garbageFrame, float garbageEdge, float skipAny) {
        return new SearchSettings(beam, maxActive, garbageFrame, garbageEdge, -300, -4, skipAny, -90, 2);
    }

    /** This tape, and the phones that it is to be heard with, as they are lent. */
    private final Hearing tape;

    private final Features features;
    private final List<List<Pronunciation>> words;
    private final boolean[] pauses;
    private final Parallel parallel;
    private final TapePhones tapePhones;

    /**
     * @param tape and the model whose phones are lent
     * @param words how the words that can be said are said
     * @param pauses before which of them the text pauses
     */
    TapeLearning(
            Hearing tape, List<List<Pronunciation>> words, boolean[] pauses, TapePhones tapePhones, Parallel parallel) {
        this.tape = tape;
        this.features = tape.features();
        this.words = words;
        this.pauses = pauses;
        this.tapePhones = tapePhones;
        this.parallel = parallel;
    }

    /**
     * @param model what was learned
     * @param agreement how well phones that are heard without the text agree with those that the text has there: Cohen's kappa, in stretches
     *     that the model was not trained on
     */
    record Learned(AcousticModel model, OptionalDouble agreement) {}

    Learned learn() {
        TapePhones.Heard heard = tapePhones.listen(tape);
        boolean part = isPart(heard.speech());
        SearchSettings later = part ? LATER_OF_PART : LATER;
        List<WordSpan> spans = search(tape, heard, part ? FIRST_OF_PART : FIRST, List.of());
        Hearing hearing = tape.with(adapted(tape, spans, heard.speech()));
        heard = tapePhones.listen(hearing);
        spans = search(hearing, heard, later, spans);
        if (SpeechFrames.count(heard.speech(), 0, features.frames()) < MINIMUM_SPEECH) {
            return new Learned(hearing.model(), OptionalDouble.empty());
        }
        for (int gaussians : GAUSSIANS) {
            hearing = tape.anew(trained(hearing.model(), states(hearing, spans, heard.speech()), gaussians));
            heard = tapePhones.listen(hearing);
            spans = search(hearing, heard, later, spans);
        }
        int[] states = states(hearing, spans, heard.speech());
        AcousticModel model = hearing.model();
        return new Learned(trained(model, states, GAUSSIANS[GAUSSIANS.length - 1]), agreement(model, states));
    }

    /** Whether there is more text than can be said in the time. */
    private boolean isPart(boolean[] speech) {
        long phones = words.stream().mapToLong(w -> w.get(0).phones().length).sum();
        return phones > TOO_MANY * Features.FRAME_SECONDS * SpeechFrames.count(speech, 0, features.frames());
    }

    private List<WordSpan> search(
            Hearing hearing, TapePhones.Heard heard, SearchSettings settings, List<WordSpan> before) {
        WordGraph graph = new WordGraph(hearing.model(), words, pauses);
        WordSearch search =
                new WordSearch(graph, features, heard.loop(), heard.speech(), tape.fading(), hearing.scorer());
        return search.align(0, words.size(), 0, features.frames(), settings, corridor(before));
    }

    private WordSearch.Corridor corridor(List<WordSpan> before) {
        if (before.isEmpty()) {
            return WordSearch.Corridor.OPEN;
        }
        int[] low = new int[words.size()];
        int[] high = new int[words.size()];
        Arrays.fill(low, -1);
        Arrays.fill(high, -1);
        for (WordSpan span : before) {
            low[span.word()] = Math.max(0, span.start() - MOVE);
            high[span.word()] = Math.min(features.frames(), span.end() + MOVE);
        }
        return WordSearch.within(Whereabouts.of(low, high, features.frames()), words.size());
    }

    private AcousticModel adapted(Hearing hearing, List<WordSpan> spans, boolean[] speech) {
        Queue<AdaptationStatistics> parts = new ConcurrentLinkedQueue<>();
        parallel.map(
                paths(hearing, spans, speech),
                () -> {
                    AdaptationStatistics statistics = new AdaptationStatistics(hearing.model(), hearing.fewScorer());
                    parts.add(statistics);
                    return statistics;
                },
                statistics -> path -> {
                    path.forEach(phone -> phone.tell(features, statistics::add));
                    return null;
                });
        return ModelAdaptation.adapt(hearing.model(), parts);
    }

    /** By frame, the state that a path through the words is in; -1 where it is in none. */
    private int[] states(Hearing hearing, List<WordSpan> spans, boolean[] speech) {
        int[] result = new int[features.frames()];
        Arrays.fill(result, -1);
        // In order: where the bands of two runs overlap, the later run has the frame.
        paths(hearing, spans, speech)
                .forEach(path ->
                        path.forEach(phone -> phone.tell(features, (all, frame, senone) -> result[frame] = senone)));
        return result;
    }

    /** The path through each run of words, in order. */
    private List<List<ForcedAlignment.PhoneSpan>> paths(Hearing hearing, List<WordSpan> spans, boolean[] speech) {
        return parallel.map(
                SpeechFrames.runs(spans, speech),
                () -> new ForcedAlignment(hearing.model(), hearing.fewScorer(), BAND),
                forced -> run -> {
                    List<int[]> phones = run.stream()
                            .map(s -> words.get(s.word()).get(s.variant()).phones())
                            .toList();
                    int from = Math.max(0, run.get(0).start() - BAND);
                    int to = Math.min(features.frames(), run.get(run.size() - 1).end() + BAND);
                    return forced.align(features, run, phones, from, to);
                });
    }

    private AcousticModel trained(AcousticModel model, int[] states, int gaussians) {
        MixtureTraining training = new MixtureTraining(model, features, states, gaussians);
        return training.model(
                parallel.map(IntStream.range(0, model.senones()).boxed().toList(), () -> training, t -> t::mixture));
    }

    private OptionalDouble agreement(AcousticModel model, int[] states) {
        Agreement agreement = new Agreement(model);
        for (int half = 0; half < 2; half++) {
            int[] others = states.clone();
            for (int t = 0; t < others.length; t++) {
                others[t] = Agreement.half(t) == half ? -1 : others[t];
            }
            byte[] heard = tapePhones
                    .listen(tape.anew(trained(model, others, GAUSSIANS[GAUSSIANS.length - 1])))
                    .phone();
            for (int t = 0; t < others.length; t++) {
                if (states[t] >= 0 && Agreement.half(t) == half) {
                    agreement.count(states[t], heard[t]);
                }
            }
        }
        return agreement.kappa();
    }
}
