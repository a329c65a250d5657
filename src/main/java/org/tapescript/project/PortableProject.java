package org.tapescript.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.storage.Checksum;
import org.tapescript.storage.LineLog;

/**
 * A project on its way to another folder or computer: as it was saved last, and beside it the edits that were not, so that whoever opens
 * it there may undo them.
 */
public final class PortableProject {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ProjectFile saved;
    private final SyncedTranscript current;
    private final List<ObjectNode> steps;
    private final Recovery recovery;

    PortableProject(ProjectFile saved, SyncedTranscript current, List<ObjectNode> steps, Recovery recovery) {
        this.saved = saved;
        this.current = current;
        this.steps = List.copyOf(steps);
        this.recovery = recovery;
    }

    /** The project with all edits. */
    public SyncedTranscript current() {
        return current;
    }

    public Recovery recovery() {
        return recovery;
    }

    /** The name of the journal of a project's file, which lies beside it. */
    public static String journal(String project) {
        return WorkFiles.beside(Path.of(project)).journal().getFileName().toString();
    }

    /**
     * What is written.
     *
     * @param project the project's file
     * @param journal that of its journal, if there are edits that were not saved
     */
    public record Files(byte[] project, Optional<byte[]> journal) {}

    /** The project over other recordings, of which it has the names alone: where they lay is nobody else's business. */
    public Files over(List<Recording> recordings) throws IOException {
        ProjectFile file = saved.with(saved.transcript().withRecordings(recordings));
        byte[] project = file.json().getBytes(StandardCharsets.UTF_8);
        if (steps.isEmpty()) {
            return new Files(project, Optional.empty());
        }
        JsonNode names =
                MAPPER.valueToTree(ProjectConverter.toShape(file.transcript()).recordings());
        List<ObjectNode> moved = new ArrayList<>();
        for (ObjectNode step : steps) {
            ObjectNode copy = step.deepCopy();
            // A step that replaces all of the transcript names the recordings too.
            if (copy.path(EditJournal.EDIT).path("transcript") instanceof ObjectNode whole) {
                whole.set("recordings", names);
            }
            moved.add(copy);
        }
        String journal = LineLog.text(EditJournal.lines(Checksum.of(project), Optional.empty(), moved));
        return new Files(project, Optional.of(journal.getBytes(StandardCharsets.UTF_8)));
    }
}
