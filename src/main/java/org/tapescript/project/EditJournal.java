package org.tapescript.project;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.Edit;
import org.tapescript.edit.History;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.edit.ReplaceAll;
import org.tapescript.storage.AtomicFile;

/**
 * Everything done to a project since it was saved, one line of JSON each, written the moment it is done, so that no work
 * is lost however the program ends. Described in docs/formats/journal.md. Not thread-safe.
 */
public final class EditJournal implements AutoCloseable {
    private static final String BASE = "base";
    private static final String AMENDS = "amends";
    private static final String EDIT = "edit";
    private static final String STEP = "step";

    private static final ObjectMapper MAPPER = mapper();

    private final Path project;
    private final Path file;
    private FileChannel channel;
    /** Steps in the journal that can be undone by playing it, and that can be done again. */
    private int done;

    private int undone;
    private boolean detached;

    private EditJournal(Path project, Path file) {
        this.project = project;
        this.file = file;
    }

    /** How an edit's class is named in the file. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    private static ObjectMapper mapper() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(SyncedTranscript.class, new JsonSerializer<>() {
            @Override
            public void serialize(SyncedTranscript t, JsonGenerator out, SerializerProvider provider)
                    throws IOException {
                out.writeObject(ProjectConverter.toShape(t));
            }
        });
        module.addDeserializer(SyncedTranscript.class, new JsonDeserializer<>() {
            @Override
            public SyncedTranscript deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return ProjectConverter.fromShape(in.readValueAs(ProjectShape.class));
            }
        });
        ObjectMapper mapper = new ObjectMapper().registerModule(module).addMixIn(Edit.class, Named.class);
        for (Class<?> kind : Edit.class.getPermittedSubclasses()) {
            mapper.registerSubtypes(new NamedType(kind, kind.getSimpleName()));
        }
        return mapper;
    }

    /**
     * Plays what was done to a project and never saved.
     *
     * @param file the journal
     * @param history of the project as it was read from its file
     * @return how many steps were played; 0 if there is no journal, or it belongs to another state of the file
     * @throws IOException if the journal or the project cannot be read
     */
    public static int replay(Path project, Path file, History history) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        String base = checksum(Files.readAllBytes(project));
        boolean applies = false;
        int steps = 0;
        for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n")) {
            JsonNode entry;
            try {
                entry = MAPPER.readTree(line);
            } catch (JsonProcessingException e) {
                // The last line may have been cut off in the middle: what follows was never shown as done.
                break;
            }
            if (entry.has(BASE)) {
                if (applies) {
                    // A later state of the file was begun, but never came to be: what follows stands on this one.
                    continue;
                }
                applies = entry.path(BASE).asText().equals(base);
            } else if (applies) {
                if (!play(entry, history)) {
                    break;
                }
                steps++;
            }
        }
        return steps;
    }

    private static boolean play(JsonNode entry, History history) throws IOException {
        try {
            switch (entry.path(STEP).asText()) {
                case "undo" -> history.undo();
                case "redo" -> history.redo();
                default -> {
                    Edit edit = MAPPER.treeToValue(entry.path(EDIT), Edit.class);
                    if (entry.path(AMENDS).asBoolean()) {
                        history.amend(edit);
                    } else {
                        history.apply(edit);
                    }
                }
            }
            return true;
        } catch (JsonProcessingException | RefusedEditException | IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Opens a project's journal to go on writing it; what it holds of another state of the file is dropped.
     *
     * @param file the journal
     * @param keep whether what it holds of this state stays, because it has been played
     */
    public static EditJournal open(Path project, Path file, boolean keep) throws IOException {
        EditJournal journal = new EditJournal(project, file);
        if (keep) {
            journal.append();
            journal.endBrokenLine();
        } else {
            journal.begin();
        }
        return journal;
    }

    private void append() throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        channel.position(channel.size());
    }

    /** A line that was cut off when the program was killed goes: what is written next would be lost with it. */
    private void endBrokenLine() throws IOException {
        long size = channel.size();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (size > 0) {
            one.clear();
            channel.read(one, size - 1);
            if (one.get(0) == '\n') {
                break;
            }
            size--;
        }
        channel.truncate(size);
        channel.position(size);
    }

    private void begin() throws IOException {
        close();
        Files.deleteIfExists(file);
        append();
        write(MAPPER.createObjectNode().put(BASE, checksum(Files.readAllBytes(project))));
        done = 0;
        undone = 0;
        detached = false;
    }

    /** Writes an edit that was done. */
    public void applied(Edit edit) throws IOException {
        write(MAPPER.createObjectNode().set(EDIT, tree(edit)));
        done++;
        undone = 0;
    }

    /** Writes an edit that was done as part of the last one. */
    public void amended(Edit edit) throws IOException {
        ObjectNode entry = MAPPER.createObjectNode().put(AMENDS, true);
        entry.set(EDIT, tree(edit));
        write(entry);
        if (done == 0) {
            // Whoever plays the journal knows no step that this could be a part of.
            undone = 0;
        }
    }

    /**
     * Writes an edit that was done as part of an earlier step: who plays the journal goes back to that, and forward again.
     *
     * @param above steps that were done after that one
     * @param now what is there then
     */
    public void merged(int above, Edit edit, SyncedTranscript now) throws IOException {
        if (above == 0) {
            amended(edit);
        } else if (detached || above >= done) {
            replaced(now);
        } else {
            for (int i = 0; i < above; i++) {
                write(MAPPER.createObjectNode().put(STEP, "undo"));
            }
            amended(edit);
            for (int i = 0; i < above; i++) {
                write(MAPPER.createObjectNode().put(STEP, "redo"));
            }
        }
    }

    /** Writes that the last step was undone. @param now what is left */
    public void undone(SyncedTranscript now) throws IOException {
        if (detached || done == 0) {
            replaced(now);
            return;
        }
        write(MAPPER.createObjectNode().put(STEP, "undo"));
        done--;
        undone++;
    }

    /** Writes that a step was done again. @param now what is there then */
    public void redone(SyncedTranscript now) throws IOException {
        if (detached || undone == 0) {
            replaced(now);
            return;
        }
        write(MAPPER.createObjectNode().put(STEP, "redo"));
        done++;
        undone--;
    }

    /**
     * Whoever plays the journal knows no step from before it: what is undone beyond its beginning is written as a whole, and from
     * then on every undo and redo, for the steps of the two no longer match.
     */
    private void replaced(SyncedTranscript now) throws IOException {
        detached = true;
        applied(new ReplaceAll(now));
    }

    // Of the interface's type, so that the kind is written as well.
    private static JsonNode tree(Edit edit) throws IOException {
        return MAPPER.readTree(MAPPER.writerFor(Edit.class).writeValueAsBytes(edit));
    }

    private void write(JsonNode entry) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((MAPPER.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    /**
     * Saves the project and begins the journal anew. Until the project's file is replaced the journal holds on to the old one, and
     * knows the new one from then on: whenever the program is ended, one of the two is complete.
     */
    public void save(ProjectFile content) throws IOException {
        String json = content.json();
        write(MAPPER.createObjectNode().put(BASE, checksum(json.getBytes(StandardCharsets.UTF_8))));
        channel.force(true);
        AtomicFile.write(project, out -> out.write(json));
        begin();
    }

    /** Closes the file; with nothing in it to be played it goes. */
    public void closeSaved() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    private static String checksum(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
