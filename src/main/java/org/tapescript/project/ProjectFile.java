package org.tapescript.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.storage.AtomicFile;

/**
 * A project and the file it lies in. Fields that this version does not know survive being read and written.
 *
 * @param transcript what the project holds
 */
public record ProjectFile(SyncedTranscript transcript, UnknownFields unknown) {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.INDENT_OUTPUT);

    /** A new project. */
    public static ProjectFile of(SyncedTranscript transcript) {
        return new ProjectFile(transcript, UnknownFields.NONE);
    }

    public ProjectFile with(SyncedTranscript other) {
        return new ProjectFile(other, unknown);
    }

    /**
     * @throws MalformedProjectException if the file is no project, damaged, or of a newer version
     */
    public static ProjectFile read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new MalformedProjectException(file, "there is no such file");
        }
        JsonNode tree;
        try {
            tree = MAPPER.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new MalformedProjectException(
                    file,
                    "it is damaged or no project (line "
                            + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
                            + "); take a copy of it from a backup, or sync again",
                    e);
        }
        if (!(tree instanceof ObjectNode object)
                || !ProjectShape.FORMAT.equals(object.path("format").asText())) {
            throw new MalformedProjectException(file, "it is not a Tapescript project");
        }
        int version = object.path("version").asInt(0);
        if (version > ProjectShape.VERSION || version < 1) {
            throw new MalformedProjectException(
                    file,
                    "it is of version " + version + ", and this program knows up to " + ProjectShape.VERSION
                            + "; use a newer Tapescript");
        }
        try {
            SyncedTranscript transcript = ProjectConverter.fromShape(MAPPER.treeToValue(object, ProjectShape.class));
            return new ProjectFile(transcript, UnknownFields.in(object));
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
            throw new MalformedProjectException(file, "a part of it is damaged or missing: " + firstLine(e), e);
        }
    }

    private static String firstLine(Exception e) {
        String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        return String.valueOf(message).lines().findFirst().orElse("");
    }

    /** Writes the project; the file is as it was if that fails. */
    public void write(Path file) throws IOException {
        String json = json();
        AtomicFile.write(file, out -> out.write(json));
    }

    /** What the file holds. */
    String json() throws IOException {
        ObjectNode tree = MAPPER.valueToTree(ProjectConverter.toShape(transcript));
        unknown.into(tree);
        return MAPPER.writeValueAsString(tree);
    }
}
