package org.tapescript.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tapescript.align.HeardTape;
import org.tapescript.align.Parallel;
import org.tapescript.attribution.SpokenUnit;
import org.tapescript.attribution.SpokenUnit.Opening;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.job.CancellationToken;
import org.tapescript.voice.VoiceStatistics;

/**
 * Places the sentences of a text on a tape by who speaks, how long they are and where the pauses lie. Models of voices, lengths
 * and pauses are re-estimated from the placement until it no longer changes.
 */
public final class TurnPlacement {
    private static final int ROUNDS = 4;
    /** The same when most sentences were placed before. */
    private static final int ROUNDS_AGAIN = 1;
    /** Seconds by which a time may precede the island that it was taken from. */
    private static final double ROUNDING = 0.005;
    /** Islands by which a sentence may still move once all have been placed. */
    private static final int CORRIDOR = 120;
    /** The same when most sentences were placed before. */
    private static final int CORRIDOR_AGAIN = 35;
    /** Islands around its place among which a sentence's confidence is computed. */
    private static final int DOUBT = 30;
    /** Prior share of the speech on a tape that is printed. */
    private static final double PRINTED = 0.85;
    /** Limit on the log likelihood ratio between voices for a stretch: a constant, and more for each second. */
    private static final double UNLIKE = 2;

    private static final double UNLIKE_A_SECOND = 3;
    /** Cost of passing over speech: once, and for every so many seconds. */
    private static final double LEAVES = 5;

    private static final double PASSED_SECONDS = 8;
    /** Cost of leaving a sentence out. */
    private static final double MISSES = 6;
    /** Cost of a sentence that follows the one before it without a pause, and how many letters one of the two has at most. */
    private static final double JOINED = 4;

    private static final double SHORT = 40;
    /**
     * Probability of a change of speaker at a mark after speech that was passed over, which may have been anyone's.
     */
    private static final double CHANGE_AFTER_PASSED = 0.8;
    /** The same at any other mark: without words, doubting a mark must not be cheaper than doubting lengths. */
    private static final double CHANGE_AT_MARK = 0.99;
    /** Weight of an editor's word on who speaks, and of a printed name. */
    private static final double BY_HAND = 50;

    private static final double PRINTED_NAME = 4;
    /** Tolerance in seconds within which a start counts as right. */
    private static final double RIGHT = 2;

    /** Scale of the evidence when confidence is computed: modest rather than overconfident. */
    private static final double BELIEVED = 0.6;

    /** More voices than the text has are accepted only if they raise the mean confidence by more than this. */
    private static final double SURER = 0.01;

    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private final HeardTape tape;
    private final List<SpokenUnit> units;
    private final double[] letters;
    private final List<Pin> pins;
    private final Islands islands;
    private final SaidSpeakers said;
    private final SpokenNames names;
    private final Optional<PlacementSearch.Span[]> known;
    private final CancellationToken cancel;
    private Voices voices;
    private LengthModel lengths;
    private PauseModel pauses = PauseModel.prior();

    private TurnPlacement(
            Voices.Speech speech,
            SyncedTranscript transcript,
            int voices,
            Map<Integer, Integer> keywords,
            List<Pin> pins,
            List<Optional<TimeSpan>> earlier,
            CancellationToken cancel) {
        this.tape = speech.tape();
        this.units = SpokenUnit.of(transcript);
        this.cancel = cancel;
        List<Word> words = transcript.words();
        this.letters = units.stream()
                .mapToDouble(u -> TextLength.letters(words.subList(u.from(), u.to())))
                .toArray();
        this.pins = pins;
        Islands found = speech.islands();
        this.said = new SaidSpeakers(transcript, units, voices);
        Optional<PlacementSearch.Span[]> known = earlier(found, earlier);
        this.voices = known.map(spans -> Voices.of(tape, samples(found, spans), voices(spans), voices))
                .orElseGet(() -> speech.voices(voices));
        this.islands = this.voices.cut(found);
        this.known = earlier(islands, earlier);
        this.names = new SpokenNames(
                tape,
                islands,
                units.stream()
                        .map(u -> IntStream.range(u.from(), u.to())
                                .filter(keywords::containsKey)
                                .map(keywords::get)
                                .distinct()
                                .toArray())
                        .toArray(int[][]::new));
        this.lengths = LengthModel.first(
                voices,
                PRINTED
                        * islands.speech(0, islands.count())
                        / Math.max(1, Arrays.stream(letters).sum()));
    }

