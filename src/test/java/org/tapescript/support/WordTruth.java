package org.tapescript.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What is said on a tape, and the text that it is synced with, which may differ from it.
 *
 * @param text to sync with; every character stands where it stands in the transcript
 * @param starts by the place of a word in the text, when it begins; never, where nobody says it. Words that are not in it may be said
 *     at any time
 * @param speakers by the place of each paragraph, who says it
 */
public record WordTruth(String text, TreeMap<Integer, Double> starts, TreeMap<Integer, String> speakers) {
    private static final int EVERY = 7;

    /** How a text differs from what is said. */
    public enum Kind {
        FULL,
        /** Every seventh paragraph is not printed. */
        CUT,
        /** In place of every seventh paragraph stands another's text. */
        FOREIGN,
        /** Behind every seventh paragraph stands one that nobody says, another's words in another order. */
        ADDED
    }

    /** Only those that somebody says. */
    public Map<Integer, Double> spoken() {
        Map<Integer, Double> result = new TreeMap<>(starts);
        result.values().removeIf(s -> s.isInfinite());
        return result;
    }

    /** A paragraph: its place in the text, who says it, and its words' places and times. */
    private record Paragraph(int from, int to, String speaker, TreeMap<Integer, Double> words) {}

    /** Of a folder with {@code transcript.txt} and {@code truth.json} (each word's time) or {@code units.json} (each paragraph's). */
    public static WordTruth of(Path folder, Kind kind) throws IOException {
        String text = Files.readString(folder.resolve("transcript.txt"));
        List<Paragraph> paragraphs = Files.exists(folder.resolve("truth.json")) ? words(folder) : units(folder, text);
        StringBuilder printed = new StringBuilder(text);
        TreeMap<Integer, Double> starts = new TreeMap<>();
        TreeMap<Integer, String> speakers = new TreeMap<>();
        paragraphs.forEach(p -> speakers.put(p.from, p.speaker));
        Random random = new Random(5);
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph p = paragraphs.get(i);
            if (kind == Kind.FULL || kind == Kind.ADDED || i % EVERY != 3 || p.to - p.from < EVERY) {
                starts.putAll(p.words);
                continue;
            }
            Paragraph other = paragraphs.get(random.nextInt(paragraphs.size()));
            String instead = kind == Kind.CUT ? "" : text.substring(other.from, other.to);
            for (int at = p.from; at < p.to; at++) {
                boolean taken = at - p.from < instead.length();
                printed.setCharAt(at, taken ? instead.charAt(at - p.from) : ' ');
                if (at == p.from || printed.charAt(at - 1) == ' ') {
                    starts.put(at, Double.POSITIVE_INFINITY);
                }
            }
        }
        WordTruth truth = new WordTruth(printed.toString(), starts, speakers);
        return kind == Kind.ADDED ? truth.withOthers(paragraphs, random) : truth;
    }

    private WordTruth withOthers(List<Paragraph> paragraphs, Random random) {
        StringBuilder more = new StringBuilder();
        TreeMap<Integer, Double> moved = new TreeMap<>();
        TreeMap<Integer, String> said = new TreeMap<>();
        int copied = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph p = paragraphs.get(i);
            int by = more.length() - copied;
            starts.subMap(p.from, p.to).forEach((at, start) -> moved.put(at + by, start));
            said.put(p.from + by, p.speaker);
            more.append(text, copied, p.to);
            copied = p.to;
            if (i % EVERY == 3) {
                Paragraph other = paragraphs.get(random.nextInt(paragraphs.size()));
                List<String> words = new ArrayList<>(
                        List.of(text.substring(other.from, other.to).split("\\s+")));
                Collections.shuffle(words, random);
                // Marked as the others are.
                String mark = text.startsWith("– ", p.from - 2) ? "– " : "";
                more.append("\n\n").append(mark).append(String.join(" ", words));
            }
        }
        more.append(text.substring(copied));
        return new WordTruth(more.toString(), moved, said);
    }

    private static List<Paragraph> words(Path folder) throws IOException {
        List<Paragraph> result = new ArrayList<>();
        for (JsonNode p : new ObjectMapper()
                .readTree(folder.resolve("truth.json").toFile())
                .get("paragraphs")) {
            TreeMap<Integer, Double> words = new TreeMap<>();
            int end = 0;
            for (JsonNode token : p.get("tokens")) {
                if (token.get("kind").asText().equals("word")) {
                    words.put(
                            token.get("charStart").asInt(), token.path("start").asDouble(Double.POSITIVE_INFINITY));
                }
                end = token.get("charEnd").asInt();
            }
            if (!words.isEmpty()) {
                result.add(new Paragraph(words.firstKey(), end, p.get("speaker").asText(), words));
            }
        }
        return result;
    }

    private static List<Paragraph> units(Path folder, String text) throws IOException {
        List<Paragraph> result = new ArrayList<>();
        int from = 0;
        for (JsonNode unit :
                new ObjectMapper().readTree(folder.resolve("units.json").toFile())) {
            String said = unit.get("text").asText();
            int at = text.indexOf(said, from);
            from = at + said.length();
            result.add(new Paragraph(
                    at,
                    from,
                    unit.get("speaker").asText(),
                    new TreeMap<>(Map.of(at, unit.get("start").asDouble()))));
        }
        return result;
    }
}
