package org.tapescript.format.timedjson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.format.cue.CueTime;

/**
 * What a field of an object says, under the names that the makers of such files gave it. Names that hold a unit decide it; plain whole
 * numbers may be of any, which only the whole file shows.
 */
final class Fields {
    private static final List<String> TEXT = List.of(
            "punctuated_word",
            "punct",
            "text",
            "body",
            "transcript",
            "Transcript",
            "word",
            "display",
            "DisplayText",
            "displayText",
            "content",
            "Content",
            "value",
            "sentence",
            "utf8",
            "line",
            "dialog",
            "dialogue",
            "words",
            "words_str",
            "term",
            "spoken",
            "message");
    /** Of lists of what somebody says. */
    private static final List<String> LINES = List.of("lines", "UTTERANCES", "utterances");

    private static final List<String> START = List.of(
            "start",
            "startTime",
            "start_time",
            "startOffset",
            "begin",
            "from",
            "ts",
            "start_ts",
            "t0",
            "start_timestamp",
            "start_timestamp_millis",
            "startTimestamp",
            "begin_time",
            "beginTime",
            "startSec",
            "start_seconds",
            "offset",
            "Offset",
            "time",
            "timestamp",
            "startMs",
            "start_ms",
            "startTimeMs",
            "tStartMs",
            "offsetMilliseconds",
            "offsetInTicks",
            "BeginOffsetMillis");
    private static final List<String> END = List.of(
            "end",
            "endTime",
            "end_time",
            "endOffset",
            "stop",
            "to",
            "end_ts",
            "t1",
            "end_timestamp",
            "end_timestamp_millis",
            "endTimestamp",
            "endSec",
            "end_seconds",
            "endMs",
            "end_ms",
            "endTimeMs",
            "EndOffsetMillis");
    private static final List<String> LENGTH =
            List.of("duration", "dur", "Duration", "dDurationMs", "durationMilliseconds", "durationInTicks");
    private static final List<String> SPEAKER = List.of(
            "speaker",
            "speaker_label",
            "speakerLabel",
            "speakerTag",
            "speaker_tag",
            "speakerName",
            "speaker_name",
            "speakerDisplayName",
            "speaker_id",
            "speakerId",
            "participant",
            "user",
            "ParticipantRole",
            "ParticipantId",
            "role");
    private static final List<String> NAME =
            List.of("name", "display_name", "displayName", "label", "speaker_label", "id", "@id");
    private static final Pattern SECONDS = Pattern.compile("(-?\\d{1,9}(?:\\.\\d{1,9})?)\\s*(s|ms)?");
    private static final Pattern PERIOD =
            Pattern.compile("PT(?:(\\d{1,4})H)?(?:(\\d{1,6})M)?(?:(\\d{1,8}(?:\\.\\d{1,9})?)S)?");
    private static final double TICK = 1e-7;

    private Fields() {}

    /** A time, or an integer whose unit the field name does not give. */
    record Value(double number, boolean unitKnown) {}

    static Optional<String> text(JsonNode node) {
        for (String name : TEXT) {
            if (node.path(name).isTextual()) {
                return Optional.of(node.get(name).asText());
            }
        }
        for (String name : LINES) {
            JsonNode lines = node.path(name);
            if (lines.isArray() && !lines.isEmpty() && lines.get(0).isTextual()) {
                return Optional.of(joined(lines, " "));
            }
        }
        // Speechmatics and Amazon have a word's text in its first alternative.
        JsonNode first = node.path("alternatives").path(0);
        return first.path("content").isTextual()
                ? Optional.of(first.get("content").asText())
                : Optional.empty();
    }

    static Optional<String> speaker(JsonNode node) {
        for (String name : SPEAKER) {
            JsonNode value = node.path(name);
            if (value.isObject()) {
                return name(value);
            }
            // Python writes None for nobody.
            if (value.isValueNode()
                    && !value.isNull()
                    && !value.asText().isBlank()
                    && !value.asText().equals("None")) {
                return Optional.of(value.asText());
            }
        }
        // Records of houses list what is spoken beside the name of who speaks.
        if (node.path("spoken").isTextual()) {
            return name(node);
        }
        JsonNode names = node.path("NAMES");
        if (names.isArray() && !names.isEmpty()) {
            return Optional.of(joined(names, ", "));
        }
        JsonNode first = node.path("alternatives").path(0).path("speaker");
        return first.isTextual() ? Optional.of(first.asText()) : Optional.empty();
    }

