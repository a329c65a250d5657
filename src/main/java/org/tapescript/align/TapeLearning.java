package org.tapescript.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    /** Frames around where the last round has a word in which it is looked for once more, without a path that leads there. */
    private static final int AROUND = 12_000;
    /** With fewer frames of speech the tape is too short for more than an adaptation. */
    private static final int MINIMUM_SPEECH = 5_000;

    private static final int BAND = 30;
    /** Frames of a long tape's beginning, of which alone the path is found by phones as they are lent. */
    private static final int BEGINNING = 48_000;
    /** Words before the end of the beginning of which it is not certain where they are, since what follows was not looked at. */
    private static final int UNSURE = 20;

    /**
     * A path that has a smaller share of the text's words, and covers a smaller one of the speech, has found neither. Paths through other
     * tapes' texts kept 0.02 to 0.15 of the words on 0.04 to 0.12 of the speech, or agreed little; right ones 0.9 of either.
     */
    private static final double THIN = 0.25;

    /** The first path may go anywhere in the whole text, since nothing is known yet. Skipping words is expensive. */
    private static final SearchSettings FIRST = settings(1200, 200_000, -4, -60, Float.NEGATIVE_INFINITY);

    private static final SearchSettings LATER = settings(600, 100_000, -2.5f, -50, Float.NEGATIVE_INFINITY);

    /** The same for a tape that is only a part of its text. */
    private static final SearchSettings FIRST_OF_PART = settings(1200, 200_000, -4, -60, -450);

    private static final SearchSettings LATER_OF_PART = settings(600, 100_000, -2.5f, -50, -450);
    /** The path through the rest of a long tape. */
    private static final SearchSettings ON = settings(1000, 200_000, -2.5f, -50, Float.NEGATIVE_INFINITY);

    private static final SearchSettings ON_OF_PART = settings(1000, 200_000, -2.5f, -50, -450);
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
    private final int beginning;

    /**
     * @param tape and the model whose phones are lent
     * @param words how the words that can be said are said
     * @param pauses before which of them the text pauses
     */
    TapeLearning(
            Hearing tape, List<List<Pronunciation>> words, boolean[] pauses, TapePhones tapePhones, Parallel parallel) {
        this(tape, words, pauses, tapePhones, parallel, BEGINNING);
    }

    /** @param beginning frames; a tape of twice as many is long */
    TapeLearning(
            Hearing tape,
            List<List<Pronunciation>> words,
            boolean[] pauses,
            TapePhones tapePhones,
            Parallel parallel,
            int beginning) {
        this.beginning = beginning;
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
     * @param around where the words are as far as the last path is to be believed
     */
    record Learned(AcousticModel model, OptionalDouble agreement, Whereabouts around) {}

    /**
     * The path of a long tape goes on by what its beginning taught: phones as they are lent are dear, and tell little. A path that, once
     * the phones are adapted to it, keeps little of the text on little of the tape is given up: nothing agrees, and nothing is learned.
     */
    Learned learn() {
        boolean isLong = features.frames() >= 2 * beginning;
        Optional<Path> begun = isLong ? learnedOfBeginning() : Optional.empty();
        if (begun.isPresent()) {
            return learned(goingOn(begun.get()), true);
        }
        Path path = laid(features.frames());
        if (!isEnough(path)) {
            return new Learned(path.hearing.model(), OptionalDouble.empty(), anywhere());
        }
        Path learned = isThin(path) ? path : trained(path, GAUSSIANS);
        return isThin(learned) ? new Learned(tape.model(), OptionalDouble.of(0), anywhere()) : learned(learned, false);
    }

    private boolean isThin(Path path) {
        boolean[] speech = path.heard.speech();
        int covered = path.spans.stream()
                .mapToInt(w -> SpeechFrames.count(speech, w.start(), w.end()))
                .sum();
        return path.spans.size() < THIN * words.size() && covered < THIN * SpeechFrames.count(speech, 0, path.to);
    }

    /** @param sure whether the beginning of the path agreed: what never did may be astray from the first word on */
    private Learned learned(Path path, boolean sure) {
        int[] states = states(path);
        AcousticModel model = trained(path.hearing.model(), states, GAUSSIANS[GAUSSIANS.length - 1]);
        Agreement agreement = agreement(path, states);
        return new Learned(
                model,
                agreement.kappa(),
                sure && agreement.holdsThroughout() ? around(path.spans, AROUND) : anywhere());
    }

    private Whereabouts anywhere() {
        return Whereabouts.anywhere(words.size(), features.frames());
    }

    private static boolean isEnough(Path path) {
        return SpeechFrames.count(path.heard.speech(), 0, path.to) >= MINIMUM_SPEECH;
    }

    /**
     * Where words are, by what was last known of their sounds.
     *
     * @param later what the search costs from now on
     * @param to frames that were looked at
     */
    private record Path(Hearing hearing, TapePhones.Heard heard, List<WordSpan> spans, SearchSettings later, int to) {}

    /** The path by phones as they are lent, and once they are adapted to it. */
    private Path laid(int to) {
        TapePhones.Heard heard = tapePhones.listen(tape, to);
        boolean part = isPart(heard.speech(), to);
        SearchSettings later = part ? LATER_OF_PART : LATER;
        List<WordSpan> spans = search(tape, heard, part ? FIRST_OF_PART : FIRST, List.of(), to);
        Hearing hearing = tape.with(adapted(tape, spans, heard.speech()));
        heard = tapePhones.listen(hearing, to);
        return new Path(hearing, heard, search(hearing, heard, later, spans, to), later, to);
    }

    /** The path by mixtures trained on the one before, round by round. */
    private Path trained(Path path, int... rounds) {
        Path now = path;
        for (int gaussians : rounds) {
            Hearing hearing = tape.anew(trained(now.hearing.model(), states(now), gaussians));
            TapePhones.Heard heard = tapePhones.listen(hearing, now.to);
            List<WordSpan> spans = search(hearing, heard, now.later, now.spans, now.to);
            now = new Path(hearing, heard, spans, now.later, now.to);
        }
        return now;
    }

    /** What the beginning of a long tape teaches; nothing where it is not certain that its text was found. */
    private Optional<Path> learnedOfBeginning() {
        Path path = laid(beginning);
        if (!isEnough(path) || isThin(path)) {
            return Optional.empty();
        }
        Path learned = trained(path, GAUSSIANS);
        OptionalDouble agreement = agreement(learned, states(learned)).kappa();
        boolean sure = agreement.orElse(0) >= Agreement.FAIR && learned.spans.size() > UNSURE;
        return sure ? Optional.of(learned) : Optional.empty();
    }

    /** The path through all of the tape by what its beginning taught. */
    private Path goingOn(Path beginning) {
        int to = features.frames();
        TapePhones.Heard heard = tapePhones.listen(beginning.hearing, to);
        boolean part = isPart(heard.speech(), to);
        List<WordSpan> spans = new ArrayList<>(beginning.spans.subList(0, beginning.spans.size() - UNSURE));
        WordSpan next = beginning.spans.get(spans.size());
        WordSearch search = wordSearch(beginning.hearing, heard);
        spans.addAll(search.alignAsFar(
                next.word(), words.size(), next.start(), to, part ? ON_OF_PART : ON, WordSearch.Corridor.OPEN));
        return new Path(beginning.hearing, heard, spans, beginning.later, to);
    }

    /** Whether there is more text than can be said in the time. */
    private boolean isPart(boolean[] speech, int to) {
        long phones = words.stream().mapToLong(w -> w.get(0).phones().length).sum();
        double all = SpeechFrames.count(speech, 0, to) * (double) features.frames() / to;
        return phones > TOO_MANY * Features.FRAME_SECONDS * all;
    }

    /** Around the path before it, or anywhere if nothing is found there: where much of the text is not said, it may lie far away. */
    private List<WordSpan> search(
            Hearing hearing, TapePhones.Heard heard, SearchSettings settings, List<WordSpan> before, int to) {
        WordSearch search = wordSearch(hearing, heard);
        List<WordSpan> spans = search(search, settings, corridor(before), to);
        return spans.isEmpty() && !before.isEmpty() ? search(search, settings, WordSearch.Corridor.OPEN, to) : spans;
    }

    private List<WordSpan> search(WordSearch search, SearchSettings settings, WordSearch.Corridor corridor, int to) {
        return to < features.frames()
                ? search.alignBeginning(0, words.size(), 0, to, settings, corridor)
                : search.alignAsFar(0, words.size(), 0, to, settings, corridor);
    }

    private WordSearch wordSearch(Hearing hearing, TapePhones.Heard heard) {
        WordGraph graph = new WordGraph(hearing.model(), words, pauses);
        return new WordSearch(graph, features, heard.loop(), heard.speech(), tape.fading(), hearing.scorer());
    }

    private WordSearch.Corridor corridor(List<WordSpan> before) {
        if (before.isEmpty()) {
            return WordSearch.Corridor.OPEN;
        }
        return WordSearch.within(around(before, MOVE), words.size());
    }

    /** Where words are if those found may move by so many frames. */
    private Whereabouts around(List<WordSpan> found, int frames) {
        int[] low = new int[words.size()];
        int[] high = new int[words.size()];
        Arrays.fill(low, -1);
        Arrays.fill(high, -1);
        for (WordSpan span : found) {
            low[span.word()] = Math.max(0, span.start() - frames);
            high[span.word()] = Math.min(features.frames(), span.end() + frames);
        }
        return Whereabouts.of(low, high, features.frames());
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
    private int[] states(Path path) {
        int[] result = new int[features.frames()];
        Arrays.fill(result, -1);
        // In order: where the bands of two runs overlap, the later run has the frame.
        paths(path.hearing, path.spans, path.heard.speech())
                .forEach(run ->
                        run.forEach(phone -> phone.tell(features, (all, frame, senone) -> result[frame] = senone)));
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

    /** How the phones of a path agree with those heard in halves of the tape that the model is not trained on. */
    private Agreement agreement(Path path, int[] states) {
        Agreement agreement = new Agreement(path.hearing.model(), states.length);
        for (int half = 0; half < 2; half++) {
            int[] others = states.clone();
            for (int t = 0; t < others.length; t++) {
                others[t] = Agreement.half(t) == half ? -1 : others[t];
            }
            Hearing hearing = tape.anew(trained(path.hearing.model(), others, GAUSSIANS[GAUSSIANS.length - 1]));
            byte[] heard =
                    tapePhones.listen(hearing, Agreement.blocks(half, states)).phone();
            for (int t = 0; t < others.length; t++) {
                if (states[t] >= 0 && Agreement.half(t) == half) {
                    agreement.count(t, states[t], heard[t]);
                }
            }
        }
        return agreement;
    }
}
