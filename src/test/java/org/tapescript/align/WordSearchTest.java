package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tapescript.align.FourPhones.STATES;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.SenoneScorer;

/** Beside a search without a beam that keeps for every state the best of all ways to it, written for nothing but to be plain. */
class WordSearchTest {
    private static final float STRETCHED = 3;
    private static final float SILENT_SPEECH = 0.5f;

    /** A way to a state: what it scores, the words behind it, and where the present one began. */
    private record Way(double score, List<WordSpan> words, int began) {
        Way plus(double cost) {
            return new Way(score + cost, words, began);
        }
    }

    /** So many frames to either side of where words of equal length would be. */
    private static WordSearch.Corridor diagonal(int words, int frames, int width) {
        return new WordSearch.Corridor() {
            @Override
            public int first(int frame) {
                return (int) Math.ceil((frame - width) * words / (double) frames);
            }

            @Override
            public int last(int frame) {
                return (int) Math.floor((frame + width) * words / (double) frames);
            }
        };
    }

    private static final class Plain {
        private final WordGraph graph;
        private final AcousticModel model;
        private final float[][][] emissions;
        private final float[] garbage;
        private final boolean[] speech;
        private final SearchSettings how;
        private final WordSearch.Corridor corridor;
        private Map<Integer, Way> now = new HashMap<>();

        Plain(
                WordGraph graph,
                float[][][] emissions,
                float[] garbage,
                boolean[] speech,
                SearchSettings how,
                WordSearch.Corridor corridor) {
            this.graph = graph;
            this.model = graph.model();
            this.emissions = emissions;
            this.garbage = garbage;
            this.speech = speech;
            this.how = how;
            this.corridor = corridor;
        }

        private static void offer(Map<Integer, Way> ways, int key, Way way) {
            ways.merge(key, way, (a, b) -> b.score > a.score ? b : a);
        }

        private boolean allowed(int word, int frame) {
            return word >= corridor.first(frame) && word <= corridor.last(frame);
        }

        private float edge(int node) {
            return graph.isGarbage(node) ? how.garbageEdge() : graph.entryCost(node);
        }

        private Map<Integer, Way> begin() {
            Map<Integer, Way> entries = new HashMap<>();
            int silence = graph.boundary(0);
            offer(entries, silence, new Way(0, List.of(), 0));
            offer(entries, silence + 1, new Way(how.garbageEdge(), List.of(), 0));
            for (int i = graph.successorsFrom(silence); i < graph.successorsFrom(silence + 1); i++) {
                int node = graph.successor(i);
                if (!graph.isBoundary(node)) {
                    offer(entries, node, new Way(graph.entryCost(node), List.of(), 0));
                }
            }
            return entries;
        }

        /** What may be entered at a frame, from what was there at the frame before. */
        private Map<Integer, Way> entries(int t) {
            Map<Integer, Way> entries = new HashMap<>();
            for (Map.Entry<Integer, Way> e : now.entrySet()) {
                int node = e.getKey() / STATES;
                int state = e.getKey() % STATES;
                boolean isGarbage = graph.isGarbage(node);
                if (state != (isGarbage ? 0 : STATES - 1)) {
                    continue;
                }
                Way way = e.getValue()
                        .plus(
                                isGarbage
                                        ? how.garbageEdge()
                                        : model.transitions(graph.phone(node))[STATES * (STATES + 1) - 1]);
                if (graph.isWordEnd(node)) {
                    way = ended(node, way.plus(-STRETCHED * Math.max(0, t - way.began - graph.longestFrames(node))), t);
                } else if (graph.isBoundary(node)) {
                    way = new Way(way.score, way.words, t);
                }
                for (int i = graph.successorsFrom(node); i < graph.successorsFrom(node + 1); i++) {
                    int to = graph.successor(i);
                    if (allowed(graph.word(to), t)) {
                        offer(entries, to, way.plus(edge(to)));
                    }
                }
            }
            for (int from = 0; how.skipsWords() && from <= graph.words(); from++) {
                Way way = now.get((graph.boundary(from) + 1) * STATES);
                for (int to = from + 1; way != null && allowed(from, t) && to <= graph.words(); to++) {
                    if (allowed(to, t) && (!how.skipsSentences() || graph.isResumption(to))) {
                        double cost = Math.max(how.skip() + how.skipWord() * skipped(from, to, t), how.skipAny());
                        offer(entries, graph.boundary(to) + 1, new Way(way.score + cost, way.words, t));
                    }
                }
            }
            return entries;
        }