    private static int speakers(SyncedTranscript transcript) {
        return (int) transcript.turns().stream().map(Turn::speaker).distinct().count();
    }

    /**
     * @param transcript whose words have no times that count; speakers that an editor gave do
     * @param voices how many speakers there are; if 0, as many as the text has, or as are heard if they are more and place it more surely
     * @param keywords of words that the tape was searched for, the keyword's index among them
     * @param pins in the order of words and times
     * @param earlier by word, when it was thought to be said, under the speakers that the transcript has; saves looking on the whole
     *     tape, if most words have one
     * @return the sentences that could be placed, in order
     */
    public static Placement place(
            HeardTape tape,
            SyncedTranscript transcript,
            int voices,
            Map<Integer, Integer> keywords,
            List<Pin> pins,
            List<Optional<TimeSpan>> earlier,
            CancellationToken cancel) {
        Voices.Speech speech = new Voices.Speech(
                tape, Islands.of(tape, pins.stream().map(Pin::seconds).toList()));
        if (voices > 0) {
            return placement(placed(speech, transcript, voices, keywords, pins, earlier, cancel));
        }
        int printed = speakers(transcript);
        int heard = speech.people();
        if (heard <= printed) {
            return placement(placed(speech, transcript, printed, keywords, pins, earlier, cancel));
        }
        // More voices than the text tells apart are further people, or moods of the same: whichever places the text
        // more surely.
        List<Placement> both;
        try (Parallel parallel = new Parallel(cancel)) {
            both = parallel.map(
                    List.of(printed, heard),
                    () -> speech,
                    s -> count -> placement(placed(s, transcript, count, keywords, pins, earlier, cancel)));
        }
        Placement asPrinted = both.get(0);
        Placement asHeard = both.get(1);
        Placement better = asHeard.confidence() > asPrinted.confidence() + SURER ? asHeard : asPrinted;
        return new Placement(better.sentences(), Math.min(asHeard.confidence(), asPrinted.confidence()));
    }

    private static Placement placement(List<PlacedSentence> sentences) {
        return new Placement(
                sentences,
                sentences.stream().mapToDouble(PlacedSentence::confidence).sum() / Math.max(1, sentences.size()));
    }

    private static List<PlacedSentence> placed(
            Voices.Speech speech,
            SyncedTranscript transcript,
            int voices,
            Map<Integer, Integer> keywords,
            List<Pin> pins,
            List<Optional<TimeSpan>> earlier,
            CancellationToken cancel) {
        TurnPlacement placement = new TurnPlacement(speech, transcript, voices, keywords, pins, earlier, cancel);
        return placement.units.isEmpty() || placement.islands.count() == 0 ? List.of() : placement.run();
    }

    /** Where the sentences were thought to lie, in the voices of their speakers; nothing if that is known of less than half of them. */
    private Optional<PlacementSearch.Span[]> earlier(Islands on, List<Optional<TimeSpan>> words) {
        PlacementSearch.Span[] spans = new PlacementSearch.Span[units.size()];
        int there = 0;
        int free = 0;
        for (int j = 0; j < spans.length; j++) {
            Optional<TimeSpan> time = words
                    .subList(units.get(j).from(), units.get(j).to())
                    .stream()
                    .flatMap(Optional::stream)
                    .reduce(TimeSpan::union);
            int from = time.map(t -> Math.max(0, on.holding(tape.frame(t.startSeconds() + ROUNDING))))
                    .orElse(-1);
            int to = time.map(t -> on.holding(tape.frame(t.endSeconds())) + 1).orElse(-1);
            boolean fits = from >= free && to > from;
            spans[j] = fits ? new PlacementSearch.Span(from, to, said.number(j)) : PlacementSearch.Span.NONE;
            there += fits ? 1 : 0;
            free = fits ? to : free;
        }
        return 2 * there < spans.length || there == 0 ? Optional.empty() : Optional.of(spans);
    }

