package org.tapescript.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares a JSON export with a tape's true word times.
 *
 * @param spoken words that are spoken
 * @param timed of these, with a time
 * @param errors seconds by which their starts are off
 * @param unspoken words of passages that nobody speaks
 * @param ghosts of these, with a time
 */
public record Score(int spoken, int timed, List<Double> errors, int unspoken, int ghosts) {
    public static Score of(Path truthFile, String export) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode truth = mapper.readTree(truthFile.toFile());
        Map<Integer, JsonNode> words = new HashMap<>();
        mapper.readTree(export)
                .get("turns")
                .forEach(t ->
                        t.get("words").forEach(w -> words.put(w.get("charStart").asInt(), w)));
        int spoken = 0;
        List<Double> errors = new ArrayList<>();
        for (JsonNode paragraph : truth.get("paragraphs")) {
            for (JsonNode token : paragraph.get("tokens")) {
                if (token.get("kind").asText().equals("word") && token.has("start")) {
                    spoken++;
                    JsonNode word = words.get(token.get("charStart").asInt());
                    if (word != null && word.has("start")) {
                        errors.add(Math.abs(word.get("start").asDouble()
                                - token.get("start").asDouble()));
                    }
                }
            }
        }
        int unspoken = 0;
        int ghosts = 0;
        for (JsonNode passage : truth.get("unspoken")) {
            unspoken++;
            int from = passage.get("charStart").asInt();
            int to = passage.get("charEnd").asInt();
            ghosts += (int) words.entrySet().stream()
                    .filter(e -> e.getKey() >= from
                            && e.getKey() < to
                            && e.getValue().has("start"))
                    .count();
        }
        return new Score(spoken, errors.size(), errors, unspoken, ghosts);
    }

    /** Share of the words with a time whose start is right to some seconds. */
    public double within(double seconds) {
        return errors.stream().filter(e -> e <= seconds).count() / (double) Math.max(1, errors.size());
    }

    public double mean() {
        return errors.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
