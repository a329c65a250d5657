package org.tapescript.format.timedjson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Goes through a file once and gathers its pieces, those that stand at the same place of its structure together. */
final class PieceLists {
    /** Of several ways to hear the same the first is the likeliest. */
    private static final Set<String> ALTERNATIVES = Set.of("alternatives", "nBest", "NBest");

    private final Map<String, List<Piece>> lists = new LinkedHashMap<>();
    /** Who speaks when, where a file has that apart from its words. */
    private final List<Piece> voices = new ArrayList<>();

    /** That stands behind a word as a piece of its own. */
    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}{1,3}");

    private final Map<String, String> names = new HashMap<>();
    private final boolean ours;
    private int groups;

    private record Context(Optional<Fields.Value> start, Optional<Fields.Value> end, String speaker, int group) {}

    /** @param ours whether it is our own form, in which words without a time are words */
    PieceLists(JsonNode root, boolean ours) {
        this.ours = ours;
        people(root);
        walk(root, "", new Context(Optional.empty(), Optional.empty(), "", 0));
    }

    Map<String, List<Piece>> lists() {
        return lists;
    }

    List<Piece> voices() {
        return voices;
    }

    /** Names of speakers, where pieces have numbers only. */
    private void people(JsonNode root) {
        for (String list : List.of("speakers", "participants")) {
            for (JsonNode person : root.path(list)) {
                String id = person.path("id").asText(person.path("index").asText(""));
                String name =
                        person.path("name").asText(person.path("display_name").asText(""));
                if (!id.isEmpty() && !name.isBlank()) {
                    names.put(id, name);
                }
            }
        }
    }

    private String called(String speaker) {
        String name = names.getOrDefault(speaker, speaker);
        return name.matches("\\d{1,4}") ? "Speaker " + name : name;
    }

    private void walk(JsonNode node, String path, Context context) {
        if (node.isArray()) {
            if (triple(node, path, context)) {
                return;
            }
            String last = path.substring(path.lastIndexOf('/') + 1);
            int count = ALTERNATIVES.contains(last) ? Math.min(1, node.size()) : node.size();
            for (int i = 0; i < count; i++) {
                walk(node.get(i), path + "/#", context);
            }
        } else if (isNumbered(node)) {
            node.forEach(n -> walk(n, path + "/#", context));
        } else if (node.isObject()) {
            object(node, path, context);
        }
    }

    /** A list that is written as an object whose fields are called 0, 1, 2. */
    private static boolean isNumbered(JsonNode node) {
        return node.isObject()
                && node.size() > 1
                && node.properties().stream().allMatch(f -> f.getKey().matches("\\d{1,6}"));
    }

    /** A word of Watson's: its text, start and end in an array. */
    private boolean triple(JsonNode node, String path, Context context) {
        boolean is = node.size() == 3
                && node.get(0).isTextual()
                && node.get(1).isNumber()
                && node.get(2).isNumber();
        if (is) {
            list(path)
                    .add(new Piece(
                            node.get(0).asText(),
                            Optional.of(new Fields.Value(node.get(1).asDouble(), true)),
                            Optional.of(new Fields.Value(node.get(2).asDouble(), true)),
                            true,
                            context.speaker,
                            false,
                            context.group));
        }
        return is;
    }

    private void object(JsonNode node, String path, Context context) {
        // Draft.js keeps all but the text of a block beside it.
        JsonNode data = node.path("data");
        Optional<Fields.Value> start = Fields.start(node).or(() -> Fields.start(data));
        if (node.path("tOffsetMs").isNumber() || node.has("utf8")) {
            double offset = node.path("tOffsetMs").asDouble() / 1000;
            start = context.start.map(s -> new Fields.Value(s.number() + offset, s.unitKnown()));
        }
        Optional<Fields.Value> from = start;
        Optional<Fields.Value> end = Fields.end(node)
                .or(() -> from.flatMap(s -> Fields.length(node)
                        .map(l -> new Fields.Value(s.number() + l.number(), s.unitKnown() && l.unitKnown()))));
        boolean timed = start.isPresent();
        // Speechmatics' first form calls words, points and speakers alike "name".
        Optional<String> name = timed ? Fields.name(node) : Optional.empty();
        Optional<String> named = Fields.speaker(node).or(() -> path.endsWith("/speakers/#") ? name : Optional.empty());
        String speaker = named.map(this::called).orElse(context.speaker);
        Optional<String> own = Fields.text(node);
        Optional<String> text = own.or(
                () -> timed && path.endsWith("/words/#") && node.path("name").isTextual() ? name : Optional.empty());
        String type = node.path("type").asText("");
        boolean point =
                own.isEmpty() && text.filter(PUNCTUATION.asMatchPredicate()).isPresent();
        boolean mark = type.startsWith("punct") || type.equals("mark") || type.equals("spacing") || point;
        if (text.isPresent()
                && !type.equals("audio_event")
                && (timed
                        || named.isPresent()
                        || mark
                        || path.endsWith("/elements/#")
                        || isAlternative(path)
                        || ours && path.endsWith("/words/#"))) {
            list(path)
                    .add(new Piece(
                            text.get(),
                            start.or(() -> context.start),
                            timed ? end : context.end,
                            timed,
                            speaker,
                            mark,
                            context.group));
        } else if (timed && named.isPresent()) {
            voices.add(new Piece("", start, end, true, speaker, false, context.group));
        }
        Context within = new Context(start.or(() -> context.start), end.or(() -> context.end), speaker, ++groups);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getValue().isContainerNode()) {
                walk(field.getValue(), path + "/" + field.getKey(), within);
            }
        }
    }

    private static boolean isAlternative(String path) {
        int end = path.lastIndexOf("/#");
        return end > 0
                && path.endsWith("/#")
                && ALTERNATIVES.contains(path.substring(path.lastIndexOf('/', end - 1) + 1, end));
    }

    private List<Piece> list(String path) {
        return lists.computeIfAbsent(path, p -> new ArrayList<>());
    }
}
