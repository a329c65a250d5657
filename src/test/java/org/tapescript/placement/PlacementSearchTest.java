package org.tapescript.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tapescript.placement.PlacementSearch.Span;

/** Beside a search of everything there is, on problems small enough for that. */
class PlacementSearchTest {
    private static final int SENTENCES = 3;
    private static final int ISLANDS = 5;
    private static final int VOICES = 2;

    /** Anything may weigh anything. */
    private static final class RandomEvidence implements PlacementSearch.Evidence {
        private final double[] values;

        RandomEvidence(long seed) {
            values = new Random(seed).doubles(997, -3, 0).toArray();
        }

        private double value(int... of) {
            int at = 17;
            for (int i : of) {
                at = at * 31 + i;
            }
            return values[Math.floorMod(at, values.length)];
        }

        @Override
        public int sentences() {
            return SENTENCES;
        }

        @Override
        public int islands() {
            return ISLANDS;
        }

        @Override
        public int voices() {
            return VOICES;
        }

        @Override
        public int together(int sentence) {
            return Math.min(SENTENCES - sentence, PlacementSearch.TOGETHER);
        }

        @Override
        public int last(int sentence, int count, int from) {
            return Math.min(ISLANDS, from + 3);
        }

        @Override
        public void sentence(int sentence, int count, int from, int to, double[] byVoice) {
            for (int v = 0; v < VOICES; v++) {
                byVoice[v] = value(1, sentence, count, from, to, v);
            }
        }

        @Override
        public double opens(int sentence, int island, boolean other, boolean passed) {
            return value(2, sentence, island, other ? 1 : 0, passed ? 1 : 0);
        }

        @Override
        public double leaves(int island) {
            return value(3, island);
        }

        @Override
        public double passes(int island) {
            return value(4, island);
        }

        @Override
        public double misses(int sentence) {
            return value(5, sentence);
        }
    }

    private record Path(double weight, List<Span> spans) {}

    /** Whether the end of what was said may lie at an island, when so many sentences are behind it. */
    private interface Limits {
        boolean allow(int sentences, int island);
    }

    private static List<Path> all(PlacementSearch.Evidence e) {
        return all(e, (sentences, island) -> true);
    }

    private static List<Path> all(PlacementSearch.Evidence e, Limits limits) {
        List<Path> result = new ArrayList<>();
        for (int v = 0; v < VOICES; v++) {
            all(e, limits, 0, 0, v, false, 0, List.of(), result);
        }
        return result;
    }

    private static void all(
            PlacementSearch.Evidence e,
            Limits limits,
            int sentence,
            int island,
            int voice,
            boolean passing,
            double weight,
            List<Span> spans,
            List<Path> result) {
        if (!limits.allow(sentence, island)) {
            return;
        }
        if (sentence == SENTENCES && island == ISLANDS) {
            result.add(new Path(weight, spans));
        }
        if (island < ISLANDS) {
            double passed = (passing ? 0 : e.leaves(island)) + e.passes(island);
            all(e, limits, sentence, island + 1, voice, true, weight + passed, spans, result);
        }
        if (sentence == SENTENCES) {
            return;
        }
        List<Span> missing = new ArrayList<>(spans);
        missing.add(Span.NONE);
        all(e, limits, sentence + 1, island, voice, false, weight + e.misses(sentence), missing, result);
        double[] byVoice = new double[VOICES];
        for (int count = 1; count <= e.together(sentence); count++) {
            for (int to = island + 1; island < ISLANDS && to <= e.last(sentence, count, island); to++) {
                for (int v = 0; v < VOICES; v++) {
                    e.sentence(sentence, count, island, to, byVoice);
                    List<Span> more = new ArrayList<>(spans);
                    more.add(new Span(island, to, v));
                    more.addAll(Collections.nCopies(count - 1, new Span(to, to, v)));
                    double said = byVoice[v] + e.opens(sentence, island, voice != v, passing);
                    all(e, limits, sentence + count, to, v, false, weight + said, more, result);
                }
            }
        }
    }

    /** The island with which a sentence begins, or those that it is said together with. */
    private static int begins(List<Span> spans, int sentence) {
        int first = sentence;
        while (spans.get(first).isJoined()) {
            first--;
        }
        return spans.get(first).from();
    }

    @Test
    void findsTheMostProbablePlaces() {
        for (int seed = 0; seed < 200; seed++) {
            PlacementSearch.Evidence evidence = new RandomEvidence(seed);
            Path best = all(evidence).stream()
                    .max((a, b) -> Double.compare(a.weight, b.weight))
                    .orElseThrow();
            assertThat(PlacementSearch.anywhere(evidence)).as("seed " + seed).containsExactlyElementsOf(best.spans);
        }
    }

    @Test
    void whatIsPassedOverMayBeLongerThanThePlay() {
        Span[] near = {new Span(0, 1, 0), new Span(4, 5, 1), Span.NONE};
        for (int seed = 0; seed < 50; seed++) {
            PlacementSearch.Evidence evidence = new RandomEvidence(seed);
            Corridor corridor = Corridor.around(evidence, near, 0);
            assertThat(new PlacementSearch(evidence, corridor).best())
                    .as("seed " + seed)
                    .anyMatch(Span::isThere);
            double first = 0;
            for (double p : new Beginnings(evidence, corridor).of()[0]) {
                first += p;
            }
            assertThat(first).as("seed " + seed).isGreaterThan(0);
        }
    }

