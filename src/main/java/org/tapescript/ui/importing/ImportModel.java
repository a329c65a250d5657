package org.tapescript.ui.importing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.Transcript;

/** How a transcript was understood, and what a user says instead, paragraph by paragraph. */
public final class ImportModel {
    private final ReadOnlyObjectWrapper<Transcript> transcript = new ReadOnlyObjectWrapper<>();

    public ImportModel(Transcript understood) {
        transcript.set(understood);
    }

    public ReadOnlyObjectProperty<Transcript> transcriptProperty() {
        return transcript.getReadOnlyProperty();
    }

    public Transcript transcript() {
        return transcript.get();
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

    /** Somebody speaks the turn of a paragraph; turns that follow without printed names go on alternating. */
    public void isSpokenBy(int index, String speaker) {
        List<Paragraph> paragraphs = new ArrayList<>(transcript().paragraphs());
        int opening = index;
        while (opening > 0 && paragraphs.get(opening).kind() != ParagraphKind.TURN) {
            opening--;
        }
        set(paragraphs, opening, ParagraphKind.TURN, Optional.of(speaker));
        alternate(paragraphs, opening + 1);
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
                .orElse(speaker.isEmpty() ? "Interviewer" : "Guest");
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
        transcript.set(new Transcript(t.name(), t.text(), paragraphs, t.doubts(), t.hints()));
    }
}
