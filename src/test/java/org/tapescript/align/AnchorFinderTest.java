package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tapescript.align.AnchorFinder.Run;
import org.tapescript.job.CancellationToken;

/** What is found beside what was said, of which every frame is known. */
class AnchorFinderTest extends DrawnTape {
    private static final int WORDS = 250;
    /** Frames by which a boundary may lie off without a word being wrong. */
    private static final int NEAR = 12;

    private boolean noisy;

    private List<Run> anchors(List<Integer> text, Whereabouts whereabouts) {
        return anchors(text, whereabouts, finder -> finder.find(List.of(), false, done -> {}));
    }

    private List<Run> anchors(List<Integer> text, Whereabouts whereabouts, Function<AnchorFinder, List<Run>> how) {
        return anchors(text, whereabouts, anywhere(), how);
    }

    private List<Run> anchors(
            List<Integer> text, Whereabouts whereabouts, Whereabouts around, Function<AnchorFinder, List<Run>> how) {
        WordGraph graph = new WordGraph(model, request(text).words());
        try (Parallel parallel = new Parallel(new CancellationToken())) {
            return how.apply(new AnchorFinder(
                    graph,
                    Hearing.of(model, features, new boolean[features.frames()], noisy, Optional.empty()),
                    loop,
                    speech,
                    whereabouts,
                    around,
                    parallel));
        }
    }

    private Whereabouts anywhere() {
        return Whereabouts.anywhere(WORDS, sound.size());
    }

    private static List<WordSpan> words(List<Run> runs) {
        List<WordSpan> result = new ArrayList<>();
        runs.forEach(r -> result.addAll(r.words()));
        return result;
    }

    private static void liesWhereItWasSaid(WordSpan found, WordSpan said) {
        assertThat(found.start()).as("word %d", said.word()).isCloseTo(said.start(), within(NEAR));
        assertThat(found.end()).as("word %d", said.word()).isCloseTo(said.end(), within(NEAR));
    }

    @Test
    void anchorsLieWhereTheirWordsWereSaid() {
        List<Integer> text = text(WORDS);
        List<WordSpan> said = sayAll(text, 0, WORDS);
        listen();
        List<WordSpan> found = words(anchors(text, anywhere()));
        found.forEach(w -> liesWhereItWasSaid(w, said.get(w.word())));
        assertThat(found).extracting(WordSpan::word).isSorted().doesNotHaveDuplicates();
        assertThat(found).hasSizeGreaterThan(WORDS / 2);
    }

    @Test
    void twoFramesAtOnceFindWhatEachByItselfDoes() {
        List<Integer> text = text(WORDS);
        sayAll(text, 0, WORDS);
        listen();
        List<WordSpan> twoAtOnce = words(anchors(text, anywhere()));
        noisy = true;
        Map<Integer, WordSpan> oneByOne = words(anchors(text, anywhere())).stream()
                .collect(Collectors.toMap(WordSpan::word, Function.identity()));
        assertThat(twoAtOnce).hasSizeGreaterThan(oneByOne.size() * 9 / 10);
        assertThat(twoAtOnce).filteredOn(w -> oneByOne.containsKey(w.word())).allSatisfy(w -> {
            assertThat(w.start()).isCloseTo(oneByOne.get(w.word()).start(), within(4));
            assertThat(w.end()).isCloseTo(oneByOne.get(w.word()).end(), within(4));
        });
    }

    /** Beside all selections of runs, each looked at. */
    @Test
    void noOtherChainOfRunsHasMoreWords() {
        for (int time = 0; time < 200; time++) {
            List<Run> runs = IntStream.range(0, 8).mapToObj(i -> anyRun()).toList();
            int most = 0;
            for (int chosen = 0; chosen < 1 << runs.size(); chosen++) {
                int bits = chosen;
                List<Run> some = IntStream.range(0, runs.size())
                        .filter(i -> (bits >> i & 1) != 0)
                        .mapToObj(runs::get)
                        .sorted(Comparator.comparingInt(Run::start))
                        .toList();
                most = movesForward(some) ? Math.max(most, words(some).size()) : most;
            }
            List<Run> chain = RunChain.heaviest(runs);
            assertThat(movesForward(chain)).isTrue();
            assertThat(words(chain)).hasSize(most);
        }
    }

