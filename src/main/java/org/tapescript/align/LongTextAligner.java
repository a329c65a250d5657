package org.tapescript.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.AdaptationStatistics;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.ModelAdaptation;
import org.tapescript.align.AlignmentResult.Match;
import org.tapescript.align.AlignmentResult.Placed;
import org.tapescript.align.AlignmentResult.Stretch;
import org.tapescript.align.AlignmentResult.VoiceSamples;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.storage.CacheFolder;
import org.tapescript.storage.ScratchBlocks;
import org.tapescript.voice.VoiceFrames;
import org.tapescript.voice.VoiceStatistics;

/**
 * Aligns an hour of tape with a text of which both contain what the other lacks.
 *
 * <ol>
 *   <li>A few stretches of the tape are found in the text and the model is adapted to the voices and the room heard there.
 *   <li>The tape is heard as phones ({@link PhoneLoop}): speech or not, and a reference score for each frame.
 *   <li>Certain stretches are found without any position given ({@link AnchorFinder}).
 *   <li>Between them a search within a corridor decides word by word what was said, skipped or added ({@link WordSearch}).
 *   <li>Passages that are probably not spoken are looked for in speech that is left over ({@link PassageFinder}).
 *   <li>Words said twice are put where they were said last ({@link Repeats}).
 *   <li>Each run of words found is aligned phone by phone ({@link ForcedAlignment}), with a model adapted once
 *       more, its boundaries corrected ({@link PauseBias}) and its words given a confidence ({@link WordConfidence}).
 * </ol>
 */
public final class LongTextAligner implements Aligner {
    private static final int BLOCK = 1536;
    /** Tolerance, in frames, around an anchor's first estimate of a word. */
    private static final int TOLERANCE_FRAMES = 100;
    /** Anchored stretches are cut into pieces of at least this many frames, at a pause. */
    private static final int PIECE = 3000;

    /** Frames up to which a piece through which the corridor leads no way is searched without it. */
    private static final int LEFT_OPEN = 12_000;

    /** Of so many words and seconds of speech that belong together, stretches would be found for certain. */
    private static final int TELLING_WORDS = 80;

    private static final double TELLING_SECONDS = 40;

    /** Words to adapt a model to, and how many of them are taken in a row. */
    private static final int ENOUGH_WORDS = 1500;

    private static final int STRETCH = 50;

    /** Margin of words on a good tape over any sequence of phones, in log likelihood a frame. */
    private static final double FITTING = 0.5;

    /**
     * Words of a text, of about an hour, that are all looked through for stretches of which it is known roughly where they are. Of longer ones so
     * many around that place are: enough to tell words that fit by chance, which fit anywhere, and no more than in a shorter tape.
     */
    private static final int ALL_TEXT = 10_000;

    /** Signal-to-noise ratio in decibels below which levels tell speech from silence better than phones do. */
    private static final double NOISY = 12;

    /** Weight of a frame's level there. */
    private static final double LEVEL_BELIEVED = 5;

    /**
     * How often the text is searched for in a few windows, each time with a better adapted model, before the whole tape
     * is processed.
     */
    private static final int GLIMPSES = 3;
    /**
     * Share of the speech in those windows that must be matched for the text to count as found; below the other it
     * counts as not found.
     */
    private static final double SHARE_FOUND = 0.6;

    private static final double SHARE_NOT_FOUND = 0.1;

    /**
     * Costs of the search between anchors. The worse this tape's words fit, the more alike are words, garbage and silence: leaving
     * the text and passing over words must then be expensive, or true words vanish and others spread over speech that is not theirs.
     *
     * @param margin what the tape's typical word fits better, a frame, than any phones in any order
     */
    private static SearchSettings between(double margin) {
        float poor = (float) Math.max(0, Math.min(1, FITTING - margin));
        return new SearchSettings(
                300 + 500 * poor,
                50000,
                -2,
                -25 - 40 * poor,
                -160 - 300 * poor,
                -1,
                -260 - 300 * poor,
                false,
                -60,
                -2.5f);
    }

    /** Seconds of tape of which all that is chosen has room in memory, 3 MB a minute: a passage that is placed again writes no file. */
    private static final double IN_MEMORY = 600;

    private final Optional<CacheFolder> folder;
    private final int threads;
    private final ToDoubleFunction<double[]> judge;

