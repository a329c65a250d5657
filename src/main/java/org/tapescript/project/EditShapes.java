package org.tapescript.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tapescript.domain.Comment;
import org.tapescript.domain.CueEdge;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.AcceptSpelling;
import org.tapescript.edit.AssignSpeaker;
import org.tapescript.edit.CorrectText;
import org.tapescript.edit.DeleteComment;
import org.tapescript.edit.DismissDoubt;
import org.tapescript.edit.Edit;
import org.tapescript.edit.InsertTurn;
import org.tapescript.edit.ListSpeech;
import org.tapescript.edit.MarkSpoken;
import org.tapescript.edit.MarkUnspoken;
import org.tapescript.edit.MergeTurn;
import org.tapescript.edit.MoveTurnStart;
import org.tapescript.edit.PinWords;
import org.tapescript.edit.PutComment;
import org.tapescript.edit.RenameSpeaker;
import org.tapescript.edit.ReplaceAll;
import org.tapescript.edit.SetCueEdges;
import org.tapescript.edit.SetWordTime;
import org.tapescript.edit.SetWordTimes;
import org.tapescript.edit.SplitTurn;
import org.tapescript.edit.SwapSpeakers;

/**
 * Edits as a journal has them; described in docs/formats/journal.md. Names and fields are those of the file, whatever the classes are
 * called: what stands here stays, for journals are recovered by later versions.
 */
