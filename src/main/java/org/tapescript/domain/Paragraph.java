package org.tapescript.domain;

import java.util.List;
import java.util.Optional;

/**
 * A paragraph of the transcript, as it was understood.
 *
 * @param line its first line, counted from 1; in DOCX and HTML its number among the paragraphs
 * @param place its text, without the spaces around it
 * @param kind what it is
 * @param speaker who says it; empty unless it is spoken
 * @param notes bracketed notes and stage directions in it, which nobody says
 * @param label the dash, name or time that opens the turn, if any; not spoken. Empty at the place's beginning where the file gives the
 *     speaker beside the text
 */
public record Paragraph(
        int line,
        CharSpan place,
        ParagraphKind kind,
        Optional<String> speaker,
        List<CharSpan> notes,
        Optional<CharSpan> label) {
    public Paragraph {
        notes = List.copyOf(notes);
        if (kind.isSpoken() != speaker.isPresent()) {
            throw new IllegalArgumentException(
                    "line " + line + ": a speaker belongs to spoken paragraphs, and only there");
        }
    }

    /** Whether the file itself says who speaks: by a name in the text, not by a mere dash, or beside the text. */
    public boolean isNamed(String text) {
        return label.map(l -> l.start() == l.end() || l.of(text).chars().anyMatch(Character::isLetter))
                .orElse(false);
    }
}
