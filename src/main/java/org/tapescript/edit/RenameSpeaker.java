package org.tapescript.edit;

import java.util.List;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.SpeakerDoubt;
import org.tapescript.domain.SpeakerNames;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;

/**
 * Gives a speaker another name, everywhere. A name that another speaker has makes both one.
 *
 * @param lasts whether what two say who become one is that one's by hand, as voices that were told apart once would be told apart again;
 *     in journals of earlier versions it is not
 */
public record RenameSpeaker(String from, String to, boolean lasts) implements Edit {
    public RenameSpeaker {
        if (to.isBlank()) {
            throw new RefusedEditException(Refusal.NO_NAME);
        }
    }

    public RenameSpeaker(String from, String to) {
        this(from, to, true);
    }

    @Override
    public SyncedTranscript apply(SyncedTranscript t) {
        if (!SpeakerNames.of(t).contains(from)) {
            throw new RefusedEditException(Refusal.NO_SPEAKER);
        }
        boolean merges = lasts
                && !to.equals(from)
                && t.turns().stream().anyMatch(turn -> turn.speaker().equals(to));
        Transcript text = new Transcript(
                t.transcript().name(),
                t.transcript().text(),
                t.transcript().paragraphs().stream()
                        .map(p -> new Paragraph(
                                p.line(), p.place(), p.kind(), p.speaker().map(s -> name(s)), p.notes(), p.label()))
                        .toList(),
                t.transcript().doubts(),
                t.transcript().hints());
        List<Turn> turns = t.turns().stream()
                .map(turn -> new Turn(
                        turn.id(),
                        name(turn.speaker()),
                        turn.line(),
                        turn.speakerIsManual() || merges && name(turn.speaker()).equals(to),
                        turn.speakerConfidence(),
                        turn.words()))
                .toList();
        return t.withText(text, turns)
                .withTurns(
                        turns,
                        t.untranscribed().stream()
                                .map(s -> new StraySpeech(s.time(), s.speaker().map(n -> name(n)), s.overlapsWords()))
                                .toList(),
                        t.speakerDoubts().stream()
                                .map(d -> new SpeakerDoubt(
                                        d.line(),
                                        d.seconds(),
                                        name(d.speaker()),
                                        name(d.other()),
                                        d.probability(),
                                        d.reasons().stream()
                                                .map(r -> r.renamed(from, to))
                                                .toList()))
                                .toList());
    }

    private String name(String speaker) {
        return speaker.equals(from) ? to : speaker;
    }
}
