package org.tapescript.format.plain;

import java.io.IOException;
import java.io.Writer;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.format.ClockTime;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.TextWriter;

/** Readable text: a paragraph a turn, with the time at which it begins and the speaker. */
public final class PlainWriter extends TextWriter {
    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        for (Turn turn : transcript.turns()) {
            if (turn.words().isEmpty()) {
                continue;
            }
            String time = turn.span()
                    .map(TimeSpan::startSeconds)
                    .map(ClockTime::seconds)
                    .orElse("--:--:--");
            out.write("[" + time + "] " + turn.speaker() + ": ");
            out.write(String.join(" ", turn.words().stream().map(Word::text).toList()) + "\n\n");
        }
    }
}
