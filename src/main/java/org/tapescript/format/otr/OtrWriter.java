package org.tapescript.format.otr;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.HtmlText;
import org.tapescript.format.JsonText;
import org.tapescript.format.Piece;
import org.tapescript.format.PrintedText;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;

/**
 * oTranscribe's own format (import.js and export.js of its source): JSON that holds HTML, a timestamp before each turn, unspoken text in
 * italics.
 */
public final class OtrWriter extends TextWriter {
    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        StringBuilder html = new StringBuilder();
        PrintedText printed = new PrintedText(transcript);
        for (Piece piece : Texts.inOrder(transcript)) {
            if (piece instanceof Piece.Spoken spoken) {
                Turn turn = spoken.turn();
                html.append("<p>");
                turn.span().map(TimeSpan::startSeconds).ifPresent(s -> html.append(stamp(s)));
                html.append("<b>").append(HtmlText.escape(turn.speaker())).append(":</b> ");
                html.append(HtmlText.escape(printed.of(turn))).append("</p>");
            } else if (piece instanceof Piece.Unspoken unspoken) {
                Paragraph p = unspoken.paragraph();
                html.append("<p><i>")
                        .append(HtmlText.escape(
                                p.place().of(transcript.transcript().text())))
                        .append("</i></p>");
            }
        }
        JsonGenerator json = JsonText.begin(out);
        json.writeStartObject();
        json.writeStringField("text", html.toString());
        json.writeStringField(
                "media",
                transcript.recordings().isEmpty()
                        ? ""
                        : Texts.fileName(transcript.recordings().get(0)));
        json.writeNumberField("media-time", 0);
        json.writeEndObject();
        JsonText.end(json, out);
    }

    private static String stamp(double seconds) {
        long s = (long) seconds;
        String shown = s >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60)
                : String.format(Locale.ROOT, "%02d:%02d", s / 60, s % 60);
        return "<span class=\"timestamp\" contenteditable=\"false\" data-timestamp=\"" + JsonText.thousandths(seconds)
                + "\">" + shown + "</span> ";
    }
}
