package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tapescript.align.FourPhones.SIL;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.AcousticModel.Position;

/** The ways through the graph beside all ways in which the text can be said, written down one by one. */
class WordGraphTest {
    private static List<List<Pronunciation>> text(Random random) {
        List<List<Pronunciation>> text = new ArrayList<>();
        for (int w = 1 + random.nextInt(3); w > 0; w--) {
            List<Pronunciation> ways = new ArrayList<>();
            for (int v = 1 + random.nextInt(2); v > 0; v--) {
                ways.add(new Pronunciation(FourPhones.word(random, 3), -v));
            }
            text.add(ways);
        }
        return text;
    }

    /** As "word.pronunciation:phone" with pauses as "|"; each with what it costs. */
    private static void said(
            List<List<Pronunciation>> text, int word, String before, float cost, Collection<String> result) {
        for (String pause : new String[] {"", "|"}) {
            if (word == text.size()) {
                result.add(before + pause + " " + cost);
                continue;
            }
            for (int v = 0; v < text.get(word).size(); v++) {
                StringBuilder way = new StringBuilder(before + pause);
                for (int phone : text.get(word).get(v).phones()) {
                    way.append(' ')
                            .append(word)
                            .append('.')
                            .append(v)
                            .append(':')
                            .append(phone);
                }
                said(
                        text,
                        word + 1,
                        way.toString(),
                        cost + text.get(word).get(v).cost(),
                        result);
            }
        }
    }

    /** All ways to the end on which nothing is said that the text lacks. */
    private static void walk(WordGraph graph, int node, List<Integer> before, Collection<List<Integer>> result) {
        if (graph.isGarbage(node)) {
            return;
        }
        List<Integer> way = new ArrayList<>(before);
        way.add(node);
        if (graph.word(node) == graph.words() || graph.isWordEnd(node) && graph.word(node) == graph.words() - 1) {
            result.add(way);
        }
        for (int i = graph.successorsFrom(node); i < graph.successorsFrom(node + 1); i++) {
            walk(graph, graph.successor(i), way, result);
        }
    }

    private static List<List<Integer>> ways(WordGraph graph) {
        List<List<Integer>> ways = new ArrayList<>();
        int silence = graph.boundary(0);
        walk(graph, silence, List.of(), ways);
        for (int node : successors(graph, silence)) {
            if (!graph.isBoundary(node)) {
                walk(graph, node, List.of(), ways);
            }
        }
        return ways;
    }

    private static List<Integer> successors(WordGraph graph, int node) {
        List<Integer> result = new ArrayList<>();
        for (int i = graph.successorsFrom(node); i < graph.successorsFrom(node + 1); i++) {
            result.add(graph.successor(i));
        }
        return result;
    }

    private static String spelt(WordGraph graph, List<Integer> way) {
        StringBuilder result = new StringBuilder();
        float cost = 0;
        for (int node : way) {
            cost += graph.entryCost(node);
            result.append(
                    graph.phone(node) == SIL
                            ? "|"
                            : " " + graph.word(node) + "." + graph.variant(node) + ":" + graph.phone(node));
        }
        return result + " " + cost;
    }

    @Test
    void itsWaysAreAllThatTheTextCanBeSaidInAndNoOthers() {
        for (AcousticModel model : List.of(FourPhones.model(1), FourPhones.inContext())) {
            for (int seed = 0; seed < 200; seed++) {
                List<List<Pronunciation>> text = text(new Random(seed));
                WordGraph graph = new WordGraph(model, text);
                List<String> right = new ArrayList<>();
                said(text, 0, "", 0, right);
                assertThat(ways(graph).stream().map(way -> spelt(graph, way)))
                        .as("seed %d", seed)
                        .containsExactlyInAnyOrderElementsOf(right);
            }
        }
    }

    @Test
    void eachPhoneIsHeardBetweenTheNeighboursThatItHas() {
        AcousticModel model = FourPhones.inContext();
        for (int seed = 0; seed < 200; seed++) {
            WordGraph graph = new WordGraph(model, text(new Random(seed)));
            for (List<Integer> way : ways(graph)) {
                for (int i = 0; i < way.size(); i++) {
                    int node = way.get(i);
                    int left = i == 0 ? SIL : graph.phone(way.get(i - 1));
                    int right = i + 1 == way.size() ? SIL : graph.phone(way.get(i + 1));
                    boolean first = i == 0
                            || graph.word(way.get(i - 1)) != graph.word(node)
                            || graph.phone(way.get(i - 1)) == SIL;
                    boolean last = graph.isWordEnd(node);
                    Position position = first && last
                            ? Position.SINGLE
                            : first ? Position.BEGIN : last ? Position.END : Position.INTERNAL;
                    if (graph.phone(node) != SIL) {
                        int[] senones = IntStream.range(0, graph.states())
                                .map(state -> graph.senone(node, state))
                                .toArray();
                        assertThat(senones)
                                .as("seed %d, %s, at %d", seed, spelt(graph, way), i)
                                .isEqualTo(model.senones(graph.phone(node), left, right, position));
                    }
                }
            }
        }
    }

    @Test
    void speechThatTheTextLacksMayStandWhereAPauseMay() {
        for (int seed = 0; seed < 100; seed++) {
            WordGraph graph = new WordGraph(FourPhones.inContext(), text(new Random(seed)));
            for (int w = 0; w <= graph.words(); w++) {
                int silence = graph.boundary(w);
                List<Integer> afterSilence = successors(graph, silence);
                List<Integer> afterGarbage = successors(graph, silence + 1);
                assertThat(afterSilence.remove(Integer.valueOf(silence + 1))).isTrue();
                assertThat(afterGarbage.remove(Integer.valueOf(silence))).isTrue();
                assertThat(afterGarbage).containsExactlyInAnyOrderElementsOf(afterSilence);
                for (int node = 0; node < graph.nodes(); node++) {
                    if (!graph.isBoundary(node)) {
                        assertThat(successors(graph, node).contains(silence + 1))
                                .isEqualTo(successors(graph, node).contains(silence));
                    }
                }
            }
        }
    }

    @Test
    void nodesAreNumberedInTheOrderOfTheText() {
        for (int seed = 0; seed < 100; seed++) {
            WordGraph graph = new WordGraph(FourPhones.inContext(), text(new Random(seed)));
            TreeMap<Integer, Integer> words = new TreeMap<>();
            for (int node = 0; node < graph.nodes(); node++) {
                words.put(node, graph.word(node));
                assertThat(graph.isBoundary(node)).isEqualTo(node - graph.boundary(graph.word(node)) < 2);
            }
            assertThat(new ArrayList<>(words.values())).isSorted();
        }
    }
}