    /** An aligner that works on all cores. @param folder for what is too much for memory while it works */
    public LongTextAligner(CacheFolder folder) {
        this(Optional.of(folder), Runtime.getRuntime().availableProcessors(), WordConfidence.LOGISTIC);
    }

    /** One that has nothing but memory. @param threads to work on; the result is the same to the bit with any number of them */
    LongTextAligner(int threads) {
        this(threads, WordConfidence.LOGISTIC);
    }

    /** @param judge gives words their confidence; it is asked for each word found, in order */
    LongTextAligner(int threads, ToDoubleFunction<double[]> judge) {
        this(Optional.empty(), threads, judge);
    }

    private LongTextAligner(Optional<CacheFolder> folder, int threads, ToDoubleFunction<double[]> judge) {
        this.folder = folder;
        this.threads = threads;
        this.judge = judge;
    }

    @Override
    public AlignmentResult align(AlignmentRequest request, ProgressSink progress, CancellationToken cancel) {
        boolean isLong = new Timeline(request).seconds() > IN_MEMORY;
        Optional<ScratchBlocks> file = folder.filter(f -> isLong).map(ScratchBlocks::new);
        try (Parallel parallel = new Parallel(cancel, threads)) {
            return new Run(request, judge, parallel, file, progress, cancel).align();
        } finally {
            file.ifPresent(ScratchBlocks::close);
        }
    }

    /** One alignment: what its steps share. */
    private static final class Run {
        private final AlignmentRequest request;
        private final ToDoubleFunction<double[]> judge;
        private final Parallel parallel;
        private final Optional<ScratchBlocks> file;
        private final ProgressSink progress;
        private final CancellationToken cancel;
        private Hearing hearing;
        /** Before it is adapted to what was found. */
        private AcousticModel base;
        /** Of the model, those that may be heard. */
        private final int[] phones;

        private boolean[] pauses;
        private final Timeline timeline;
        private final double seconds;

        private Timeline.Sound sound;
        private Features features;
        private SpeechLevel level;
        private float[] loop;
        private byte[] heard;
        private boolean[] speech;
        /** Words that can be said, and their place in the request. */
        private int[] sayable;
        /** Where each of them is looked for. */
        private Whereabouts around;

        private WordGraph graph;
        private PauseBias bias;
        /** By word of the request, roughly when it is said; or nothing at all. */
        private List<OptionalDouble> expected;
        /** Whether that is known of this very tape; else it must show in anchors that are there. */
        private boolean guided;
        /** Whether stretches were found that may be any of several that the text says word for word. */
        private boolean repeats;

        private double decibels;
        private OptionalDouble agreement = OptionalDouble.empty();

        Run(
                AlignmentRequest request,
                ToDoubleFunction<double[]> judge,
                Parallel parallel,
                Optional<ScratchBlocks> file,
                ProgressSink progress,
                CancellationToken cancel) {
            this.request = request;
            this.judge = judge;
            this.parallel = parallel;
            this.file = file;
            this.progress = ProgressSink.steady(progress);
            this.cancel = cancel;
            this.base = request.model().acoustic();
            this.phones = phones(request);
            if (request.model().borrowed()) {
                this.base = base.knowing(phones);
            }
            this.timeline = new Timeline(request);
            this.expected = request.expected();
            this.seconds = timeline.seconds();
        }

        AlignmentResult align() {
            progress.progress("Listening", 0, seconds);
            hear();
            List<AnchorFinder.Run> known = request.model().borrowed() ? learn() : acquaint();
            if (agreement.orElse(1) < Agreement.MINIMUM) {
                // A model that learns from a text finds its words, be it right or wrong: what else is found would say
                // no more.
                return result(List.of(), 0);
            }
            listen(blocks(List.of(new int[] {0, features.frames()})));
            rate(List.of(new int[] {0, features.frames()}));
            AnchorFinder finder = anchorFinder();
            List<AnchorFinder.Run> anchors =
                    finder.find(known, repeats, done -> progress.progress("Finding the text", done * seconds, seconds));
            AnchorCheck check = check(anchors, this::aligner);
            List<AnchorFinder.Run> sure = pinned().agreeing(check.sure(anchors));
            repeats |= finder.foundAmbiguous();
            if (sure.isEmpty() && isTelling()) {
                return result(List.of(), 0);
            }
            int anchored = sure.stream().mapToInt(a -> a.words().size()).sum();
            double margin = sure.isEmpty() ? FITTING : check.typicalMargin();
            List<WordSpan> spans = search(sure, margin);
            if (!sure.isEmpty()) {
                spans = settled(withDoubtful(spans, margin));
            }
            if (!sure.isEmpty()) {
                // Without anchors the words may be chance finds, and a model adapted to those would believe in them.
                Queue<AdaptationStatistics> parts = new ConcurrentLinkedQueue<>();
                forced(sample(spans), () -> collector(parts));
                adapt(parts);
            }
            List<WordAlignment> aligned = forced(spans, () -> aligner(RunAligner.IGNORE, true));
            return result(aligned, anchored / (double) Math.max(1, sayable.length));
        }

