package org.tapescript.format.plain;

import java.io.IOException;
import java.io.Writer;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.format.ClockTime;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.Piece;
import org.tapescript.format.PrintedText;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;

/**
 * Readable text: a paragraph a turn, with the time at which it begins and the speaker. As it was published, if that is asked for: then
 * what nobody spoke stands where it stood.
 */
public final class PlainWriter extends TextWriter {
    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        PrintedText printed = new PrintedText(transcript);
        for (Piece piece : Texts.inOrder(transcript)) {
            if (piece instanceof Piece.Spoken spoken) {
                Turn turn = spoken.turn();
                String time = turn.span()
                        .map(TimeSpan::startSeconds)
                        .map(ClockTime::seconds)
                        .orElse("--:--:--");
                out.write("[" + time + "] " + Texts.oneLine(turn.speaker()) + ": "
                        + String.join("\n\n", printed.texts(turn)) + "\n\n");
            } else if (piece instanceof Piece.Unspoken unspoken && options.published()) {
                Paragraph p = unspoken.paragraph();
                out.write(p.place().of(transcript.transcript().text()).strip() + "\n\n");
            }
        }
    }
}
