package org.tapescript.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tapescript.edit.Edit;
import org.tapescript.edit.History;
import org.tapescript.storage.LineLog;

/** Does again what a journal says was done. */
final class JournalReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String base;
    private final History history;
    private final List<ObjectNode> played = new ArrayList<>();
    private boolean applies;
    /** Whether the lines played are all that the file holds beside its header, in its present form. */
    private boolean isCurrent = true;

    private boolean ended;
    private int done;
    private int undone;
    /** Steps in the file that the project holds as far as is known yet. */
    private final List<Passed> passed = new ArrayList<>();
    /** How many steps of the file the project holds. */
    private int held;

    /** Number of the last step read. */
    private int step;

    /** Whether anything was undone or done again that was done before the journal's beginning. */
    private boolean detached;

    private int lastHeader;
    private Recovery.Reason reason;
    private int stoppedAt;

    private record Passed(int number, LineLog.Line line, ObjectNode entry) {}

    private JournalReader(String base, History history) {
        this.base = base;
        this.history = history;
    }

    /**
     * What was read of a journal.
     *
     * @param played lines that were done again
     * @param isCurrent whether the file can be gone on with as it is
     * @param done steps that can be undone by a further line, and {@code undone} ones that can be done again
     * @param detached whether what is undone from now on is to be written as a whole
     * @param reason why what follows was not done again, from line {@code stoppedAt} on
     */
    record Played(
            List<ObjectNode> played,
            boolean isCurrent,
            int done,
            int undone,
            boolean detached,
            Optional<Recovery.Reason> reason,
            int stoppedAt) {
        /** The same of a journal that lies elsewhere than the one that is gone on with. */
        Played elsewhere() {
            return new Played(played, false, done, undone, detached, reason, stoppedAt);
        }

        Recovery recovery(Path journal) {
            return new Recovery(played.size(), reason.map(r -> new Recovery.Left(journal, r, stoppedAt)));
        }
    }

    /**
     * Plays what was done to a project and never saved.
     *
     * @param base checksum of the project's file
     * @param history of the project as it was read from its file
     * @throws IOException if the journal cannot be read; that it is damaged is a result
     */
    static Played play(Path journal, String base, History history) throws IOException {
        JournalReader reader = new JournalReader(base, history);
        LineLog.Content content = LineLog.read(journal);
        int last = content.lines().size() + content.damaged().size();
        for (LineLog.Line line : content.lines()) {
            reader.line(line, line.number() == last && !content.isWhole());
        }
        return reader.result(content);
    }

    private void line(LineLog.Line line, boolean cut) {
        JsonNode entry;
        try {
            entry = MAPPER.readTree(line.text());
        } catch (JsonProcessingException e) {
            if (!cut) {
                stop(Recovery.Reason.DAMAGED, line.number());
            }
            isCurrent = false;
            return;
        }
        if (entry.path(EditJournal.VERSION).asInt(1) > EditJournal.CURRENT) {
            stop(Recovery.Reason.NEWER, line.number());
        } else if (entry.has(EditJournal.BASE)) {
            lastHeader = entry.has(EditJournal.VERSION) ? line.number() : lastHeader;
            base(entry);
        } else if (entry instanceof ObjectNode object) {
            step(line, object);
        }
        isCurrent &= line.checked();
    }

    private void base(JsonNode entry) {
        if (applies) {
            // A later state of the file was begun, but never came to be: what follows stands on this one. Or it is a
            // copy.
            return;
        }
        applies = entry.path(EditJournal.BASE).asText().equals(base);
        isCurrent &= passed.isEmpty();
        if (applies) {
            held = entry.path(EditJournal.NUMBER).asInt(step);
            passed.stream().filter(p -> p.number() > held).forEach(p -> play(p.line(), p.entry()));
        }
    }

    private void step(LineLog.Line line, ObjectNode entry) {
        step++;
        if (line.checked() && entry.path(EditJournal.NUMBER).asInt() != step) {
            stop(Recovery.Reason.DAMAGED, line.number());
        }
        if (!applies) {
            passed.add(new Passed(step, line, entry));
        } else if (step <= held) {
            isCurrent = false;
        } else {
            play(line, entry);
        }
    }

    private void play(LineLog.Line line, ObjectNode entry) {
        if (ended) {
            return;
        }
        try {
            play(entry, line.checked());
            played.add(entry);
        } catch (RuntimeException e) {
            // Whatever an edit says that was never done: its class checks, it refuses, or there is no such place.
            stop(Recovery.Reason.DAMAGED, line.number());
        }
    }

    private void play(ObjectNode entry, boolean checked) {
        switch (entry.path(EditJournal.STEP).asText()) {
            case EditJournal.UNDO -> undo();
            case EditJournal.REDO -> redo();
            default -> {
                Edit edit = EditShapes.edit(entry.path(EditJournal.EDIT));
                if (!checked
                        && edit.apply(history.current())
                                .malformation(ProjectFile.OVERLAP_MICROS)
                                .isPresent()) {
                    throw new IllegalArgumentException("that cannot have been done");
                }
                if (entry.path(EditJournal.AMENDS).asBoolean()) {
                    amend(edit, entry.path(EditJournal.ABOVE).asInt());
                } else {
                    if (!stepped(entry.path(EditJournal.BY).asText(), edit)) {
                        history.apply(edit);
                    }
                    done++;
                    undone = 0;
                }
            }
        }
    }

    /** Whether a step of an earlier run, undone or done again, led to where an edit leads too. */
    private boolean stepped(String by, Edit edit) {
        boolean isUndo = by.equals(EditJournal.UNDO);
        if (!isUndo && !by.equals(EditJournal.REDO)) {
            return false;
        }
        detached = true;
        if (isUndo ? !history.undo() : !history.redo()) {
            return false;
        }
        if (history.current().equals(edit.apply(history.current()))) {
            return true;
        }
        if (isUndo) {
            history.redo();
        } else {
            history.undo();
        }
        return false;
    }

    private void amend(Edit edit, int above) {
        for (int i = 0; i < above; i++) {
            undo();
        }
        history.amend(edit);
        undone = done == 0 ? 0 : undone;
        for (int i = 0; i < above; i++) {
            redo();
        }
    }

    private void undo() {
        if (!history.undo()) {
            throw new IllegalArgumentException("nothing was done before");
        }
        done--;
        undone++;
    }

    private void redo() {
        if (!history.redo()) {
            throw new IllegalArgumentException("nothing was undone before");
        }
        done++;
        undone--;
    }

    private void stop(Recovery.Reason why, int line) {
        if (!ended) {
            ended = true;
            reason = why;
            stoppedAt = line;
        }
        isCurrent = false;
    }

    private Played result(LineLog.Content content) {
        for (int damaged : content.damaged()) {
            isCurrent = false;
            if (damaged > Math.max(lastHeader, EditJournal.HEADERS)) {
                // What follows stands on an edit that is not known. Of the header there are copies.
                stop(Recovery.Reason.DAMAGED, damaged);
            }
        }
        if (!applies
                && reason == null
                && (!passed.isEmpty() || !content.damaged().isEmpty())) {
            stop(
                    passed.isEmpty() ? Recovery.Reason.DAMAGED : Recovery.Reason.OTHER_STATE,
                    passed.isEmpty()
                            ? content.damaged().get(0)
                            : passed.get(0).line().number());
        }
        return new Played(
                List.copyOf(played),
                isCurrent && applies && content.isWhole(),
                done,
                undone,
                detached,
                Optional.ofNullable(reason),
                stoppedAt);
    }
}