        /** Words passed over; those outside the corridor cost nothing, for nobody looks for them. */
        private int skipped(int from, int to, int t) {
            int count = 0;
            for (int w = from; w < to; w++) {
                count += allowed(w, t) ? 1 : 0;
            }
            return count;
        }

        private Way ended(int node, Way way, int t) {
            List<WordSpan> words = new ArrayList<>(way.words);
            words.add(new WordSpan(graph.word(node), graph.variant(node), way.began, t));
            return new Way(way.score, words, t);
        }

        List<WordSpan> search() {
            for (int t = 0; t < emissions.length; t++) {
                Map<Integer, Way> entries = t == 0 ? begin() : entries(t);
                Map<Integer, Way> next = new HashMap<>();
                for (int node = 0; node < graph.nodes(); node++) {
                    for (int s = 0; s < (graph.isGarbage(node) ? 1 : STATES) && allowed(graph.word(node), t); s++) {
                        Way best = best(node, s, entries);
                        if (best != null) {
                            next.put(node * STATES + s, best.plus(heard(node, s, t)));
                        }
                    }
                }
                now = next;
            }
            Way best = null;
            for (Map.Entry<Integer, Way> e : now.entrySet()) {
                int node = e.getKey() / STATES;
                boolean complete = graph.isWordEnd(node) && e.getKey() % STATES == STATES - 1;
                boolean last = graph.isBoundary(node)
                        ? graph.word(node) == graph.words()
                        : complete && graph.word(node) == graph.words() - 1;
                if (last && (best == null || e.getValue().score > best.score)) {
                    best = complete ? ended(node, e.getValue(), emissions.length) : e.getValue();
                }
            }
            return best == null ? List.of() : best.words;
        }

        private Way best(int node, int s, Map<Integer, Way> entries) {
            Map<Integer, Way> best = new HashMap<>();
            if (s == 0 && entries.containsKey(node)) {
                offer(best, 0, entries.get(node));
            }
            if (graph.isGarbage(node)) {
                if (now.containsKey(node * STATES)) {
                    offer(best, 0, now.get(node * STATES));
                }
                return best.get(0);
            }
            float[] transitions = model.transitions(graph.phone(node));
            for (int from = 0; from <= s; from++) {
                float cost = transitions[from * (STATES + 1) + s];
                if (now.containsKey(node * STATES + from) && cost > Float.NEGATIVE_INFINITY) {
                    offer(best, 0, now.get(node * STATES + from).plus(cost));
                }
            }
            return best.get(0);
        }

        private double heard(int node, int s, int t) {
            double outside = garbage[t] + how.garbageFrame();
            if (graph.isGarbage(node)) {
                return outside;
            }
            double said = emissions[t][graph.phone(node)][s];
            return graph.isBoundary(node) && speech[t] ? Math.min(said, outside - SILENT_SPEECH) : said;
        }
    }

    private static List<List<Pronunciation>> text(Random random) {
        List<List<Pronunciation>> text = new ArrayList<>();
        for (int w = 1 + random.nextInt(4); w > 0; w--) {
            List<Pronunciation> ways = new ArrayList<>();
            for (int v = 1 + random.nextInt(2); v > 0; v--) {
                ways.add(new Pronunciation(FourPhones.word(random, 3), -random.nextFloat()));
            }
            text.add(ways);
        }
        return text;
    }

    private static void compare(int seed, boolean skips, boolean limited) {
        compare(seed, skips, false, limited);
    }