    private static String joined(JsonNode list, String between) {
        StringJoiner text = new StringJoiner(between);
        list.forEach(l -> text.add(l.asText()));
        return text.toString();
    }

    /** What somebody who is described by an object is called. */
    static Optional<String> name(JsonNode person) {
        return NAME.stream()
                .map(person::path)
                .filter(v -> v.isValueNode() && !v.isNull() && !v.asText().isBlank())
                .map(JsonNode::asText)
                .findFirst();
    }

    static Optional<Value> start(JsonNode node) {
        return first(node, START).or(() -> inner(node, "from", 0));
    }

    static Optional<Value> end(JsonNode node) {
        return first(node, END).or(() -> inner(node, "to", 1));
    }

    static Optional<Value> length(JsonNode node) {
        return first(node, LENGTH);
    }

    private static Optional<Value> first(JsonNode node, List<String> names) {
        for (String name : names) {
            if (node.has(name)) {
                Optional<Value> value = value(name, node.get(name));
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }

    /** Whisper.cpp's pairs, and times in an array. */
    private static Optional<Value> inner(JsonNode node, String name, int index) {
        JsonNode offsets = node.path("offsets").path(name);
        if (offsets.isNumber()) {
            return Optional.of(new Value(offsets.asDouble() / 1000, true));
        }
        JsonNode pair = node.path("timestamp");
        if (pair.isArray() && pair.size() == 2 && pair.get(index).isNumber()) {
            return Optional.of(new Value(pair.get(index).asDouble(), true));
        }
        return value(name, node.path("timestamps").path(name));
    }

    private static Optional<Value> value(String name, JsonNode node) {
        if (node.isObject() && (node.has("seconds") || node.has("nanos"))) {
            return Optional.of(new Value(
                    node.path("seconds").asDouble() + node.path("nanos").asDouble() / 1e9, true));
        }
        double unit = unit(name);
        if (node.isNumber()) {
            boolean plain = unit == 0 && node.isIntegralNumber();
            return number(node.asDouble() * (unit == 0 ? 1 : unit), !plain);
        }
        if (node.path("relative").isNumber()) {
            return number(node.path("relative").asDouble(), true);
        }
        if (!node.isTextual()) {
            return Optional.empty();
        }
        String text = node.asText().strip();
        Matcher seconds = SECONDS.matcher(text);
        if (seconds.matches()) {
            double number = Double.parseDouble(seconds.group(1));
            boolean plain =
                    seconds.group(2) == null && unit == 0 && !seconds.group(1).contains(".");
            return number("ms".equals(seconds.group(2)) ? number / 1000 : number * (unit == 0 ? 1 : unit), !plain);
        }
        Matcher period = PERIOD.matcher(text);
        if (text.length() > 2 && period.matches()) {
            return number(3600 * part(period, 1) + 60 * part(period, 2) + part(period, 3), true);
        }
        OptionalDouble clock = text.length() > 30 ? OptionalDouble.empty() : CueTime.seconds(text);
        return clock.isPresent() ? number(clock.getAsDouble(), true) : Optional.empty();
    }

    private static double part(Matcher m, int group) {
        return m.group(group) == null ? 0 : Double.parseDouble(m.group(group));
    }

    private static Optional<Value> number(double value, boolean unitKnown) {
        return value >= 0 && value < 1e13 ? Optional.of(new Value(value, unitKnown)) : Optional.empty();
    }

    /** Seconds of one unit of a field; 0 if its name does not say. */
    private static double unit(String name) {
        if (name.endsWith("Ms")
                || name.endsWith("_ms")
                || name.endsWith("Millis")
                || name.endsWith("_millis")
                || name.endsWith("Milliseconds")) {
            return 0.001;
        }
        boolean ticks = name.endsWith("Ticks") || name.equals("Offset") || name.equals("Duration");
        return ticks ? TICK : 0;
    }
}
