package org.tapescript.workflow;

import java.util.Optional;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.SpeakerDoubt;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;

/** Gives a speaker another name, everywhere. A name that another speaker has makes both one. */
public final class RenameSpeaker {
    private RenameSpeaker() {}

    /** @return nothing if there is no such speaker */
    public static Optional<SyncedTranscript> run(SyncedTranscript t, String from, String to) {
        boolean known = t.turns().stream().anyMatch(turn -> turn.speaker().equals(from));
        if (!known) {
            return Optional.empty();
        }
        Transcript text = new Transcript(
                t.transcript().name(),
                t.transcript().text(),
                t.transcript().paragraphs().stream()
                        .map(p -> new Paragraph(
                                p.line(),
                                p.place(),
                                p.kind(),
                                p.speaker().map(s -> name(s, from, to)),
                                p.notes(),
                                p.label()))
                        .toList(),
                t.transcript().doubts(),
                t.transcript().hints());
        return Optional.of(new SyncedTranscript(
                t.language(),
                t.recordings(),
                text,
                t.turns().stream()
                        .map(turn -> new Turn(
                                turn.id(),
                                name(turn.speaker(), from, to),
                                turn.line(),
                                turn.speakerIsManual(),
                                turn.speakerConfidence(),
                                turn.words()))
                        .toList(),
                t.untranscribed().stream()
                        .map(s -> new StraySpeech(s.time(), s.speaker().map(n -> name(n, from, to)), s.overlapsWords()))
                        .toList(),
                t.speakerDoubts().stream()
                        .map(d -> new SpeakerDoubt(
                                d.line(),
                                d.seconds(),
                                name(d.speaker(), from, to),
                                name(d.other(), from, to),
                                d.probability(),
                                d.reason().replace(from, to)))
                        .toList(),
                t.match()));
    }

    private static String name(String speaker, String from, String to) {
        return speaker.equals(from) ? to : speaker;
    }
}
