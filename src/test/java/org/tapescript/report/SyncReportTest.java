package org.tapescript.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Timing;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.edit.MarkUnspoken;
import org.tapescript.support.Transcripts;

class SyncReportTest {
    private static SyncReport report(SyncedTranscript t) {
        return SyncReport.of(new TranscriptIndex(t));
    }

    @Test
    void passagesAreTheLongestFirstAndSayWhatTheyAre() {
        SyncedTranscript t = Transcripts.of(
                List.of("A", "B"), "one two three four", "five six seven eight nine ten", "eleven twelve");
        t = new MarkUnspoken(t.turns().get(0).words().get(0).place().start(), ParagraphKind.CAPTION.label()).apply(t);
        SyncedTranscript unplaced = t.withTurns(t.turns().stream()
                .map(turn -> turn.speaker().equals("B")
                        ? turn.withWords(turn.words().stream()
                                .map(w -> w.withTiming(Timing.UNALIGNED))
                                .toList())
                        : turn)
                .toList());
        SyncReport report = report(unplaced);
        assertThat(report.unspoken())
                .extracting(
                        SyncReport.Passage::words,
                        p -> p.kind().map(ParagraphKind::label).orElse("not found"))
                .containsExactly(tuple(6, "not found"), tuple(4, ParagraphKind.CAPTION.label()));
        assertThat(report.notFound()).isEqualTo(6);
        assertThat(SyncReport.notHeard(new TranscriptIndex(unplaced))).hasSize(1);
    }
}