    /** What the sentences that are there sound like. */
    private List<VoiceStatistics> samples(Islands on, PlacementSearch.Span[] spans) {
        return Arrays.stream(spans)
                .filter(s -> s.isThere() && !s.isJoined())
                .map(s -> tape.voice(on.start(s.from()), on.end(s.to() - 1)))
                .toList();
    }

    private static int[] voices(PlacementSearch.Span[] spans) {
        return Arrays.stream(spans)
                .filter(s -> s.isThere() && !s.isJoined())
                .mapToInt(PlacementSearch.Span::voice)
                .toArray();
    }

    private List<PlacedSentence> run() {
        PlacementSearch.Span[] spans = known.orElseGet(() -> PlacementSearch.anywhere(new Weights()));
        int rounds = known.isPresent() ? ROUNDS_AGAIN : ROUNDS;
        int corridor = known.isPresent() ? CORRIDOR_AGAIN : CORRIDOR;
        for (int round = 0; round < rounds; round++) {
            cancel.check();
            learn(spans);
            PlacementSearch.Span[] before = spans;
            Weights weights = new Weights();
            spans = new PlacementSearch(weights, Corridor.around(weights, spans, corridor)).best();
            if (Arrays.stream(spans).noneMatch(PlacementSearch.Span::isThere)) {
                // What an editor says now is far from where things lay.
                spans = PlacementSearch.anywhere(weights);
            }
            if (Arrays.equals(before, spans)) {
                break;
            }
        }
        PlacementSearch.Evidence doubted = new DoubtedEvidence(new Weights(), BELIEVED);
        return placed(spans, new Beginnings(doubted, Corridor.around(doubted, spans, DOUBT)));
    }

    private List<PlacedSentence> placed(PlacementSearch.Span[] spans, Beginnings around) {
        double[][] beginnings = around.of();
        List<PlacedSentence> result = new ArrayList<>();
        for (int j = 0; j < spans.length; j++) {
            if (!spans[j].isThere()) {
                continue;
            }
            int first = first(spans, j);
            int count = together(spans, first);
            double start = islands.startSeconds(spans[first].from());
            double seconds = islands.endSeconds(spans[first].to() - 1) - start;
            double all = letters(first, count);
            double sure = 0;
            for (int i = 0; i < beginnings[j].length; i++) {
                double begins = islands.startSeconds(around.first(j) + i);
                sure += Math.abs(begins - start) <= RIGHT ? beginnings[j][i] : 0;
            }
            // Of sentences said without a pause nothing but their lengths tells where each begins.
            result.add(new PlacedSentence(
                    units.get(j).from(),
                    units.get(j).to(),
                    start + seconds * letters(first, j - first) / all,
                    start + seconds * letters(first, j + 1 - first) / all,
                    Math.min(1, sure)));
        }
        return result;
    }

    /** The first of the sentences that one is said together with. */
    private static int first(PlacementSearch.Span[] spans, int sentence) {
        int first = sentence;
        while (spans[first].isJoined()) {
            first--;
        }
        return first;
    }

    /** How many sentences are said without a pause from one on. */
    private static int together(PlacementSearch.Span[] spans, int first) {
        int count = 1;
        while (first + count < spans.length && spans[first + count].isJoined()) {
            count++;
        }
        return count;
    }

    private double letters(int first, int count) {
        double sum = 0;
        for (int j = first; j < first + count; j++) {
            sum += letters[j];
        }
        return sum;
    }

