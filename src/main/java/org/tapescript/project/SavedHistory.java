package org.tapescript.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.Edit;
import org.tapescript.edit.History;
import org.tapescript.storage.AtomicFile;

/**
 * What was done to a project before it was saved last, so that it can still be undone when the project is opened again; described in
 * docs/formats/journal.md. It serves undo alone: no work depends on it, and whatever is wrong with it, it is as if it were not there.
 */
final class SavedHistory {
    private static final String FORMAT = "tapescript-history";
    private static final int VERSION = 1;
    /** Whoever wants to go back further has a copy. */
    private static final int MAXIMUM_STEPS = 200;
    /** Of characters, about as many as the projects of a few whole tapes. */
    private static final long LARGEST = 32L << 20;

    private static final ObjectMapper MAPPER =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private SavedHistory() {}

    /** What of a history is kept: taken at the moment whose state is saved. */
    static History.Earlier of(History history) {
        return history.recent(MAXIMUM_STEPS);
    }

    /** Keeps a history beside a project. @param project checksum of the file that holds the state in which it ends */
    static void write(Path file, String project, History.Earlier earlier) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(MAPPER.createObjectNode()
                .put("format", FORMAT)
                .put("version", VERSION)
                .put("project", project)
                .put("done", earlier.done())
                .put("steps", earlier.steps().size())
                .toString());
        for (List<Edit> step : earlier.steps()) {
            ArrayNode edits = MAPPER.createArrayNode();
            step.forEach(e -> edits.add(EditShapes.of(e)));
            lines.add(edits.toString());
        }
        lines.add(MAPPER.writeValueAsString(
                ProjectConverter.toShape(earlier.origin().get())));
        if (earlier.steps().isEmpty()
                || lines.stream().mapToLong(String::length).sum() > LARGEST) {
            Files.deleteIfExists(file);
            return;
        }
        AtomicFile.writePrivate(file, out -> {
            for (String line : lines) {
                out.write(line);
                out.write('\n');
            }
        });
    }

    /** What was kept of a project's history; nothing if it is of another state of its file, of a newer version, or damaged. */
    static Optional<History.Earlier> read(Path file, String project) {
        try {
            if (!Files.isReadable(file) || Files.size(file) > 4 * LARGEST) {
                return Optional.empty();
            }
            List<String> lines =
                    Files.readString(file, StandardCharsets.UTF_8).lines().toList();
            JsonNode head = MAPPER.readTree(lines.get(0));
            int steps = head.path("steps").asInt(-1);
            if (!head.path("format").asText().equals(FORMAT)
                    || head.path("version").asInt() != VERSION
                    || !head.path("project").asText().equals(project)
                    || lines.size() != steps + 2) {
                return Optional.empty();
            }
            List<List<Edit>> all = new ArrayList<>();
            for (String line : lines.subList(1, steps + 1)) {
                List<Edit> edits = new ArrayList<>();
                MAPPER.readTree(line).forEach(e -> edits.add(EditShapes.edit(e)));
                all.add(edits);
            }
            String origin = lines.get(steps + 1);
            return Optional.of(new History.Earlier(all, head.path("done").asInt(-1), () -> origin(origin)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static SyncedTranscript origin(String json) {
        try {
            return ProjectConverter.fromShape(
                    MAPPER.treeToValue((ObjectNode) MAPPER.readTree(json), ProjectShape.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no project", e);
        }
    }
}
