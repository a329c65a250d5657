package org.tapescript.ui.importing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.Reading.Part;
import org.tapescript.domain.SpeakerNames;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Understanding;
import org.tapescript.format.ReadOptions;
import org.tapescript.text.structure.Instructions;
import org.tapescript.text.structure.Scheme;
import org.tapescript.workflow.ImportTranscript;

/**
 * How a transcript was understood, and what a user says instead: of the whole file, which is read anew then, or paragraph by paragraph. All
 * of it can be undone.
 */
public final class ImportModel {
    /** Reads the transcript's file as the user says. */
    public interface Reading {
        Understanding read(ReadOptions options, Instructions told) throws IOException;
    }

    private record State(Understanding understanding, Transcript transcript, ReadOptions options, Instructions told) {}

    private final ReadOnlyObjectWrapper<Transcript> transcript = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final Deque<State> earlier = new ArrayDeque<>();
    private final Reading reading;
    private State state;

    /** @throws IOException if the file cannot be read */
    public ImportModel(Reading reading) throws IOException {
        this.reading = reading;
        Understanding first = reading.read(ReadOptions.FIND, Instructions.NONE);
        this.state = new State(first, first.transcript(), ReadOptions.FIND, Instructions.NONE);
        transcript.set(first.transcript());
    }

    /** Of a transcript file. */
    public static ImportModel of(Path file) throws IOException {
        return new ImportModel((options, told) -> ImportTranscript.understand(file, options, told));
    }

    public ReadOnlyObjectProperty<Transcript> transcriptProperty() {
        return transcript.getReadOnlyProperty();
    }

    public Transcript transcript() {
        return transcript.get();
    }

    /** How the file was read, and what was found to mark turns. */
    public Understanding understanding() {
        return state.understanding;
    }

    /** What marks turns, if the user said so. */
    public Optional<Scheme> mark() {
        return state.told.mark();
    }

    /** Something else marks turns; nothing said, it is found. */
    public void marks(Optional<Scheme> mark) throws IOException {
        reread(state.options, state.told.withMark(mark));
    }

    /** The text is encoded otherwise. */
    public void encoding(Charset encoding) throws IOException {
        ReadOptions o = state.options;
        reread(new ReadOptions(Optional.of(encoding), o.columns(), o.tiers()), state.told);
    }

    /** Other tiers or columns hold what is said; none, they are found. */
    public void choose(Part part, List<String> chosen) throws IOException {
        ReadOptions o = state.options;
        boolean columns = part == Part.COLUMN;
        reread(
                new ReadOptions(o.encoding(), columns ? chosen : o.columns(), columns ? o.tiers() : chosen),
                new Instructions(state.told.names(), state.told.mark(), columns ? chosen : state.told.columns()));
    }

    private void reread(ReadOptions options, Instructions told) throws IOException {
        Understanding again = reading.read(options, told);
        change(new State(again, again.transcript(), options, told));
    }

    private void change(State next) {
        earlier.push(state);
        show(next);
    }