    /** Learns from where the sentences lie. */
    private void learn(PlacementSearch.Span[] spans) {
        LengthModel.Counts rate = new LengthModel.Counts(voices.count());
        PauseModel.Counts silence = new PauseModel.Counts();
        int before = -1;
        for (int j = 0; j < spans.length; j++) {
            PlacementSearch.Span s = spans[j];
            if (!s.isThere() || s.isJoined()) {
                continue;
            }
            rate.add(lengths, s.voice(), letters(j, together(spans, j)), islands.speech(s.from(), s.to()));
            silence.add(kind(j, before != s.voice()), islands.pause(s.from()));
            for (int i = s.from() + 1; i < s.to(); i++) {
                silence.add(PauseModel.Before.WITHIN, islands.pause(i));
            }
            before = s.voice();
        }
        lengths = rate.model(lengths);
        pauses = silence.model();
        voices = voices.learn(samples(islands, spans), voices(spans));
        said.learn(spans, letters);
        names.learn(spans);
    }

    private PauseModel.Before kind(int sentence, boolean other) {
        return other || units.get(sentence).opening() == Opening.MARKED
                ? PauseModel.Before.TURN
                : PauseModel.Before.SENTENCE;
    }

    /** What all evidence together says, as far as it is known in a round. */
    private final class Weights implements PlacementSearch.Evidence {
        /** By sentence and how many more are said with it, how long they take in each voice. */
        private final LengthModel.ByVoice[][] length =
                new LengthModel.ByVoice[letters.length][PlacementSearch.TOGETHER];

        private final int[] together = new int[letters.length];
        private final double[][] longest = new double[letters.length][PlacementSearch.TOGETHER];
        /** By island and voice, sums over the islands before it of how much less well the voice fits than the best. */
        private final double[][] unlike = new double[islands.count() + 1][voices.count()];
        /** By what stands behind it and island, what the silence before the island says. */
        private final double[][] pause = new double[PauseModel.Before.values().length][islands.count()];

        private final double[] anyPause = new double[islands.count()];
        /** By sentence, the island with which it begins for certain, and one that it holds; -1 where nothing is. */
        private final int[] begins = new int[units.size()];

        private final int[][] holds = new int[units.size()][0];
        /** By sentence and voice, what text or editor say against it. */
        private final double[][] against = new double[units.size()][voices.count()];
        /** By whether islands were passed over before it, and sentence, for one in the voice before it. */
        private final double[][] stays = new double[2][units.size()];
        /** The same for one in each other voice. */
        private final double[][] changes = new double[2][units.size()];
        /** By first island and how many follow it, the logarithm of the seconds of speech in them. */
        private final double[][] logSeconds = new double[islands.count()][];

        Weights() {
            Arrays.fill(begins, -1);
            for (Pin pin : pins) {
                for (int j = 0; j < units.size(); j++) {
                    if (units.get(j).from() == pin.word()) {
                        begins[j] = islands.startingAt(pin.seconds());
                    } else if (units.get(j).from() < pin.word()
                            && pin.word() < units.get(j).to()) {
                        holds[j] = Arrays.copyOf(holds[j], holds[j].length + 1);
                        holds[j][holds[j].length - 1] = islands.startingAt(pin.seconds());
                    }
                }
            }
            for (int j = 0; j < letters.length; j++) {
                together[j] = 1;
                while (together[j] < PlacementSearch.TOGETHER && isJoinable(j + together[j])) {
                    together[j]++;
                }
                for (int more = 0; more < together[j]; more++) {
                    length[j][more] = lengths.expected(letters(j, more + 1));
                    longest[j][more] = length[j][more].longest();
                }
            }
            measureSpeech();
            for (int j = 0; j < units.size(); j++) {
                for (boolean passed : new boolean[] {false, true}) {
                    double change = change(j, passed);
                    stays[passed ? 1 : 0][j] = Math.log(1 - change);
                    changes[passed ? 1 : 0][j] = Math.log(change / Math.max(1, voices() - 1));
                }
            }
            for (int j = 0; j < against.length; j++) {
                int who = said.voice(j);
                double cost = said.isByHand(j) ? BY_HAND : PRINTED_NAME;
                Arrays.setAll(against[j], v -> who < 0 || who == v ? 0 : -cost);
            }
            compareVoices();
            // Before the first word on the tape silence says nothing.
            for (int i = 1; i < islands.count(); i++) {
                for (PauseModel.Before kind : PauseModel.Before.values()) {
                    pause[kind.ordinal()][i] = pauses.evidence(kind, islands.pause(i));
                }
                anyPause[i] = pauses.evidenceOfAny(islands.pause(i));
            }
        }