        /**
         * Whether a text of which nothing was found for certain is not this tape's. Long runs of its words, which alone would tell that it
         * is, would have been found where words can be heard, so that nobody waits for the rest of the search.
         */
        private boolean isTelling() {
            return !guided
                    && !repeats
                    && expected.isEmpty()
                    && request.pinned().isEmpty()
                    && !maySoundOtherwise()
                    && decibels >= NOISY
                    && sayable.length >= TELLING_WORDS
                    && SpeechFrames.count(speech, 0, features.frames()) * Features.FRAME_SECONDS >= TELLING_SECONDS;
        }

        /** Whether words may be there that lent phones do not hear: not if they learned from this text and agree little with it. */
        private boolean maySoundOtherwise() {
            return request.model().borrowed() && agreement.orElse(Agreement.FAIR) >= Agreement.FAIR;
        }

        /** Where noise is loud, phones can only be heard by a model that knows it. What need not wait for what is heard is made meanwhile. */
        private void hear() {
            Supplier<Boolean> graphBuilt = parallel.begin(() -> {
                buildGraph();
                return true;
            });
            Supplier<boolean[]> fading = parallel.begin(() -> Fading.of(timeline.decibels()));
            sound = timeline.sound(parallel, cancel);
            features = sound.features();
            SpeechLevel byLevel = SpeechLevel.of(sound.levels(), LEVEL_BELIEVED);
            boolean noisy = timeline.signalToNoise(byLevel.loud(), List.of(new int[] {0, features.frames()})) < NOISY;
            level = noisy ? byLevel : SpeechLevel.unknown(features.frames());
            hearing = Hearing.of(base, features, fading.get(), noisy, file);
            graphBuilt.get();
            if (noisy) {
                hearing = hearing.anew(SelfAdaptation.adapt(hearing, level, parallel));
            }
        }

        /**
         * Finds the text in a few stretches of the tape and adapts the model to the voices heard there, so that all that follows
         * listens with it. If text and sound do not find each other there, somebody may know roughly where to look.
         *
         * @return the stretches found, of those that the text says once
         */
        private List<AnchorFinder.Run> acquaint() {
            List<int[]> glimpses = AnchorFinder.sparse(features.frames());
            Hearing before = hearing;
            List<AnchorFinder.Run> sure = acquaint(glimpses);
            AnchorFinder finder = anchorFinder();
            List<AnchorFinder.Run> certain = finder.certain(sure);
            repeats = finder.foundAmbiguous();
            if (share(sure, glimpses) < SHARE_NOT_FOUND) {
                List<OptionalDouble> times = request.guide().expected(this::heard);
                guided = !times.isEmpty();
                expected = guided ? times : expected;
                if (guided && sayable.length > ALL_TEXT) {
                    around = corridor(List.of()).widened(ALL_TEXT / 2, features.frames());
                }
                // Where nothing at all was found the model is what it was, and another look would find nothing again.
                if (guided && hearing != before) {
                    hearing = before;
                    certain = finder.certain(acquaint(glimpses));
                }
            }
            if (hearing != before) {
                // What was chosen is little beside what is to come, which the adapted model chooses better.
                hearing = hearing.anew(hearing.model());
            }
            return certain;
        }

        private HeardTape heard(List<List<int[]>> keywords) {
            return TapeListener.listen(request.model().acoustic(), timeline, sound, keywords, parallel, progress);
        }

        private List<AnchorFinder.Run> acquaint(List<int[]> glimpses) {
            List<AnchorFinder.Run> sure = List.of();
            for (int i = 0; i < GLIMPSES && share(sure, glimpses) < SHARE_FOUND; i++) {
                listen(blocks(glimpses));
                rate(glimpses);
                List<AnchorFinder.Run> found = anchorFinder().glimpse(glimpses, sure);
                if (found.isEmpty()) {
                    // Another look would see no more.
                    return sure;
                }
                Queue<AdaptationStatistics> parts = new ConcurrentLinkedQueue<>();
                AnchorCheck check = check(found, () -> collector(parts));
                adapt(parts);
                sure = check.sure(found);
            }
            return sure;
        }