    private Run anyRun() {
        int word = random.nextInt(40);
        int start = random.nextInt(400);
        return new Run(IntStream.rangeClosed(0, random.nextInt(12))
                .mapToObj(i -> new WordSpan(word + i, 0, start + 10 * i, start + 10 * i + 10))
                .toList());
    }

    private static boolean movesForward(List<Run> runs) {
        return IntStream.range(1, runs.size())
                .allMatch(i -> runs.get(i - 1).end() <= runs.get(i).start()
                        && runs.get(i - 1).lastWord() < runs.get(i).firstWord());
    }

    /** Half of the text stands where it was not said: of two parts that cross only one can be anchored. */
    @Test
    void partsThatCrossAreNotBothBelieved() {
        List<Integer> text = text(WORDS);
        List<WordSpan> late = sayAll(text, 90, WORDS);
        sayAll(text, 0, 90);
        listen();
        List<WordSpan> found = words(anchors(text, anywhere()));
        assertThat(found).hasSizeGreaterThan(50).allMatch(w -> w.word() >= 90);
        found.forEach(w -> liesWhereItWasSaid(w, late.get(w.word() - 90)));
    }

    @Test
    void anotherTextHasNone() {
        sayAll(text(WORDS), 0, WORDS);
        listen();
        assertThat(anchors(text(WORDS), anywhere())).isEmpty();
    }

    @Test
    void whatIsFoundWhereItCannotBeIsNotBelieved() {
        List<Integer> text = text(WORDS);
        sayAll(text, 0, WORDS);
        listen();
        int[] from = new int[WORDS];
        int[] to = new int[WORDS];
        Arrays.fill(from, -1);
        Arrays.fill(to, 100);
        assertThat(anchors(text, Whereabouts.of(from, to, sound.size()))).isEmpty();
    }

    @Test
    void wordsAreLookedForWhereTheyMayBe() {
        List<Integer> text = text(WORDS);
        List<WordSpan> said = sayAll(text, 0, WORDS);
        listen();
        int[] near = said.stream().mapToInt(w -> w.start() - 500).toArray();
        int[] far = said.stream().mapToInt(w -> w.end() + 500).toArray();
        Whereabouts around = Whereabouts.of(near, far, sound.size());
        List<WordSpan> found =
                words(anchors(text, anywhere(), around, finder -> finder.find(List.of(), false, done -> {})));
        assertThat(found).hasSizeGreaterThan(WORDS / 2);
        found.forEach(w -> liesWhereItWasSaid(w, said.get(w.word())));
        Arrays.fill(far, 0);
        Whereabouts before = Whereabouts.of(new int[WORDS], far, sound.size());
        assertThat(anchors(text, anywhere(), before, finder -> finder.find(List.of(), false, done -> {})))
                .isEmpty();
    }

    /** A look at one stretch, where it is known what is said before it and after. */
    @Test
    void whatIsGlimpsedLiesBetweenTheRunsAround() {
        List<Integer> text = text(WORDS);
        List<WordSpan> said = sayAll(text, 0, WORDS);
        listen();
        List<int[]> middle =
                List.of(new int[] {said.get(100).start(), said.get(160).end()});
        List<Run> around = List.of(new Run(said.subList(80, 95)), new Run(said.subList(165, 180)));
        List<Run> astray = List.of(new Run(
                said.subList(0, 10).stream().map(w -> w.as(w.word() + 170)).toList()));

        List<WordSpan> found = words(anchors(text, anywhere(), finder -> finder.glimpse(middle, around)));
        assertThat(found).hasSizeGreaterThan(40).allMatch(w -> w.word() > 95 && w.word() < 165);
        found.forEach(w -> liesWhereItWasSaid(w, said.get(w.word())));
        // Known to be said before, words 170 to 179 leave nothing of what is said here to be found.
        assertThat(anchors(text, anywhere(), finder -> finder.glimpse(middle, astray)))
                .isEmpty();
    }

    @Test
    void piecesOfARunAreAsLongAsRuns() {
        Run run = new Run(IntStream.range(0, 20)
                .mapToObj(i -> new WordSpan(i, 0, 10 * i, 10 * i + 10))
                .toList());
        assertThat(run.pieces(i -> i != 5 && i != 10))
                .containsExactly(
                        new Run(run.words().subList(0, 5)), new Run(run.words().subList(11, 20)));
        assertThat(run.pieces(i -> false)).isEmpty();
        assertThat(run.pieces(i -> true)).containsExactly(run);
    }
}
