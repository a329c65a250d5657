package org.tapescript.format.whisper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.JsonText;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TimedTurns.Said;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;

/** JSON of Whisper, WhisperX, faster-whisper and the podcast namespace: segments with times, speakers and words as far as there are any. */
public final class WhisperReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("json") || file.start().matches("(?s)\\{\\s*\".*");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        JsonNode json = JsonText.parse(file.path(), file.bytes());
        if (!json.path("segments").isArray()) {
            throw file.unreadable(
                    "it is JSON, but has no \"segments\" as Whisper's, WhisperX's or a podcast's transcript has");
        }
        List<Segment> segments = new ArrayList<>();
        for (JsonNode segment : json.get("segments")) {
            Segment read = segment(segment);
            Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
            if (last != null && last.goesOnWith(read)) {
                segments.set(segments.size() - 1, last.with(read));
            } else {
                segments.add(read);
            }
        }
        TimedTurns turns = new TimedTurns(file.path());
        for (Segment s : segments) {
            turns.turn(s.speaker, s.time, s.words);
        }
        return turns.build();
    }

    private record Segment(String speaker, Optional<TimeSpan> time, List<Said> words) {
        /** Segments of one speaker are one paragraph until a sentence ends at a pause. */
        boolean goesOnWith(Segment next) {
            if (!speaker.equals(next.speaker) || words.isEmpty()) {
                return false;
            }
            boolean sentence = words.get(words.size() - 1).text().matches("(?s).*[.!?…][\"'”’»)]*$");
            double pause = time.isPresent() && next.time.isPresent()
                    ? next.time.get().startSeconds() - time.get().endSeconds()
                    : 0;
            return !sentence || pause < 1;
        }

        Segment with(Segment next) {
            List<Said> all = new ArrayList<>(words);
            all.addAll(next.words);
            Optional<TimeSpan> both = time.isPresent() && next.time.isPresent()
                    ? Optional.of(time.get().union(next.time.get()))
                    : time.or(() -> next.time);
            return new Segment(speaker, both, all);
        }
    }

    private static Segment segment(JsonNode node) {
        Optional<TimeSpan> time = time(node, "start", "end").or(() -> time(node, "startTime", "endTime"));
        String text = node.path("text").asText(node.path("body").asText(""));
        List<Said> timed = new ArrayList<>();
        for (JsonNode word : node.path("words")) {
            String said = word.path("word").asText(word.path("text").asText("")).strip();
            timed.add(new Said(said, time(word, "start", "end")));
        }
        return new Segment(
                node.path("speaker").asText(""), time, text.isBlank() ? timed : TimedTurns.words(text, timed));
    }

    private static Optional<TimeSpan> time(JsonNode node, String start, String end) {
        return node.path(start).isNumber() && node.path(end).isNumber()
                ? TimedTurns.span(node.get(start).asDouble(), node.get(end).asDouble())
                : Optional.empty();
    }
}
