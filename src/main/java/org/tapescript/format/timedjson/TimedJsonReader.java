package org.tapescript.format.timedjson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tapescript.domain.Comment;
import org.tapescript.domain.Remark;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.JsonText;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.timedjson.SaidWords.SaidWord;

/**
 * JSON of Whisper, WhisperX, whisper.cpp, Vibe, OpenAI, AssemblyAI, Deepgram, Google, Amazon, Azure, Rev, Speechmatics, YouTube, Vosk, the
 * podcast namespace and whatever is built as theirs: the list of segments that says most gives text and speakers, the list of words that
 * says as much gives times, and speakers where a segment has several.
 */
public final class TimedJsonReader implements TranscriptReader {
    private static final String FORMAT = "tapescript";
    private static final double MOSTLY = 0.95;
    /** Word and segment lists of about the same length belong together. */
    private static final double AS_MUCH = 0.8;

    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("json", "jsonl", "json3", "srv3.json")
                || file.start().matches("(?s)(?:\\{\\s*\"|\\[\\s*\\{\\s*\").*");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        JsonNode json = JsonText.parse(file);
        if (JsonKinds.isProject(json)) {
            throw JsonKinds.refusal(file, json);
        }
        if (GentleWords.are(json)) {
            return GentleWords.document(file.name(), json);
        }
        PieceLists found = new PieceLists(json, isOurs(json));
        List<Piece> segments = List.of();
        List<Piece> words = List.of();
        for (List<Piece> list : found.lists().values()) {
            List<Piece> pieces = JsonKinds.once(list);
            if (isWords(pieces)) {
                words = better(pieces, words) ? pieces : words;
            } else {
                segments = better(pieces, segments) ? pieces : segments;
            }
        }
        segments = PrintedNames.without(segments);
        if (segments.isEmpty() && words.isEmpty()) {
            throw JsonKinds.refusal(file, json);
        }
        // Those who speak are listed without text, from which alone the unit of a file's times can be told.
        Units units = Units.of(words.isEmpty() ? segments : words);
        List<SaidWord> timed = voiced(new SaidWords(units).of(words), found.voices(), units);
        boolean alone =
                segments.isEmpty() || count(segments) < timed.size() * AS_MUCH && count(segments) * 2 < timed.size();
        JsonTurns turns = new JsonTurns(file.name());
        if (alone) {
            turns.words(timed);
        } else {
            turns.segments(segments, Units.of(segments), timed.size() >= AS_MUCH * count(segments) ? timed : List.of());
        }
        return turns.build().withRemarks(remarks(json));
    }

    /** What our own form notes; see docs/formats/json.md. */
    private static List<Remark> remarks(JsonNode json) {
        List<Remark> result = new ArrayList<>();
        if (isOurs(json)) {
            Map<String, TimeSpan> words = new HashMap<>();
            json.path("turns")
                    .forEach(turn -> turn.path("words")
                            .forEach(w -> TimedTurns.span(
                                            w.path("start").asDouble(-1),
                                            w.path("end").asDouble(-1))
                                    .ifPresent(span -> words.put(w.path("id").asText(), span))));
            for (JsonNode comment : json.path("comments")) {
                double at = comment.path("time").asDouble();
                TimeSpan first = words.get(comment.path("word").asText());
                TimeSpan last = words.get(comment.path("lastWord").asText());
                Optional<TimeSpan> time =
                        first == null || last == null ? TimedTurns.span(at, at) : Optional.of(first.union(last));
                result.add(
                        new Remark(Optional.empty(), time, comment.path("text").asText(Comment.BOOKMARK)));
            }
        }
        return result;
    }

    private static boolean isOurs(JsonNode json) {
        return json.path("format").asText().equals(FORMAT);
    }

    private static boolean isWords(List<Piece> pieces) {
        long single = pieces.stream()
                .filter(p -> !p.text().strip().matches("(?Us).*\\s.*"))
                .count();
        return single >= MOSTLY * pieces.size()
                && pieces.stream().anyMatch(p -> p.start().isPresent());
    }

    private static long count(List<Piece> pieces) {
        return pieces.stream()
                .filter(p -> !p.text().isBlank() && !p.mark())
                .mapToLong(p -> p.text().strip().split("(?U)\\s+").length)
                .sum();
    }

    private static int letters(List<Piece> pieces) {
        return pieces.stream().mapToInt(p -> p.text().strip().length()).sum();
    }

    /** Whether a list says clearly more than another, or about the same and who says it, or when. */
    private static boolean better(List<Piece> list, List<Piece> other) {
        int letters = letters(list);
        int others = letters(other);
        if (letters * AS_MUCH > others || others * AS_MUCH > letters) {
            return letters > others;
        }
        int knows = knows(list);
        return knows == knows(other) ? list.size() > other.size() : knows > knows(other);
    }

    private static int knows(List<Piece> list) {
        return (list.stream().anyMatch(p -> !p.speaker().isEmpty()) ? 2 : 0)
                + (list.stream().anyMatch(p -> p.start().isPresent()) ? 1 : 0);
    }

    /** Words joined with speakers that the file lists separately. */
    private static List<SaidWord> voiced(List<SaidWord> words, List<Piece> voices, Units units) {
        if (voices.isEmpty() || words.stream().anyMatch(w -> !w.speaker().isEmpty())) {
            return words;
        }
        List<Piece> sorted = voices.stream()
                .filter(v -> units.span(v).isPresent())
                .sorted(Comparator.comparingLong(v -> units.span(v).get().startMicros()))
                .toList();
        List<SaidWord> result = new ArrayList<>();
        int at = 0;
        for (SaidWord word : words) {
            Optional<TimeSpan> time = word.time();
            while (time.isPresent()
                    && at + 1 < sorted.size()
                    && units.span(sorted.get(at + 1)).get().startMicros()
                            <= time.get().startMicros()) {
                at++;
            }
            result.add(
                    sorted.isEmpty()
                            ? word
                            : new SaidWord(word.text(), time, sorted.get(at).speaker(), word.group()));
        }
        return result;
    }
}
