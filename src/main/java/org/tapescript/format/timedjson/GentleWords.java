package org.tapescript.format.timedjson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TimedTurns;

/** Gentle's JSON: the transcript as it was given, and its words without signs, those with times that were found in the sound. */
final class GentleWords {
    /** So many words further on is a word of the transcript looked for at most. */
    private static final int REACH = 20;

    private GentleWords() {}

    static boolean are(JsonNode json) {
        return json.path("transcript").isTextual()
                && json.path("words").path(0).path("word").isTextual()
                && json.path("words").path(0).has("case");
    }

    static SourceDocument document(String name, JsonNode json) {
        DocumentBuilder builder = new DocumentBuilder(name);
        JsonNode words = json.path("words");
        int at = 0;
        for (String line : json.path("transcript").asText().split("\\R")) {
            for (String token : line.strip().split("(?U)\\s+")) {
                int found = find(words, at, token.toLowerCase(Locale.ROOT));
                builder.word(token, found < 0 ? Optional.empty() : time(words.get(found)));
                at = found < 0 ? at : found + 1;
            }
            builder.endParagraph();
        }
        return builder.build();
    }

    private static int find(JsonNode words, int from, String token) {
        for (int i = from; i < Math.min(words.size(), from + REACH); i++) {
            String word = words.get(i).path("word").asText().toLowerCase(Locale.ROOT);
            if (!word.isEmpty() && token.contains(word)) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<TimeSpan> time(JsonNode word) {
        JsonNode start = word.path("start");
        JsonNode end = word.path("end");
        return start.isNumber() && end.isNumber()
                ? TimedTurns.span(start.asDouble(), Math.max(start.asDouble(), end.asDouble()))
                : Optional.empty();
    }
}
