package org.tapescript.project;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.Edit;
import org.tapescript.edit.ReplaceAll;
import org.tapescript.storage.AtomicFile;
import org.tapescript.storage.Checksum;
import org.tapescript.storage.LineLog;

/**
 * Everything done to a project since it was saved, a line each, written the moment it is done, so that no work is lost however the
 * program ends. Described in docs/formats/journal.md. The file is made by the first edit. Not thread-safe.
 */
public final class EditJournal implements AutoCloseable {
    static final String FORMAT = "tapescript-journal";
    static final int CURRENT = 2;
    static final String BASE = "base";
    static final String VERSION = "version";
    static final String AMENDS = "amends";
    static final String ABOVE = "above";
    static final String EDIT = "edit";
    static final String STEP = "step";
    static final String UNDO = "undo";
    static final String REDO = "redo";
    static final String NUMBER = "n";

    /** A bit that is wrong spoils one line, or, if it is its end, two: one of three is left. */
    static final int HEADERS = 3;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;
    private final LineLog.Opener opener;
    private String base;
    private LineLog log;
    /** Steps in the journal that can be undone by playing it, and that can be done again. */
    private int done;

    private int undone;
    private boolean detached;
    /** Steps that stand in the file. */
    private int steps;
    /** Of a journal that could not be begun, as on a full disk. */
    private final List<ObjectNode> waiting = new ArrayList<>();

    private EditJournal(Path file, String base, LineLog.Opener opener) {
        this.file = file;
        this.base = base;
        this.opener = opener;
    }

    static String checksum(Path project) throws IOException {
        return Checksum.of(Files.readAllBytes(project));
    }

    /** A journal in which nothing stands; a file that is there is replaced by the first edit. */
    static EditJournal empty(Path file, String base, LineLog.Opener opener) {
        return new EditJournal(file, base, opener);
    }

    /** Goes on with a journal that has been played. */
    static EditJournal after(JournalReader.Played played, Path file, String base, LineLog.Opener opener)
            throws IOException {
        EditJournal journal = new EditJournal(file, base, opener);
        if (played.isCurrent()) {
            journal.log = LineLog.open(file, opener);
            journal.steps = played.played().size();
        } else if (!played.played().isEmpty()) {
            journal.begin(played.played());
        }
        journal.done = played.done();
        journal.undone = played.undone();
        return journal;
    }

    private void begin(List<ObjectNode> entries) throws IOException {
        String header = MAPPER.createObjectNode()
                .put("format", FORMAT)
                .put(VERSION, CURRENT)
                .put(BASE, base)
                .toString();
        List<String> all = new ArrayList<>(Collections.nCopies(HEADERS, header));
        int number = 0;
        for (ObjectNode entry : entries) {
            all.add(MAPPER.writeValueAsString(entry.put(NUMBER, ++number)));
        }
        LineLog begun = LineLog.begin(file, all, opener);
        close();
        log = begun;
        steps = number;
    }

    /** Writes an edit that was done. */
    public void applied(Edit edit) throws IOException {
        done++;
        undone = 0;
        write(MAPPER.createObjectNode().set(EDIT, EditShapes.of(edit)));
    }

    /** Writes an edit that was done as part of the last one. */
    public void amended(Edit edit) throws IOException {
        amended(edit, 0);
    }

    /**
     * Writes an edit that was done as part of an earlier step: who plays the journal goes back to that, and forward again.
     *
     * @param above steps that were done after that one
     * @param now what is there then
     */
    public void merged(int above, Edit edit, SyncedTranscript now) throws IOException {
        if (above > 0 && (detached || above >= done)) {
            replaced(now);
        } else {
            amended(edit, above);
        }
    }

    private void amended(Edit edit, int above) throws IOException {
        ObjectNode entry = MAPPER.createObjectNode().put(AMENDS, true);
        if (above > 0) {
            entry.put(ABOVE, above);
        }
        entry.set(EDIT, EditShapes.of(edit));
        if (done == 0) {
            // Whoever plays the journal knows no step that this could be a part of.
            undone = 0;
        }
        write(entry);
    }

    /** Writes that the last step was undone. @param now what is left */
    public void undone(SyncedTranscript now) throws IOException {
        if (detached || done == 0) {
            replaced(now);
            return;
        }
        done--;
        undone++;
        write(MAPPER.createObjectNode().put(STEP, UNDO));
    }

    /** Writes that a step was done again. @param now what is there then */
    public void redone(SyncedTranscript now) throws IOException {
        if (detached || undone == 0) {
            replaced(now);
            return;
        }
        done++;
        undone--;
        write(MAPPER.createObjectNode().put(STEP, REDO));
    }

    /**
     * Whoever plays the journal knows no step from before it: what is undone beyond its beginning is written as a whole, and from
     * then on every undo and redo, for the steps of the two no longer match.
     */
    private void replaced(SyncedTranscript now) throws IOException {
        detached = true;
        applied(new ReplaceAll(now));
    }

    private void write(ObjectNode entry) throws IOException {
        if (log != null) {
            // One that fails waits, and is written with the next.
            log.append(MAPPER.writeValueAsString(entry.put(NUMBER, ++steps)));
        } else {
            waiting.add(entry);
            begin(waiting);
            waiting.clear();
        }
    }

    /**
     * Saves the project and begins the journal anew. Until the project's file is replaced the journal holds on to the old one, and
     * knows the new one from then on: whenever the program is ended, one of the two is complete.
     *
     * @throws IOException if the project cannot be written; its file and the journal are as they were
     */
    void save(Path project, ProjectFile content) throws IOException {
        String json = content.json();
        String next = Checksum.of(json.getBytes(StandardCharsets.UTF_8));
        announce(next);
        AtomicFile.write(project, out -> out.write(json));
        base = next;
        done = 0;
        undone = 0;
        detached = false;
        try {
            closeSaved();
        } catch (IOException e) {
            // It knows the file that was written now: nothing in it will be done again.
        }
    }

    private void announce(String next) {
        if (log != null) {
            try {
                log.append(MAPPER.createObjectNode().put(BASE, next).toString());
                log.force();
            } catch (IOException e) {
                // What is saved is safe without the journal.
            }
        }
    }

    /** Closes the file; with nothing in it to be played it goes. */
    void closeSaved() throws IOException {
        waiting.clear();
        try {
            close();
        } finally {
            log = null;
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() throws IOException {
        if (log != null) {
            log.close();
        }
    }
}