        /** Share of the speech in some stretches that lies in runs. */
        private double share(List<AnchorFinder.Run> runs, List<int[]> stretches) {
            int found = runs.stream()
                    .mapToInt(r -> SpeechFrames.count(speech, r.start(), r.end()))
                    .sum();
            int all = stretches.stream()
                    .mapToInt(s -> SpeechFrames.count(speech, s[0], s[1]))
                    .sum();
            return all == 0 ? 0 : found / (double) all;
        }

        private AnchorFinder anchorFinder() {
            Whereabouts whereabouts =
                    guided ? corridor(List.of()) : Whereabouts.anywhere(graph.words(), features.frames());
            return new AnchorFinder(graph, hearing, loop, speech, whereabouts, around, parallel);
        }

        private static List<int[]> blocks(List<int[]> stretches) {
            return stretches.stream()
                    .flatMap(s -> TapePhones.blocks(s[0], s[1], BLOCK).stream())
                    .toList();
        }

        private void listen(List<int[]> blocks) {
            AtomicInteger done = new AtomicInteger();
            parallel.map(
                    blocks,
                    () -> new PhoneLoop(hearing.model(), hearing.scorer(), level, RunAligner.IGNORE, phones),
                    phoneLoop -> block -> {
                        phoneLoop.run(features, block[0], block[1], loop, heard);
                        report(done.addAndGet(block[1] - block[0]), "Listening");
                        return null;
                    });
            speech = SpeechFrames.of(base, heard, hearing.fading());
        }

        /** Measures how far speech stands above the noise in stretches that were listened to. */
        private void rate(List<int[]> stretches) {
            decibels = timeline.signalToNoise(speech, stretches);
            bias = PauseBias.at(decibels);
        }

        private AnchorCheck check(List<AnchorFinder.Run> runs, Supplier<RunAligner> aligners) {
            return new AnchorCheck(parallel.map(
                    runs, run -> run.end() - run.start(), aligners, aligner -> run -> margins(aligner, run)));
        }

        private RunAligner aligner() {
            return aligner(RunAligner.IGNORE, false);
        }

        private RunAligner aligner(RunAligner.PathListener listener, boolean weighing) {
            return new RunAligner(request, timeline, sayable, hearing, loop, bias, listener, weighing);
        }

        /** An aligner that collects what its runs sound like. */
        private RunAligner collector(Queue<AdaptationStatistics> parts) {
            AdaptationStatistics statistics = new AdaptationStatistics(hearing.model(), hearing.fewScorer());
            parts.add(statistics);
            return aligner(statistics::add, false);
        }

        private void adapt(Queue<AdaptationStatistics> parts) {
            hearing = hearing.with(ModelAdaptation.adapt(base, parts));
        }

        /** Learns from the tape what phones lent by another language sound like. */
        private List<AnchorFinder.Run> learn() {
            TapePhones tapePhones = new TapePhones(hearing, level, phones, parallel);
            List<List<Pronunciation>> words =
                    Arrays.stream(sayable).mapToObj(request.words()::get).toList();
            TapeLearning learning = new TapeLearning(hearing, words, pauses, tapePhones, parallel);
            TapeLearning.Learned learned = learning.learn();
            base = learned.model();
            agreement = learned.agreement();
            hearing = hearing.anew(base);
            buildGraph();
            around = learned.around();
            return List.of();
        }

        private void report(int frames, String phase) {
            progress.progress(phase, frames * Features.FRAME_SECONDS, seconds);
        }

        private void buildGraph() {
            sayable = IntStream.range(0, request.words().size())
                    .filter(i -> !request.words().get(i).isEmpty())
                    .filter(i -> request.doubtful().stream().noneMatch(p -> i >= p.from() && i < p.to()))
                    .toArray();
            pauses = pauses();
            around = Whereabouts.anywhere(sayable.length, timeline.frames());
            graph = new WordGraph(
                    base, Arrays.stream(sayable).mapToObj(request.words()::get).toList(), pauses);
            loop = new float[timeline.frames()];
            heard = new byte[timeline.frames()];
            speech = new boolean[timeline.frames()];
        }