    private void show(State next) {
        state = next;
        undoable.set(!earlier.isEmpty());
        transcript.set(next.transcript);
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** Takes the last change back. */
    public void undo() {
        if (!earlier.isEmpty()) {
            show(earlier.pop());
        }
    }

    /** The next paragraph behind one about which something is doubted, from the beginning again behind the last; -1 if there is none. */
    public int nextDoubt(int from) {
        Set<Integer> lines = new HashSet<>();
        transcript().doubts().forEach(d -> lines.add(d.line()));
        List<Paragraph> paragraphs = transcript().paragraphs();
        for (int i = 1; i <= paragraphs.size(); i++) {
            int at = Math.floorMod(from + i, paragraphs.size());
            if (lines.contains(paragraphs.get(at).line())) {
                return at;
            }
        }
        return -1;
    }

    /** Speakers in the order in which they first speak. */
    public List<String> speakers() {
        Set<String> names = new LinkedHashSet<>();
        transcript().paragraphs().forEach(p -> p.speaker().ifPresent(names::add));
        return List.copyOf(names);
    }

    /** What is doubted about a paragraph. */
    public Optional<Doubt> doubt(Paragraph p) {
        return transcript().doubts().stream().filter(d -> d.line() == p.line()).findFirst();
    }

    /** A paragraph opens a turn, of whoever did not speak before; later turns without printed names go on alternating. */
    public void opensTurn(int index) {
        List<Paragraph> paragraphs = new ArrayList<>(transcript().paragraphs());
        String before = speakerBefore(paragraphs, index);
        set(paragraphs, index, ParagraphKind.TURN, Optional.of(other(before)));
        alternate(paragraphs, index + 1);
        publish(paragraphs);
    }

    /** A paragraph goes on with the turn before it. */
    public void goesOn(int index) {
        List<Paragraph> paragraphs = new ArrayList<>(transcript().paragraphs());
        if (paragraphs.subList(0, index).stream().noneMatch(p -> p.kind().isSpoken())) {
            return;
        }
        set(paragraphs, index, ParagraphKind.CONTINUATION, Optional.of(speakerBefore(paragraphs, index)));
        alternate(paragraphs, index + 1);
        publish(paragraphs);
    }

    /** A paragraph is not spoken. */
    public void isNotSpoken(int index, ParagraphKind kind) {
        List<Paragraph> paragraphs = new ArrayList<>(transcript().paragraphs());
        boolean opened = paragraphs.get(index).kind() == ParagraphKind.TURN;
        set(paragraphs, index, kind, Optional.empty());
        if (opened) {
            alternate(paragraphs, index + 1);
        }
        publish(paragraphs);
    }

    /** Somebody speaks the turn of a paragraph, or one that begins with it if nobody did; turns that follow without printed names go on alternating. */
    public void isSpokenBy(int index, String speaker) {
        List<Paragraph> paragraphs = new ArrayList<>(transcript().paragraphs());
        int opening = index;
        boolean goesOn = paragraphs.get(index).kind() == ParagraphKind.CONTINUATION;
        while (goesOn && opening > 0 && paragraphs.get(opening).kind() != ParagraphKind.TURN) {
            opening--;
        }
        set(paragraphs, opening, ParagraphKind.TURN, Optional.of(speaker));
        alternate(paragraphs, opening + 1);
        publish(paragraphs);
    }

    /** Somebody has another name, everywhere; if others have it already, in whatever case, they are one. */
    public void rename(String speaker, String typed) {
        List<String> others = new ArrayList<>(speakers());
        others.remove(speaker);
        String name = SpeakerNames.meantOrNew(others, typed);
        List<Paragraph> paragraphs = new ArrayList<>(transcript().paragraphs());
        for (int i = 0; i < paragraphs.size(); i++) {
            if (paragraphs.get(i).speaker().filter(speaker::equals).isPresent()) {
                set(paragraphs, i, paragraphs.get(i).kind(), Optional.of(name));
            }
        }
        publish(paragraphs);
    }

    private String speakerBefore(List<Paragraph> paragraphs, int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (paragraphs.get(i).speaker().isPresent()) {
                return paragraphs.get(i).speaker().get();
            }
        }
        return "";
    }

    private String other(String speaker) {
        return speakers().stream()
                .filter(s -> !s.equals(speaker))
                .findFirst()
                .orElse(speaker.isEmpty() ? SpeakerNames.INTERVIEWER : SpeakerNames.GUEST);
    }

    private static void set(List<Paragraph> paragraphs, int index, ParagraphKind kind, Optional<String> speaker) {
        Paragraph p = paragraphs.get(index);
        paragraphs.set(index, new Paragraph(p.line(), p.place(), kind, speaker, p.notes(), p.label()));
    }

    private void alternate(List<Paragraph> paragraphs, int from) {
        for (int i = from; i < paragraphs.size(); i++) {
            Paragraph p = paragraphs.get(i);
            if (p.kind() == ParagraphKind.TURN) {
                if (hasPrintedName(p)) {
                    return;
                }
                set(paragraphs, i, p.kind(), Optional.of(other(speakerBefore(paragraphs, i))));
            } else if (p.kind() == ParagraphKind.CONTINUATION) {
                String before = speakerBefore(paragraphs, i);
                set(
                        paragraphs,
                        i,
                        before.isEmpty() ? ParagraphKind.TURN : p.kind(),
                        Optional.of(before.isEmpty() ? other("") : before));
            }
        }
    }

    private boolean hasPrintedName(Paragraph p) {
        return p.isNamed(transcript().text());
    }

    private void publish(List<Paragraph> paragraphs) {
        Transcript t = transcript();
        Transcript next = new Transcript(t.name(), t.text(), paragraphs, t.doubts(), t.hints(), t.remarks());
        change(new State(state.understanding, next, state.options, state.told));
    }
}