    @Test
    void probabilitiesOfBeginningsAreThoseOfAllPlacesTogether() {
        for (int seed = 0; seed < 50; seed++) {
            PlacementSearch.Evidence evidence = new RandomEvidence(seed);
            List<Path> paths = all(evidence);
            double sum = paths.stream().mapToDouble(p -> Math.exp(p.weight)).sum();
            double[][] found = new Beginnings(evidence, Corridor.everywhere(evidence)).of();
            for (int j = 0; j < SENTENCES; j++) {
                for (int i = 0; i < ISLANDS; i++) {
                    int sentence = j;
                    int island = i;
                    double right = paths.stream()
                                    .filter(p -> begins(p.spans, sentence) == island)
                                    .mapToDouble(p -> Math.exp(p.weight))
                                    .sum()
                            / sum;
                    assertThat(found[j][i]).isCloseTo(right, within(1e-9));
                }
            }
        }
    }

    @Test
    void nearAPlaceTheMostProbableIsFoundAndNothingFarther() {
        int farther = 0;
        for (int seed = 0; seed < 200; seed++) {
            PlacementSearch.Evidence evidence = new RandomEvidence(seed);
            Random random = new Random(seed);
            Span[] near = new Span[SENTENCES];
            for (int j = 0, at = 0; j < SENTENCES; j++) {
                boolean there = at < ISLANDS - 1 && random.nextInt(3) > 0;
                int from = there ? at + random.nextInt(ISLANDS - 1 - at) : 0;
                near[j] = there ? new Span(from, from + 1, 0) : Span.NONE;
                at = there ? from + 1 : at;
            }
            int tolerance = random.nextInt(2);
            // After each sentence one may be as far back as where it ends, and as far on as where the next begins.
            Path best = all(evidence, (sentences, island) -> {
                        for (int j = 0; j < SENTENCES; j++) {
                            if (near[j].isThere()
                                    && (j < sentences
                                            ? island < near[j].to() - tolerance
                                            : island > near[j].from() + tolerance)) {
                                return false;
                            }
                        }
                        return true;
                    })
                    .stream()
                    .max((a, b) -> Double.compare(a.weight, b.weight))
                    .orElseThrow();
            assertThat(new PlacementSearch(evidence, Corridor.around(evidence, near, tolerance)).best())
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(best.spans);
            farther += best.spans.equals(List.of(PlacementSearch.anywhere(evidence))) ? 0 : 1;
        }
        assertThat(farther)
                .as("searches of which the places near something else were not the best of all")
                .isGreaterThan(50);
    }

    /** Sentences of one to three islands each, one after the other, after islands that nobody has printed. */
    private record PlainEvidence(int sentences, int islands, int[] starts, int[] lengths)
            implements PlacementSearch.Evidence {
        static PlainEvidence of(long seed, int sentences, int unprinted) {
            Random random = new Random(seed);
            int[] starts = new int[sentences];
            int[] lengths = random.ints(sentences, 1, 4).toArray();
            int at = unprinted;
            for (int j = 0; j < sentences; j++) {
                starts[j] = at;
                at += lengths[j];
            }
            return new PlainEvidence(sentences, at, starts, lengths);
        }

        @Override
        public int voices() {
            return VOICES;
        }

        @Override
        public int together(int sentence) {
            return 1;
        }

        @Override
        public int last(int sentence, int count, int from) {
            return Math.min(islands, from + 4);
        }

        @Override
        public void sentence(int sentence, int count, int from, int to, double[] byVoice) {
            for (int v = 0; v < VOICES; v++) {
                byVoice[v] = -Math.abs(to - from - lengths[sentence]) - (sentence % VOICES == v ? 0 : 2);
            }
        }

        @Override
        public double opens(int sentence, int island, boolean other, boolean passed) {
            return starts[sentence] == island ? 0 : -1;
        }

        @Override
        public double leaves(int island) {
            return -2;
        }

        @Override
        public double passes(int island) {
            return -0.5;
        }

        @Override
        public double misses(int sentence) {
            return -4;
        }
    }

    @Test
    void aBeamFindsTheSameAndKeepsWhatGrowsWithTheTapeAlone() {
        for (int seed = 0; seed < 20; seed++) {
            long kept = 0;
            for (int length = 1; length <= 2; length++) {
                PlainEvidence evidence = PlainEvidence.of(seed, 150 * length, 20);
                Corridor corridor = Corridor.everywhere(evidence);
                Span[] found = new PlacementSearch(evidence, corridor, 20).best();
                assertThat(found).as("seed " + seed).isEqualTo(PlacementSearch.anywhere(evidence));
                long states = 0;
                for (int j = 0; j < evidence.sentences(); j++) {
                    states += corridor.states(j);
                }
                assertThat(states)
                        .as("states kept of %d sentences, seed %d", evidence.sentences(), seed)
                        .isLessThan(length == 1 ? Long.MAX_VALUE : kept * 5 / 2);
                kept = states;
            }
        }
    }

    @Test
    void aBeamThatLeadsNowhereFindsNothing() {
        PlainEvidence evidence = PlainEvidence.of(1, 20, 100);
        Span[] found = new PlacementSearch(evidence, Corridor.everywhere(evidence), 0).best();
        assertThat(found).hasSize(20);
    }
}