        /** All phones of a model of the language; of one that is lent, those that the text has, and silence. */
        private static int[] phones(AlignmentRequest request) {
            AcousticModel model = request.model().acoustic();
            Set<Integer> said = request.words().stream()
                    .flatMap(List::stream)
                    .flatMapToInt(p -> Arrays.stream(p.phones()))
                    .boxed()
                    .collect(Collectors.toSet());
            return IntStream.range(0, model.phones().size())
                    .filter(p -> !request.model().borrowed() || model.isFiller(p) || said.contains(p))
                    .toArray();
        }

        private boolean[] pauses() {
            boolean[] result = new boolean[sayable.length + 1];
            for (int i = 0; i < result.length; i++) {
                result[i] = i == 0
                        || i == sayable.length
                        || IntStream.rangeClosed(sayable[i - 1] + 1, sayable[i]).anyMatch(request.pauses()::get);
            }
            return result;
        }

        /** A piece of sound and text between two certain pauses. */
        private record Piece(int fromWord, int toWord, int from, int to) {}

        /** Margin of each word of a run; nothing is known of a run that cannot be aligned. */
        private static double[] margins(RunAligner aligner, AnchorFinder.Run run) {
            List<WordAlignment> words = aligner.align(run.words(), run.start() - 5, run.end() + 5);
            return words.size() != run.words().size()
                    ? new double[0]
                    : words.stream().mapToDouble(WordAlignment::margin).toArray();
        }

        private List<WordSpan> search(List<AnchorFinder.Run> anchors, double margin) {
            Whereabouts whereabouts = corridor(anchors);
            WordSearch.Corridor corridor = WordSearch.within(whereabouts, graph.words());
            SearchSettings settings = between(margin);
            List<Piece> pieces = pieces(anchors);
            AtomicInteger done = new AtomicInteger();
            List<List<WordSpan>> found = parallel.map(
                    pieces,
                    piece -> piece.to - piece.from,
                    () -> new WordSearch(graph, features, loop, speech, hearing.fading(), hearing.scorer()),
                    search -> piece -> {
                        List<WordSpan> spans =
                                search.align(piece.fromWord, piece.toWord, piece.from, piece.to, settings, corridor);
                        if (!search.hasArrived() && piece.to - piece.from <= LEFT_OPEN) {
                            // Else all of its words were lost for one that an anchor puts where it is not.
                            spans = search.alignAsFar(
                                    piece.fromWord,
                                    piece.toWord,
                                    piece.from,
                                    piece.to,
                                    settings,
                                    WordSearch.Corridor.OPEN);
                        }
                        report(done.addAndGet(piece.to - piece.from), "Aligning");
                        return spans;
                    });
            List<WordSpan> all = new ArrayList<>();
            found.forEach(all::addAll);
            return all;
        }

        /** Adds the words of doubtful passages that are heard in speech which the other words leave over. */
        private List<WordSpan> withDoubtful(List<WordSpan> spans, double margin) {
            PassageFinder finder = new PassageFinder(request, hearing, loop, speech, between(margin));
            List<PassageFinder.Heard> heard = finder.find(spans, sayable, parallel);
            int[] before = sayable;
            sayable = IntStream.concat(
                            Arrays.stream(before), heard.stream().flatMapToInt(h -> Arrays.stream(h.words())))
                    .sorted()
                    .toArray();
            List<WordSpan> all = new ArrayList<>();
            for (WordSpan span : spans) {
                all.add(span.as(Arrays.binarySearch(sayable, before[span.word()])));
            }
            RunAligner aligner = aligner();
            for (PassageFinder.Heard passage : heard) {
                List<WordSpan> found = passage.spans().stream()
                        .map(s -> s.as(Arrays.binarySearch(sayable, passage.words()[s.word()])))
                        .toList();
                double[] margins = margins(aligner, new AnchorFinder.Run(found));
                if (Arrays.stream(margins).average().orElse(Double.NEGATIVE_INFINITY) > margin - PassageFinder.WORSE) {
                    all.addAll(found);
                }
            }
            all.sort(Comparator.comparingInt(WordSpan::word));
            return all;
        }

