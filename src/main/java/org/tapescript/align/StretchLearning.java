package org.tapescript.align;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.AdaptationStatistics;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.MixtureTraining;
import org.tapescript.acoustic.ModelAdaptation;

/** Lays the text along stretches of a tape, and trains models on where it lies there. */
final class StretchLearning {
    /** Gaussians a state, round by round. */
    private static final int[] GAUSSIANS = {2, 8};
    /** Frames by which a word may move from one round to the next. */
    private static final int MOVE = 6000;
    /** With fewer frames of speech a stretch is too short for more than an adaptation. */
    static final int MINIMUM_SPEECH = 5_000;

    private static final int BAND = 30;

    /**
     * A path that has a smaller share of the text's words, and covers a smaller one of the speech, has found neither. Paths through other
     * tapes' texts kept 0.02 to 0.15 of the words on 0.04 to 0.12 of the speech, or agreed little; right ones 0.9 of either.
     */
    private static final double THIN = 0.25;
    /** Frames of speech outside the text that a frame of it outweighs: of less than a quarter of the speech a path is lost. */
    private static final int FOUND = 3;

    /**
     * Nodes that live at once in the first path, and in later ones. Without a limit thousands live where phones as they are lent tell little
     * apart, more the longer the text is, and most where it is another tape's; the right path is always among the best few hundred.
     */
    private static final int FIRST_ACTIVE = 800;

    static final int LATER_ACTIVE = 400;

    /** What passing over a passage costs at most, however long it is: less than a beam, or no path would come to its end. */
    private static final float ANY_SENTENCES = -700;

    /** The same around a path that is known already. */
    private static final float KNOWN_SENTENCES = -400;

    /**
     * Costs of the first path, which may go anywhere in the text, since nothing is known yet, and of those around a path that is known.
     *
     * @param first passing over words is expensive
     */
    private record Costs(SearchSettings first, SearchSettings later) {}

    private static final Costs BEGINNING = new Costs(
            settings(1200, FIRST_ACTIVE, -4, -60, ANY_SENTENCES),
            settings(600, LATER_ACTIVE, -2.5f, -50, KNOWN_SENTENCES));
    /** The same for a tape that is only a part of its text. */
    private static final Costs BEGINNING_OF_PART =
            new Costs(settings(1200, FIRST_ACTIVE, -4, -60, -450), BEGINNING.later);
    /**
     * All of a tape at once: each word that is passed over counts, for of so little speech the words of another order are learned well enough where
     * they may be passed over by the sentence.
     */
    private static final Costs ALL = new Costs(
            settings(1200, FIRST_ACTIVE, -4, -60, Float.NEGATIVE_INFINITY, false),
            settings(600, LATER_ACTIVE, -2.5f, -50, Float.NEGATIVE_INFINITY, false));

    private static final Costs ALL_OF_PART = new Costs(
            settings(1200, FIRST_ACTIVE, -4, -60, -450, false), settings(600, LATER_ACTIVE, -2.5f, -50, -450, false));
    /** The path that goes on with a model which is known to hear this tape. */
    private static final SearchSettings ON = settings(1000, LATER_ACTIVE, -4, -60, ANY_SENTENCES);

    /** The same where most of the tape is not in the text: what others say must cost little, or words are strewn over it. */
    private static final SearchSettings ON_AMONG_OTHERS = settings(1000, LATER_ACTIVE, -2.5f, -50, ANY_SENTENCES);

    private static final SearchSettings ON_OF_PART = settings(1000, LATER_ACTIVE, -4, -60, -450);
    /** Phones a second that nobody says: people say 10 to 15 while they speak. */
    private static final double TOO_MANY = 18;
    /** The same of a stretch, from which more is judged than is heard of it: some people say 17, and a fifth of the text may not be said. */
    private static final double TOO_MANY_FROM_HERE = 24;

    static SearchSettings settings(float beam, int maxActive, float garbageFrame, float garbageEdge, float skipAny) {
        return settings(beam, maxActive, garbageFrame, garbageEdge, skipAny, true);
    }

