package org.tapescript.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.storage.AtomicFile;
import org.tapescript.storage.WholeFile;

/**
 * A project and the file it lies in. Fields that this version does not know survive being read and written.
 *
 * @param transcript what the project holds
 */
public record ProjectFile(SyncedTranscript transcript, UnknownFields unknown) {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    /** Where stretches that were aligned by themselves meet, words of earlier versions can overlap by moments. */
    static final long OVERLAP_MICROS = 1_000_000;

    /** How ZIP archives begin. */
    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};
    /** Characters among which JSON begins. */
    private static final int HEAD = 64;
    /** Some 200 hours of interview. */
    private static final long LARGEST = 256L << 20;

    /** A new project. */
    public static ProjectFile of(SyncedTranscript transcript) {
        return new ProjectFile(transcript, UnknownFields.NONE);
    }

    public ProjectFile with(SyncedTranscript other) {
        return new ProjectFile(other, unknown);
    }

    /**
     * Reads a project as it was saved last; see {@link OpenProject} for what was done to it since.
     *
     * @throws MalformedProjectException if the file is no project, damaged, or of a newer version
     */
    public static ProjectFile read(Path file) throws IOException {
        return of(file, bytes(file));
    }

    /** Whether a file is a bundle, or some archive at least, and no plain project: they have the same extension. */
    public static boolean isBundle(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ARCHIVE.length), ARCHIVE);
        } catch (IOException e) {
            return false;
        }
    }

    static byte[] bytes(Path file) throws IOException {
        if (isBundle(file)) {
            throw new MalformedProjectException(file, ProjectFault.BUNDLE, file);
        }
        Optional<WholeFile.Objection> objection = WholeFile.objection(file, LARGEST);
        if (objection.isPresent()) {
            throw new MalformedProjectException(
                    file,
                    switch (objection.get()) {
                        case NO_FILE -> ProjectFault.NO_FILE;
                        case FOLDER -> ProjectFault.FOLDER;
                        case DEVICE -> ProjectFault.DEVICE;
                        case DENIED -> ProjectFault.DENIED;
                        case LARGE -> ProjectFault.LARGE;
                    },
                    LARGEST >> 20);
        }
        return Files.readAllBytes(file);
    }

    /**
     * A project whose bytes were read already.
     *
     * @param file what it is called in complaints
     */
    public static ProjectFile of(Path file, byte[] content) throws MalformedProjectException {
        JsonNode tree;
        if (!new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.UTF_8)
                .stripLeading()
                .startsWith("{")) {
            throw new MalformedProjectException(file, ProjectFault.NO_PROJECT);
        }
        try {
            tree = MAPPER.readTree(content);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new MalformedProjectException(file, ProjectFault.NO_JSON, line).causedBy(e);
        } catch (IOException e) {
            throw new MalformedProjectException(file, ProjectFault.NO_TEXT).causedBy(e);
        }
        if (!(tree instanceof ObjectNode object)
                || !ProjectShape.FORMAT.equals(object.path("format").asText())) {
            throw new MalformedProjectException(file, ProjectFault.NO_PROJECT);
        }
        JsonNode version = object.path("version");
        if (!version.isNumber()) {
            throw new MalformedProjectException(file, ProjectFault.NO_VERSION);
        }
        if (!version.isInt() || version.intValue() > ProjectShape.VERSION || version.intValue() < 1) {
            throw new MalformedProjectException(file, ProjectFault.NEWER, version.toString(), ProjectShape.VERSION);
        }
        try {
            ProjectShape shape = MAPPER.treeToValue(object, ProjectShape.class);
            ProjectCheck.check(shape);
            SyncedTranscript transcript = ProjectConverter.fromShape(shape);
            Optional<String> wrong = transcript.malformation(OVERLAP_MICROS);
            if (wrong.isPresent()) {
                throw new MalformedProjectException(file, ProjectFault.DAMAGED, wrong.get());
            }
            return new ProjectFile(transcript, UnknownFields.in(object));
        } catch (JsonMappingException e) {
            String place = e.getPath().stream()
                    .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
                    .collect(Collectors.joining());
            throw new MalformedProjectException(file, ProjectFault.NO_VALUE, place.replaceFirst("^\\.", ""))
                    .causedBy(e);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new MalformedProjectException(file, ProjectFault.DAMAGED, e.getMessage()).causedBy(e);
        }
    }

    /**
     * Writes the project; the file is as it was if that fails.
     *
     * @throws IllegalStateException if it could not be read again
     */
    public void write(Path file) throws IOException {
        transcript.malformation(OVERLAP_MICROS).ifPresent(what -> {
            throw new IllegalStateException("not written: " + what);
        });
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
