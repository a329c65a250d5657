package org.tapescript.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What is said on a tape of a translation, in the language that it is said in, as a transcript of its own, with the time of each
 * sentence.
 *
 * @param text a paragraph a turn, with a dash
 * @param starts by the place of each sentence in the text, when it begins
 */
public record SpokenText(String text, Map<Integer, Double> starts) {
    private static final int EVERY = 7;

    /** A turn: its sentences, and when they begin; never, of a turn that nobody says. */
    private record Turn(List<String> sentences, List<Double> starts) {}

    /** How a text differs from what is said. */
    public enum Kind {
        /** Not at all. */
        FULL,
        /** Every seventh turn is not printed. */
        CUT,
        /** After every seventh turn stands one that nobody says, of the words of two others. */
        FOREIGN,
        /** All words are there, in another order. */
        WRONG
    }

    /** @param truth of a tape that {@code audio-samples/make/make_translated.py} made */
    public static SpokenText of(Path truth, Kind kind) throws IOException {
        List<Turn> turns = new ArrayList<>();
        for (JsonNode p : new ObjectMapper().readTree(truth.toFile()).get("paragraphs")) {
            List<String> sentences = new ArrayList<>();
            List<Double> starts = new ArrayList<>();
            p.get("sentences").forEach(s -> {
                sentences.add(s.get("text").asText());
                starts.add(s.get("start").asDouble());
            });
            turns.add(new Turn(sentences, starts));
        }
        return of(changed(turns, kind));
    }

    private static List<Turn> changed(List<Turn> turns, Kind kind) {
        Random random = new Random(5);
        List<Turn> result = new ArrayList<>();
        List<String> all = new ArrayList<>();
        turns.forEach(t -> all.addAll(List.of(String.join(" ", t.sentences).split(" "))));
        Collections.shuffle(all, random);
        int at = 0;
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            int words = String.join(" ", turn.sentences).split(" ").length;
            if (kind == Kind.WRONG) {
                result.add(new Turn(List.of(String.join(" ", all.subList(at, at + words))), List.of()));
            } else if (kind != Kind.CUT || i % EVERY != 3) {
                result.add(turn);
            }
            if (kind == Kind.FOREIGN && i % EVERY == 3) {
                result.add(new Turn(List.of(String.join(" ", all.subList(at, at + words))), List.of()));
            }
            at += words;
        }
        return result;
    }

    private static SpokenText of(List<Turn> turns) {
        StringBuilder text = new StringBuilder();
        Map<Integer, Double> starts = new HashMap<>();
        for (Turn turn : turns) {
            text.append("– ");
            for (int s = 0; s < turn.sentences.size(); s++) {
                if (!turn.starts.isEmpty()) {
                    starts.put(text.length(), turn.starts.get(s));
                }
                text.append(turn.sentences.get(s)).append(s + 1 < turn.sentences.size() ? " " : "\n\n");
            }
        }
        return new SpokenText(text.toString(), starts);
    }

    /** By how much the sentences' starts are off in a JSON export, in seconds; infinitely where there is none. */
    public List<Double> errors(String export) throws IOException {
        return errors(starts, export);
    }

    /** The same of any places in a text that begin at some time. */
    public static List<Double> errors(Map<Integer, Double> starts, String export) throws IOException {
        Map<Integer, Double> found = new HashMap<>();
        new ObjectMapper()
                .readTree(export)
                .get("turns")
                .forEach(t -> t.get("words").forEach(w -> {
                    if (w.has("start")) {
                        found.put(w.get("charStart").asInt(), w.get("start").asDouble());
                    }
                }));
        return starts.entrySet().stream()
                .map(e -> found.containsKey(e.getKey())
                        ? Math.abs(found.get(e.getKey()) - e.getValue())
                        : Double.POSITIVE_INFINITY)
                .toList();
    }

    /** Percent of errors that are at most so large. */
    public static double within(List<Double> errors, double seconds) {
        return 100.0 * errors.stream().filter(e -> e <= seconds).count() / Math.max(1, errors.size());
    }
}