        private void measureSpeech() {
            double longestOfAll =
                    Arrays.stream(longest).flatMapToDouble(Arrays::stream).max().orElse(0);
            for (int i = 0; i < islands.count(); i++) {
                int from = i;
                logSeconds[i] = IntStream.rangeClosed(i + 1, last(longestOfAll, i))
                        .mapToDouble(to -> Math.log(islands.speech(from, to)))
                        .toArray();
            }
        }

        private void compareVoices() {
            for (int i = 0; i < islands.count(); i++) {
                double[] fit = voices.fit(islands.start(i), islands.end(i));
                double best = Arrays.stream(fit).max().orElseThrow();
                double most = UNLIKE + UNLIKE_A_SECOND * islands.speech(i, i + 1);
                for (int v = 0; v < fit.length; v++) {
                    unlike[i + 1][v] = unlike[i][v] + Math.max(fit[v] - best, -most);
                }
            }
        }

        @Override
        public int sentences() {
            return units.size();
        }

        @Override
        public int islands() {
            return islands.count();
        }

        @Override
        public int voices() {
            return voices.count();
        }

        @Override
        public int together(int sentence) {
            return together[sentence];
        }

        /** Whether a sentence may be said without a pause behind one before it: if one is short, and nobody knows where it begins. */
        private boolean isJoinable(int sentence) {
            return sentence < letters.length
                    && units.get(sentence).opening() == Opening.SENTENCE
                    && begins[sentence] < 0
                    && Math.min(letters[sentence - 1], letters[sentence]) <= SHORT;
        }

        @Override
        public int last(int sentence, int count, int from) {
            return last(longest[sentence][count - 1], from);
        }

        private int last(double seconds, int from) {
            int to = from + 1;
            while (to < islands.count() && islands.speech(from, to + 1) <= seconds) {
                to++;
            }
            return to;
        }

        @Override
        public void sentence(int sentence, int count, int from, int to, double[] byVoice) {
            double others = -JOINED * (count - 1);
            for (int j = sentence; j < sentence + count; j++) {
                for (int held : holds[j]) {
                    if (held < from || held >= to) {
                        Arrays.fill(byVoice, NEVER);
                        return;
                    }
                }
                others += names.evidence(j, from, to);
            }
            length[sentence][count - 1].evidence(logSeconds[from][to - from - 1], byVoice);
            double[] before = unlike[from];
            double[] behind = unlike[to];
            double[] text = against[sentence];
            for (int v = 0; v < byVoice.length; v++) {
                byVoice[v] += behind[v] - before[v] + others + text[v];
            }
        }

        @Override
        public double opens(int sentence, int island, boolean other, boolean passed) {
            if (begins[sentence] >= 0 && begins[sentence] != island) {
                return NEVER;
            }
            double[][] prior = other ? changes : stays;
            return prior[passed ? 1 : 0][sentence] + pause[kind(sentence, other).ordinal()][island];
        }

        /** Probability that a sentence is another's than the one before it. */
        private double change(int sentence, boolean passed) {
            Opening opening = units.get(sentence).opening();
            return sentence == 0
                    ? 0.5
                    : opening != Opening.MARKED ? opening.change : passed ? CHANGE_AFTER_PASSED : CHANGE_AT_MARK;
        }

        @Override
        public double leaves(int island) {
            return -LEAVES + pause[PauseModel.Before.SENTENCE.ordinal()][island] - anyPause[island];
        }

        @Override
        public double passes(int island) {
            return -islands.speech(island, island + 1) / PASSED_SECONDS + anyPause[island];
        }

        @Override
        public double misses(int sentence) {
            return begins[sentence] >= 0 || holds[sentence].length > 0 ? NEVER : -MISSES;
        }
    }
}