    private static SearchSettings settings(
            float beam, int maxActive, float garbageFrame, float garbageEdge, float skipAny, boolean sentences) {
        return new SearchSettings(beam, maxActive, garbageFrame, garbageEdge, -300, -4, skipAny, sentences, -90, 2);
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
    StretchLearning(
            Hearing tape, List<List<Pronunciation>> words, boolean[] pauses, TapePhones tapePhones, Parallel parallel) {
        this.tape = tape;
        this.features = tape.features();
        this.words = words;
        this.pauses = pauses;
        this.tapePhones = tapePhones;
        this.parallel = parallel;
    }

    /**
     * A stretch of the tape, and where in the text it begins.
     *
     * @param word first one that may be said there
     * @param from frame
     * @param to frame that is no longer in it
     */
    record Stretch(int word, int from, int to) {}

    /**
     * Where words are, by what was last known of their sounds.
     *
     * @param spans in order
     * @param later what the search costs from now on
     */
    record Path(Hearing hearing, TapePhones.Heard heard, List<WordSpan> spans, SearchSettings later, Stretch stretch) {
        /** Its beginning with so many words, through the stretch up to the last one's end. */
        Path first(int count) {
            int to = count == 0 ? stretch.from : spans.get(count - 1).end();
            return new Path(
                    hearing, heard, spans.subList(0, count), later, new Stretch(stretch.word, stretch.from, to));
        }

        /** First word that may be said behind it. */
        int next() {
            return spans.isEmpty() ? stretch.word : spans.get(spans.size() - 1).word() + 1;
        }

        /**
         * The frame from which on hardly any of the speech is in the text: the change point by cumulative sums (Page, "Continuous inspection
         * schemes", Biometrika 1954), for words that a lost path lays here and there cover some of it.
         *
         * @param least frames of speech, those in words taken off several times, that must follow
         */
        OptionalInt lostFrom(int least) {
            boolean[] inText = new boolean[stretch.to - stretch.from];
            spans.forEach(s -> Arrays.fill(inText, s.start() - stretch.from, s.end() - stretch.from, true));
            int sum = 0;
            int most = 0;
            int at = stretch.to;
            for (int t = stretch.to - 1; t >= stretch.from; t--) {
                if (heard.speech()[t]) {
                    sum += inText[t - stretch.from] ? -FOUND : 1;
                }
                if (sum > most) {
                    most = sum;
                    at = t;
                }
            }
            return most < least ? OptionalInt.empty() : OptionalInt.of(at);
        }

        /** Its beginning, of the words that end before a frame. */
        Path until(int frame) {
            return first((int) spans.stream().filter(s -> s.end() <= frame).count());
        }
    }

    boolean isEnough(Path path) {
        return speech(path.heard, path.stretch) >= MINIMUM_SPEECH;
    }

    boolean isThin(Path path) {
        boolean[] speech = path.heard.speech();
        int covered = path.spans.stream()
                .mapToInt(w -> SpeechFrames.count(speech, w.start(), w.end()))
                .sum();
        return path.spans.size() < THIN * (words.size() - path.stretch.word)
                && covered < THIN * speech(path.heard, path.stretch);
    }

    static int speech(TapePhones.Heard heard, Stretch where) {
        return SpeechFrames.count(heard.speech(), where.from, where.to);
    }

    /** The path by phones as they are lent, and once they are adapted to it. */
    Path laid(Stretch where) {
        TapePhones.Heard heard = tapePhones.listen(tape, where.from, where.to);
        Costs costs = costs(heard, where);
        List<WordSpan> spans = search(tape, heard, costs.first, List.of(), where);
        Hearing hearing = tape.with(adapted(tape, spans, heard.speech()));
        heard = tapePhones.listen(hearing, where.from, where.to);
        return new Path(hearing, heard, search(hearing, heard, costs.later, spans, where), costs.later, where);
    }

    /** The path by mixtures trained on the one before, round by round. */
    Path trained(Path path) {
        Path now = path;
        for (int gaussians : GAUSSIANS) {
            Hearing hearing = tape.anew(mixtures(now.hearing.model(), states(now), gaussians));
            TapePhones.Heard heard = tapePhones.listen(hearing, now.stretch.from, now.stretch.to);
            List<WordSpan> spans = search(hearing, heard, now.later, now.spans, now.stretch);
            now = new Path(hearing, heard, spans, now.later, now.stretch);
        }
        return now;
    }

    /** A model whose mixtures are trained on what frames are known to be in. */
    AcousticModel trained(AcousticModel model, int[] states) {
        return mixtures(model, states, GAUSSIANS[GAUSSIANS.length - 1]);
    }

    /**
     * The path through a further stretch, by the sounds of another.
     *
     * @param others whether most of what is said on the tape is not in the text
     */
    Path goingOn(Path before, Stretch where, boolean others) {
        TapePhones.Heard heard = tapePhones.listen(before.hearing, where.from, where.to);
        SearchSettings settings = isPart(heard, where) ? ON_OF_PART : others ? ON_AMONG_OTHERS : ON;
        List<WordSpan> spans = search(before.hearing, heard, settings, List.of(), where);
        return new Path(before.hearing, heard, spans, before.later, where);
    }

    /** Whether there is more text than can be said in the time from here on. */
    private boolean isPart(TapePhones.Heard heard, Stretch where) {
        double all = speech(heard, where) * (double) (features.frames() - where.from) / (where.to - where.from);
        double most = isAll(where) ? TOO_MANY : TOO_MANY_FROM_HERE;
        return phones(where.word) > most * Features.FRAME_SECONDS * all;
    }

    private boolean isAll(Stretch where) {
        return where.from == 0 && where.to == features.frames();
    }

    private Costs costs(TapePhones.Heard heard, Stretch where) {
        boolean part = isPart(heard, where);
        return isAll(where) ? part ? ALL_OF_PART : ALL : part ? BEGINNING_OF_PART : BEGINNING;
    }

    /** How many are to be said from a word on. */
    long phones(int word) {
        return words.stream()
                .skip(word)
                .mapToLong(w -> w.get(0).phones().length)
                .sum();
    }

    /** Around the path before it, or anywhere if nothing is found there: where much of the text is not said, it may lie far away. */
    private List<WordSpan> search(
            Hearing hearing, TapePhones.Heard heard, SearchSettings settings, List<WordSpan> before, Stretch where) {
        WordSearch search = wordSearch(hearing, heard, words);
        List<WordSpan> spans = search(search, settings, corridor(before), where);
        return spans.isEmpty() && !before.isEmpty() ? search(search, settings, WordSearch.Corridor.OPEN, where) : spans;
    }

    private List<WordSpan> search(
            WordSearch search, SearchSettings settings, WordSearch.Corridor corridor, Stretch where) {
        return where.to() < features.frames()
                ? search.alignBeginning(where.word(), words.size(), where.from(), where.to(), settings, corridor)
                : search.alignAsFar(where.word(), words.size(), where.from(), where.to(), settings, corridor);
    }

    /** @param order of the words, their own or another */
    WordSearch wordSearch(Hearing hearing, TapePhones.Heard heard, List<List<Pronunciation>> order) {
        WordGraph graph = new WordGraph(hearing.model(), order, pauses);
        return new WordSearch(graph, features, heard.loop(), heard.speech(), tape.fading(), hearing.scorer());
    }

    private WordSearch.Corridor corridor(List<WordSpan> before) {
        if (before.isEmpty()) {
            return WordSearch.Corridor.OPEN;
        }
        return WordSearch.within(around(before, MOVE), words.size());
    }

    /** Where words are if those found may move by so many frames. */
    Whereabouts around(List<WordSpan> found, int frames) {
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

    private int[] states(Path path) {
        return states(List.of(path));
    }

    /** By frame, the state that paths through the words are in, each by its own sounds; -1 where none is in any. */
    int[] states(List<Path> paths) {
        int[] result = new int[features.frames()];
        Arrays.fill(result, -1);
        // In order: where the bands of two runs overlap, the later run has the frame.
        paths.forEach(path -> tellStates(path, result));
        return result;
    }

    private void tellStates(Path path, int[] result) {
        paths(path.hearing(), path.spans(), path.heard().speech())
                .forEach(run ->
                        run.forEach(phone -> phone.tell(features, (all, frame, senone) -> result[frame] = senone)));
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

    private AcousticModel mixtures(AcousticModel model, int[] states, int gaussians) {
        MixtureTraining training = new MixtureTraining(model, features, states, gaussians);
        return training.model(
                parallel.map(IntStream.range(0, model.senones()).boxed().toList(), () -> training, t -> t::mixture));
    }

    /** How the phones of paths agree with those heard in halves of the tape that the model is not trained on. */
    Agreement agreement(AcousticModel model, int[] states) {
        Agreement agreement = new Agreement(model, states.length);
        for (int half = 0; half < 2; half++) {
            int[] others = states.clone();
            for (int t = 0; t < others.length; t++) {
                others[t] = Agreement.half(t) == half ? -1 : others[t];
            }
            Hearing hearing = tape.anew(trained(model, others));
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
