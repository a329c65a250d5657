package org.tapescript.edit;

import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;

/** Says that the doubts about a line are settled: the text's, and those about its speaker. */
public record DismissDoubt(int line) implements Edit {
    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        Transcript t = before.transcript();
        Transcript settled = new Transcript(
                t.name(),
                t.text(),
                t.paragraphs(),
                t.doubts().stream().filter(d -> d.line() != line).toList(),
                t.hints());
        return before.withText(settled, before.turns())
                .withTurns(
                        before.turns(),
                        before.untranscribed(),
                        before.speakerDoubts().stream()
                                .filter(d -> d.line() != line)
                                .toList());
    }
}