final class EditShapes {
    private static final String KIND = "is";

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private record Kind<E extends Edit>(
            String name, Class<E> type, BiConsumer<E, ObjectNode> write, Function<Fields, E> read) {
        void write(Edit edit, ObjectNode out) {
            write.accept(type.cast(edit), out);
        }
    }

    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(
                    "AcceptSpelling",
                    AcceptSpelling.class,
                    (e, out) -> out.put("word", e.word()),
                    in -> new AcceptSpelling(in.text("word"))),
            new Kind<>(
                    "AssignSpeaker",
                    AssignSpeaker.class,
                    (e, out) -> out.put("turn", e.turn()).put("speaker", e.speaker()),
                    in -> new AssignSpeaker(in.text("turn"), in.text("speaker"))),
            new Kind<>(
                    "CorrectText",
                    CorrectText.class,
                    (e, out) -> out.put("start", e.start()).put("end", e.end()).put("replacement", e.replacement()),
                    in -> new CorrectText(in.number("start"), in.number("end"), in.text("replacement"))),
            new Kind<>(
                    "DeleteComment",
                    DeleteComment.class,
                    (e, out) -> out.put("comment", e.comment()),
                    in -> new DeleteComment(in.text("comment"))),
            new Kind<>(
                    "DismissDoubt",
                    DismissDoubt.class,
                    (e, out) -> out.put("line", e.line()),
                    in -> new DismissDoubt(in.number("line"))),
            new Kind<>(
                    "InsertTurn",
                    InsertTurn.class,
                    (e, out) -> {
                        out.put("startMicros", e.startMicros())
                                .put("endMicros", e.endMicros())
                                .put("speaker", e.speaker())
                                .put("text", e.text());
                        e.after().ifPresent(word -> out.put("after", word));
                    },
                    in -> new InsertTurn(
                            in.micros("startMicros"),
                            in.micros("endMicros"),
                            in.text("speaker"),
                            in.text("text"),
                            in.has("after") ? Optional.of(in.text("after")) : Optional.empty())),
            new Kind<>(
                    "ListSpeech",
                    ListSpeech.class,
                    (e, out) -> out.put("startMicros", e.startMicros())
                            .put("endMicros", e.endMicros())
                            .put("speaker", e.speaker()),
                    in -> new ListSpeech(in.micros("startMicros"), in.micros("endMicros"), in.text("speaker"))),
            new Kind<>(
                    "MarkSpoken",
                    MarkSpoken.class,
                    (e, out) -> out.put("place", e.place()).put("speaker", e.speaker()),
                    in -> new MarkSpoken(in.number("place"), in.text("speaker"))),
            new Kind<>(
                    "MarkUnspoken",
                    MarkUnspoken.class,
                    (e, out) -> out.put("place", e.place()).put("kind", e.kind()),
                    in -> new MarkUnspoken(in.number("place"), in.text("kind"))),
            new Kind<>(
                    "MergeTurn",
                    MergeTurn.class,
                    (e, out) -> out.put("turn", e.turn()),
                    in -> new MergeTurn(in.text("turn"))),
            new Kind<>(
                    "MoveTurnStart",
                    MoveTurnStart.class,
                    (e, out) -> out.put("turn", e.turn()).put("words", e.words()),
                    in -> new MoveTurnStart(in.text("turn"), in.number("words"))),
            new Kind<>(
                    "PinWords",
                    PinWords.class,
                    (e, out) -> e.words().forEach(out.putArray("words")::add),
                    in -> new PinWords(in.texts("words"))),
            new Kind<>(
                    "PutComment",
                    PutComment.class,
                    (e, out) -> {
                        Comment c = e.comment();
                        out.put("comment", c.id()).put("micros", c.micros()).put("text", c.text());
                        c.words().ifPresent(w -> out.put("first", w.first()).put("last", w.last()));
                    },
                    in -> new PutComment(new Comment(
                            in.text("comment"),
                            in.has("first")
                                    ? Optional.of(new Comment.Words(in.text("first"), in.text("last")))
                                    : Optional.empty(),
                            in.micros("micros"),
                            in.text("text")))),
            new Kind<>(
                    "RenameSpeaker",
                    RenameSpeaker.class,
                    (e, out) -> {
                        out.put("from", e.from()).put("to", e.to());
                        if (e.lasts()) {
                            out.put("lasts", true);
                        }
                    },
                    in -> new RenameSpeaker(in.text("from"), in.text("to"), in.has("lasts"))),
            new Kind<>(
                    "ReplaceAll",
                    ReplaceAll.class,
                    (e, out) -> out.set("transcript", MAPPER.valueToTree(ProjectConverter.toShape(e.transcript()))),
                    in -> new ReplaceAll(in.transcript("transcript"))),
            new Kind<>(
                    "SetCueEdges",
                    SetCueEdges.class,
                    (e, out) -> {
                        ObjectNode edges = out.putObject("edges");
                        e.edges()
                                .forEach((word, edge) -> edges.put(
                                        word,
                                        edge.map(x -> x.name().toLowerCase(Locale.ROOT))
                                                .orElse("free")));
                    },
                    in -> new SetCueEdges(in.edges("edges"))),
            new Kind<>(
                    "SetWordTime",
                    SetWordTime.class,
                    (e, out) -> {
                        out.put("word", e.word())
                                .put("startMicros", e.startMicros())
                                .put("endMicros", e.endMicros());
                        if (e.marks()) {
                            out.put("marks", true);
                        }
                    },
                    in -> new SetWordTime(
                            in.text("word"), in.micros("startMicros"), in.micros("endMicros"), in.has("marks"))),
            new Kind<>(
                    "SetWordTimes",
                    SetWordTimes.class,
                    (e, out) -> {
                        ObjectNode times = out.putObject("times");
                        e.times()
                                .forEach((word, found) -> times.putObject(word)
                                        .put("startMicros", found.startMicros())
                                        .put("endMicros", found.endMicros())
                                        .put("confidence", found.confidence()));
                    },
                    in -> new SetWordTimes(in.times("times"))),
            new Kind<>(
                    "SplitTurn",
                    SplitTurn.class,
                    (e, out) -> out.put("word", e.word()).put("speaker", e.speaker()),
                    in -> new SplitTurn(in.text("word"), in.text("speaker"))),
            new Kind<>(
                    "SwapSpeakers",
                    SwapSpeakers.class,
                    (e, out) -> out.put("fromTurn", e.fromTurn())
                            .put("one", e.one())
                            .put("other", e.other()),
                    in -> new SwapSpeakers(in.text("fromTurn"), in.text("one"), in.text("other"))));

    private EditShapes() {}

    static ObjectNode of(Edit edit) {
        Kind<?> kind = KINDS.stream()
                .filter(k -> k.type().isInstance(edit))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no shape for " + edit.getClass()));
        ObjectNode out = MAPPER.createObjectNode().put(KIND, kind.name());
        kind.write(edit, out);
        return out;
    }

    /** @throws IllegalArgumentException if that is no edit which this version knows */
    static Edit edit(JsonNode shape) {
        String name = shape.path(KIND).asText();
        Kind<?> kind = KINDS.stream()
                .filter(k -> k.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no edit is called '" + name + "'"));
        return kind.read().apply(new Fields(shape));
    }

    /** The fields of an edit, each of which has to be there. */
    private record Fields(JsonNode node) {
        private JsonNode field(String name, boolean right) {
            if (!right) {
                throw new IllegalArgumentException("'" + name + "' is missing or of another kind");
            }
            return node.get(name);
        }

        boolean has(String name) {
            return node.has(name);
        }

        String text(String name) {
            return field(name, node.path(name).isTextual()).textValue();
        }

        int number(String name) {
            return field(
                            name,
                            node.path(name).canConvertToInt() && node.path(name).isIntegralNumber())
                    .intValue();
        }

        long micros(String name) {
            return field(
                            name,
                            node.path(name).canConvertToLong()
                                    && node.path(name).isIntegralNumber())
                    .longValue();
        }

        List<String> texts(String name) {
            List<String> result = new ArrayList<>();
            for (JsonNode each : field(name, node.path(name) instanceof ArrayNode)) {
                if (!each.isTextual()) {
                    throw new IllegalArgumentException("'" + name + "' holds something else");
                }
                result.add(each.textValue());
            }
            return result;
        }

        Map<String, Optional<CueEdge>> edges(String name) {
            Map<String, Optional<CueEdge>> result = new TreeMap<>();
            field(name, node.path(name).isObject()).properties().forEach(e -> {
                String edge = e.getValue().asText();
                result.put(
                        e.getKey(),
                        edge.equals("free")
                                ? Optional.empty()
                                : Optional.of(CueEdge.valueOf(edge.toUpperCase(Locale.ROOT))));
            });
            return result;
        }

        Map<String, SetWordTimes.Found> times(String name) {
            JsonNode times = field(name, node.path(name).isObject());
            return times.properties().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            e -> {
                                Fields found = new Fields(e.getValue());
                                return new SetWordTimes.Found(
                                        found.micros("startMicros"), found.micros("endMicros"), found.share());
                            },
                            (a, b) -> b,
                            TreeMap::new));
        }

        double share() {
            return field("confidence", node.path("confidence").isNumber()).doubleValue();
        }

        SyncedTranscript transcript(String name) {
            try {
                return ProjectConverter.fromShape(
                        MAPPER.treeToValue(field(name, node.path(name).isObject()), ProjectShape.class));
            } catch (JsonProcessingException | NullPointerException e) {
                throw new IllegalArgumentException("'" + name + "' is damaged", e);
            }
        }
    }

    /** Kinds of edits that journals can hold. */
    static Stream<Class<? extends Edit>> known() {
        return KINDS.stream().map(Kind::type);
    }
}