        /** Words that were said twice, where they were said last. */
        private List<WordSpan> settled(List<WordSpan> spans) {
            Repeats repeats = new Repeats(speech, timeline);
            List<List<WordSpan>> again = parallel.map(
                    repeats.candidates(spans), this::aligner, aligner -> i -> repeats.again(aligner, spans, i));
            Map<Integer, WordSpan> moved = new HashMap<>();
            PinnedTimes pinned = pinned();
            again.stream()
                    .filter(words -> words.stream().allMatch(pinned::agrees))
                    .flatMap(List::stream)
                    .forEach(s -> moved.put(s.word(), s));
            return spans.stream().map(s -> moved.getOrDefault(s.word(), s)).toList();
        }

        private PinnedTimes pinned() {
            return new PinnedTimes(request.pinned().stream()
                    .map(p -> new PinnedTimes.Pinned(
                            Arrays.binarySearch(sayable, p.word()), timeline.frame(p.start()), timeline.frame(p.end())))
                    .filter(p -> p.word() >= 0)
                    .toList());
        }

        /** As narrow as all that is known allows; what contradicts the rest, and would leave a word nowhere to be, is left out. */
        private Whereabouts corridor(List<AnchorFinder.Run> anchors) {
            Whereabouts corridor = corridor(anchors, true, true);
            if (corridor.isClosed()) {
                corridor = corridor(anchors, false, true);
            }
            return corridor.isClosed() ? corridor(anchors, false, false) : corridor;
        }

        private Whereabouts corridor(List<AnchorFinder.Run> anchors, boolean withExpected, boolean withPinned) {
            int[] low = new int[graph.words()];
            int[] high = new int[graph.words()];
            Arrays.fill(low, -1);
            Arrays.fill(high, -1);
            for (AnchorFinder.Run run : anchors) {
                for (WordSpan w : run.words()) {
                    low[w.word()] = Math.max(0, w.start() - TOLERANCE_FRAMES);
                    high[w.word()] = Math.min(features.frames(), w.end() + TOLERANCE_FRAMES);
                }
            }
            if (withPinned) {
                pinned().narrow(low, high, features.frames());
            }
            if (withExpected) {
                expect(anchors, low, high);
            }
            // Words before the first anchor and behind the last have no other bounds.
            int words = graph.words();
            Whereabouts found = Whereabouts.of(low, high, features.frames());
            return words == 0 ? found : found.between(around.from(0), around.to(words - 1));
        }

        /** Narrows the corridor around expected times, if they are known to be of this tape or agree with the anchors. */
        private void expect(List<AnchorFinder.Run> anchors, int[] low, int[] high) {
            ExpectedTimes times = new ExpectedTimes();
            for (AnchorFinder.Run run : anchors) {
                for (WordSpan w : run.words()) {
                    expected(w.word()).ifPresent(e -> times.add(e, timeline.seconds(w.start())));
                }
            }
            for (int i = 0; i < low.length && (guided || times.areReliable()); i++) {
                OptionalDouble time = expected(i);
                if (time.isPresent() && low[i] < 0) {
                    double seconds = guided ? time.getAsDouble() : times.heard(time.getAsDouble());
                    low[i] = timeline.frame(seconds - ExpectedTimes.TOLERANCE_SECONDS);
                    high[i] = timeline.frame(seconds + ExpectedTimes.TOLERANCE_SECONDS);
                }
            }
        }

        private OptionalDouble expected(int word) {
            return expected.isEmpty() ? OptionalDouble.empty() : expected.get(sayable[word]);
        }

        private List<Piece> pieces(List<AnchorFinder.Run> anchors) {
            List<Piece> pieces = new ArrayList<>();
            int fromWord = 0;
            int from = 0;
            for (AnchorFinder.Run run : anchors) {
                List<WordSpan> words = run.words();
                int cut = -1;
                int longest = -1;
                for (int i = 1; i < words.size(); i++) {
                    int middle = (words.get(i - 1).end() + words.get(i).start()) / 2;
                    int pause = words.get(i).start() - words.get(i - 1).end();
                    if (middle - from >= PIECE && pause > longest) {
                        longest = pause;
                        cut = i;
                    }
                }
                if (cut > 0) {
                    int middle = (words.get(cut - 1).end() + words.get(cut).start()) / 2;
                    pieces.add(new Piece(fromWord, words.get(cut).word(), from, middle));
                    fromWord = words.get(cut).word();
                    from = middle;
                }
            }
            pieces.add(new Piece(fromWord, graph.words(), from, features.frames()));
            return pieces;
        }