    /** @param sentences whether words are passed over up to pauses only */
    private static void compare(int seed, boolean skips, boolean sentences, boolean limited) {
        Random random = new Random(seed);
        AcousticModel model = FourPhones.model(0.05f);
        List<List<Pronunciation>> text = text(random);
        boolean[] pauses = new boolean[text.size() + 1];
        for (int w = 0; w < pauses.length; w++) {
            pauses[w] = !sentences || random.nextBoolean();
        }
        WordGraph graph = new WordGraph(model, text, pauses);
        Features features = FourPhones.noise(random, 30 + random.nextInt(seed % 5 == 0 ? 150 : 50));
        float[][][] emissions = FourPhones.emissions(model, features);
        int frames = features.frames();
        float[] garbage = new float[frames];
        boolean[] speech = new boolean[frames];
        for (int t = 0; t < frames; t++) {
            garbage[t] = -2 - 6 * random.nextFloat();
            speech[t] = random.nextInt(3) > 0;
        }
        float garbageFrame = -random.nextFloat();
        SearchSettings how = new SearchSettings(
                1e6f,
                Integer.MAX_VALUE,
                garbageFrame,
                -3 * random.nextFloat(),
                skips ? -5 : Float.NEGATIVE_INFINITY,
                -random.nextFloat(),
                seed % 2 == 0 ? -5 - 4 * random.nextFloat() : Float.NEGATIVE_INFINITY,
                sentences,
                0,
                garbageFrame - 0.5f);
        int width = 25 + random.nextInt(20);
        WordSearch.Corridor corridor = limited ? diagonal(graph.words(), frames, width) : WordSearch.Corridor.OPEN;
        List<WordSpan> found = new WordSearch(
                        graph, features, garbage, speech, new boolean[speech.length], new SenoneScorer(model))
                .align(0, graph.words(), 0, frames, how, corridor);
        assertThat(found)
                .as("seed %d", seed)
                .isEqualTo(new Plain(graph, emissions, garbage, speech, how, corridor).search());
    }

    @Test
    void noOtherWayIsLikelier() {
        for (int seed = 0; seed < 150; seed++) {
            compare(seed, false, false);
        }
    }

    @Test
    void wordsAreSkippedWhereThatIsLikelier() {
        for (int seed = 0; seed < 150; seed++) {
            compare(seed, true, false);
        }
    }

    @Test
    void sentencesAreSkippedToTheNextPause() {
        for (int seed = 0; seed < 150; seed++) {
            compare(seed, true, true, false);
        }
    }

    /** A text without marks is passed over 25 words at a time. */
    @Test
    void textWithoutMarksHasPlacesToGoOn() {
        Random random = new Random(3);
        List<List<Pronunciation>> words = new ArrayList<>();
        while (words.size() < 100) {
            words.addAll(text(random));
        }
        WordGraph graph = new WordGraph(FourPhones.model(0.05f), words, new boolean[words.size() + 1]);
        assertThat(IntStream.range(0, 101).filter(graph::isResumption)).containsExactly(25, 50, 75, 100);
    }

    /** A corridor that lets no path through: nothing is found, which is not the same as that nothing is said. */
    @Test
    void saysWhetherACorridorLeadsAnywhere() {
        Random random = new Random(7);
        AcousticModel model = FourPhones.model(0.05f);
        WordGraph graph = new WordGraph(model, text(random));
        Features features = FourPhones.noise(random, 60);
        int frames = features.frames();
        WordSearch search = new WordSearch(
                graph, features, new float[frames], new boolean[frames], new boolean[frames], new SenoneScorer(model));
        SearchSettings how =
                new SearchSettings(1e6f, 1000, 0, 0, Float.NEGATIVE_INFINITY, 0, Float.NEGATIVE_INFINITY, false, 0, 0);
        WordSearch.Corridor closed = new WordSearch.Corridor() {
            @Override
            public int first(int frame) {
                return frame < frames / 2 ? 0 : graph.words() + 1;
            }

            @Override
            public int last(int frame) {
                return graph.words();
            }
        };
        assertThat(search.align(0, graph.words(), 0, frames, how, closed)).isEmpty();
        assertThat(search.hasArrived()).isFalse();
        search.align(0, graph.words(), 0, frames, how, WordSearch.Corridor.OPEN);
        assertThat(search.hasArrived()).isTrue();
    }

    @Test
    void theCorridorIsNeverLeft() {
        for (int seed = 0; seed < 150; seed++) {
            compare(seed, seed % 2 == 0, true);
        }
    }
}
