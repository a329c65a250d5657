package org.tapescript.format.html;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.HtmlText;
import org.tapescript.format.Piece;
import org.tapescript.format.PrintedText;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;

/**
 * An interactive transcript as Hyperaudio has it: words in spans with their start ({@code data-m}) and length ({@code data-d}) in
 * milliseconds. A word without a time has neither; unspoken text is marked so.
 */
public final class HtmlWriter extends TextWriter {
    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        String title = HtmlText.escape(Texts.oneLine(Texts.title(transcript)));
        out.write("<!DOCTYPE html>\n<html lang=\"" + HtmlText.escape(Texts.languageTag(transcript))
                + "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title + "</title>\n</head>\n<body>\n");
        if (!transcript.recordings().isEmpty()) {
            out.write("<audio id=\"hyperplayer\" controls src=\""
                    + HtmlText.escape(Texts.fileName(transcript.recordings().get(0))) + "\"></audio>\n");
        }
        out.write("<div id=\"hypertranscript\" class=\"hyperaudio-transcript\">\n<article>\n<section>\n");
        PrintedText printed = new PrintedText(transcript);
        for (Piece piece : Texts.inOrder(transcript)) {
            if (piece instanceof Piece.Spoken spoken) {
                Turn turn = spoken.turn();
                turn(turn, printed, out);
            } else if (piece instanceof Piece.Unspoken unspoken) {
                Paragraph p = unspoken.paragraph();
                out.write("<p class=\"unspoken " + p.kind().label() + "\">"
                        + HtmlText.escape(p.place().of(transcript.transcript().text())) + "</p>\n");
            }
        }
        out.write("</section>\n</article>\n</div>\n</body>\n</html>\n");
    }

    private static void turn(Turn turn, PrintedText printed, Writer out) throws IOException {
        out.write("<p>");
        long start = turn.span().map(TimeSpan::startMicros).orElse(-1L);
        out.write("<span class=\"speaker\"" + (start < 0 ? "" : " data-m=\"" + start / 1000 + "\" data-d=\"0\"") + ">"
                + HtmlText.escape(turn.speaker()) + ": </span>");
        for (List<PrintedText.Part> paragraph : printed.paragraphs(turn)) {
            for (PrintedText.Part part : paragraph) {
                if (part.word().isPresent()) {
                    out.write("<span" + time(part.word().get()) + ">" + HtmlText.escape(part.text()) + " </span>");
                } else if (part.isPrinted()) {
                    out.write("<span class=\"unspoken\">"
                            + HtmlText.escape(part.text().strip()) + " </span>");
                }
            }
        }
        out.write("</p>\n");
    }

    private static String time(Word word) {
        return word.span()
                .map(s -> " data-m=\"" + Math.round(s.startMicros() / 1000.0) + "\" data-d=\""
                        + Math.round((s.endMicros() - s.startMicros()) / 1000.0) + "\"")
                .orElse("");
    }
}