        /** Aligns runs of words phone by phone. */
        private List<WordAlignment> forced(List<WordSpan> spans, Supplier<RunAligner> aligners) {
            List<List<WordSpan>> runs = SpeechFrames.runs(spans, speech);
            List<int[]> limits = new ArrayList<>();
            for (int i = 0; i < runs.size(); i++) {
                List<WordSpan> run = runs.get(i);
                int before = i == 0 ? 0 : last(runs.get(i - 1)).end();
                int after = i + 1 == runs.size()
                        ? features.frames()
                        : runs.get(i + 1).get(0).start();
                limits.add(new int[] {
                    i,
                    Math.max(before, run.get(0).start() - 30),
                    Math.min(after, last(run).end() + 30)
                });
            }
            List<List<WordAlignment>> aligned = parallel.map(
                    limits,
                    limit -> limit[2] - limit[1],
                    aligners,
                    aligner -> limit -> aligner.align(runs.get(limit[0]), limit[1], limit[2]));
            List<WordAlignment> all = new ArrayList<>();
            aligned.forEach(all::addAll);
            return WordAlignment.parted(all);
        }

        /** Enough of the words, in stretches from all over the tape, to adapt a model to. */
        private static List<WordSpan> sample(List<WordSpan> spans) {
            int every = Math.max(1, spans.size() / ENOUGH_WORDS);
            List<WordSpan> result = new ArrayList<>();
            for (int i = 0; i < spans.size(); i++) {
                if (i / STRETCH % every == 0) {
                    result.add(spans.get(i));
                }
            }
            return result;
        }

        private static WordSpan last(List<WordSpan> run) {
            return run.get(run.size() - 1);
        }

        private AlignmentResult result(List<WordAlignment> aligned, double anchoredShare) {
            AcousticModel base = request.model().acoustic();
            List<Optional<Placed>> words = new ArrayList<>();
            List<VoiceFrames> voices = new ArrayList<>();
            VoiceFrames silent = VoiceFrames.of(base, 0, 0);
            List<VoiceFrames> own = voices(aligned);
            for (int i = 0; i < request.words().size(); i++) {
                words.add(Optional.empty());
                voices.add(silent);
            }
            double margin = 0;
            double end = 0;
            double duration = 0;
            boolean[] covered = new boolean[features.frames()];
            WordConfidence confidence = new WordConfidence(aligned, speech, heard, agreement, timeline, judge);
            for (int i = 0; i < aligned.size(); i++) {
                WordAlignment w = aligned.get(i);
                // Two runs may both reach into the speech between them.
                double begin = i == 0 ? w.start() : Math.max(w.start(), end);
                boolean next = i + 1 < aligned.size() && aligned.get(i + 1).start() > begin;
                end = Math.max(
                        begin, next ? Math.min(w.end(), aligned.get(i + 1).start()) : w.end());
                words.set(w.word(), Optional.of(new Placed(begin, end, confidence.of(i))));
                voices.set(w.word(), own.get(i));
                margin += w.margin() * (w.end() - w.start());
                duration += w.end() - w.start();
                int from = Math.max(0, timeline.frame(w.start()) - 10);
                int to = Math.min(covered.length, timeline.frame(w.end()) + 10);
                Arrays.fill(covered, Math.min(from, to), to, true);
            }
            int speechFrames = 0;
            for (boolean s : speech) {
                speechFrames += s ? 1 : 0;
            }
            Match match = new Match(
                    anchoredShare,
                    speechFrames * Features.FRAME_SECONDS,
                    duration > 0 ? margin / duration : 0,
                    decibels,
                    agreement);
            List<Stretch> untranscribed = untranscribed(covered);
            List<VoiceStatistics> others = parallel.map(
                    untranscribed,
                    () -> base,
                    model -> s -> VoiceSampler.voice(
                            model, features, heard, timeline.frame(s.start()), timeline.frame(s.end())));
            return new AlignmentResult(words, untranscribed, VoiceSamples.of(voices, others), match);
        }

        /** The voice that says each word. */
        private List<VoiceFrames> voices(List<WordAlignment> words) {
            return parallel.map(
                    words,
                    request.model()::acoustic,
                    model -> word -> VoiceSampler.voice(model, features, timeline, word.phones()));
        }

        private List<Stretch> untranscribed(boolean[] covered) {
            return SpeechFrames.outside(covered, speech).stream()
                    .map(s -> new Stretch(timeline.seconds(s[0]), timeline.seconds(s[1])))
                    .toList();
        }
    }
}
