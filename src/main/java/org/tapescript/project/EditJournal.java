package org.tapescript.project;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.Edit;
import org.tapescript.edit.ReplaceAll;
import org.tapescript.storage.Checksum;
import org.tapescript.storage.LineLog;

/**
 * Everything done to a project since it was saved, a line each, written the moment it is done, so that no work is lost however the
 * program ends. Described in docs/formats/journal.md. The file is made by the first edit. Edits are written by one thread; another may save
 * the project meanwhile.
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
    static final String BY = "by";
    static final String NUMBER = "n";

    /** A bit that is wrong spoils one line, or, if it is its end, two: one of three is left. */
    static final int HEADERS = 3;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Path file;
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
    /** Steps that what is being saved holds, and what was written since saving began. */
    private int held;

    private final List<ObjectNode> since = new ArrayList<>();
    private boolean saving;
    /** The line that says what is being saved, or was tried to be. */
    private Optional<String> announced = Optional.empty();

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
        journal.detached = played.detached();
        return journal;
    }

    private void begin(List<ObjectNode> entries) throws IOException {
        LineLog begun = LineLog.begin(file, lines(base, entries), opener);
        close();
        log = begun;
        steps = entries.size();
    }

    private List<String> lines(String base, List<ObjectNode> entries) throws IOException {
        return lines(base, announced, entries);
    }

    /** A journal of some steps that lead on from a file. @param announced the line that tells of the next one */
    static List<String> lines(String base, Optional<String> announced, List<ObjectNode> entries) throws IOException {
        String header = MAPPER.createObjectNode()
                .put("format", FORMAT)
                .put(VERSION, CURRENT)
                .put(BASE, base)
                .toString();
        List<String> all = new ArrayList<>(Collections.nCopies(HEADERS, header));
        announced.ifPresent(all::add);
        int number = 0;
        for (ObjectNode entry : entries) {
            all.add(MAPPER.writeValueAsString(entry.put(NUMBER, ++number)));
        }
        return all;
    }

    /** Writes an edit that was done. */
    public synchronized void applied(Edit edit) throws IOException {
        done++;
        undone = 0;
        write(MAPPER.createObjectNode().set(EDIT, EditShapes.of(edit)));
    }

    /** Writes an edit that was done as part of the last one. */
    public synchronized void amended(Edit edit) throws IOException {
        amended(edit, 0);
    }

    /**
     * Writes an edit that was done as part of an earlier step: who plays the journal goes back to that, and forward again.
     *
     * @param above steps that were done after that one
     * @param now what is there then
     */
    public synchronized void merged(int above, Edit edit, SyncedTranscript now) throws IOException {
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
    public synchronized void undone(SyncedTranscript now) throws IOException {
        if (detached || done == 0) {
            replaced(now, UNDO);
            return;
        }
        done--;
        undone++;
        write(MAPPER.createObjectNode().put(STEP, UNDO));
    }

    /** Writes that a step was done again. @param now what is there then */
    public synchronized void redone(SyncedTranscript now) throws IOException {
        if (detached || undone == 0) {
            replaced(now, REDO);
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

    /** @param by the step that leads there, for a reader who has what was done before the journal's beginning */
    private void replaced(SyncedTranscript now, String by) throws IOException {
        detached = true;
        done++;
        undone = 0;
        write(MAPPER.createObjectNode().put(BY, by).set(EDIT, EditShapes.of(new ReplaceAll(now))));
    }

    private void write(ObjectNode entry) throws IOException {
        if (saving) {
            since.add(entry);
        }
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
     * Begins to save the state that all steps until now have led to. Until the project's file is replaced the journal holds on to the old
     * one, and knows the new one from {@link #announce} on: whenever the program is ended, all that was done is in the file or here.
     */
    synchronized void beginSaving() {
        held = steps + waiting.size();
        saving = true;
        since.clear();
        // Who plays what follows on the new file knows no step from before it.
        done = 0;
        undone = 0;
        detached = false;
    }

    /** Tells of the file that is going to be there: on the disk before the file is. @param next its checksum */
    void announce(String next) {
        LineLog open;
        synchronized (this) {
            String line =
                    MAPPER.createObjectNode().put(BASE, next).put(NUMBER, held).toString();
            announced = Optional.of(line);
            if (log == null) {
                return;
            }
            open = log;
            try {
                log.append(line);
            } catch (IOException e) {
                // It waits, and is there before any step that is done from now on.
            }
        }
        try {
            open.force();
        } catch (IOException e) {
            // What is saved is safe without the journal.
        }
    }

    /** The file that was announced is there. */
    synchronized void saved(String next) {
        base = next;
        announced = Optional.empty();
        saving = false;
        if (since.isEmpty()) {
            try {
                closeSaved();
            } catch (IOException e) {
                // It knows the file that was written: nothing in it will be done again.
            }
        } else if (log == null) {
            waiting.subList(0, held).clear();
        }
        since.clear();
    }

    /**
     * Goes on beside a copy of the project that was saved under another name.
     *
     * @throws IOException if what was done since cannot be written there; the journal is as it was
     */
    synchronized void savedAs(Path copy, String next) throws IOException {
        List<String> lines = since.isEmpty() ? List.of() : lines(next, since);
        LineLog begun = lines.isEmpty() ? null : LineLog.begin(copy, lines, opener);
        announced = Optional.empty();
        saving = false;
        try {
            closeSaved();
        } catch (IOException e) {
            // Whoever opens the old project does again what is in the copy too.
        }
        file = copy;
        base = next;
        log = begun;
        steps = since.size();
        since.clear();
    }

    /** Saving has failed; if the file is there nevertheless, the journal knows it. */
    synchronized void notSaved() {
        saving = false;
        since.clear();
    }

    /** Closes the file; with nothing in it to be played it goes. */
    synchronized void closeSaved() throws IOException {
        waiting.clear();
        try {
            close();
        } finally {
            log = null;
            steps = 0;
            Files.deleteIfExists(file);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (log != null) {
            log.close();
        }
    }
}
