package org.tapescript.format.pdf;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.stream.Collectors;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.format.ClockTime;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.HtmlText;
import org.tapescript.format.Piece;
import org.tapescript.format.PrintedText;
import org.tapescript.format.Texts;
import org.tapescript.format.TranscriptWriter;

/** A manuscript to be printed on A4: wide margins, page numbers, speakers and times. */
public final class PdfWriter implements TranscriptWriter {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans";
    private static final String CSS = """
            @page { size: A4; margin: 25mm 30mm 25mm 25mm;
              @bottom-right { content: counter(page) " / " counter(pages); font-family: DejaVu; font-size: 8pt; color: #666666; } }
            body { font-family: DejaVu; font-size: 10.5pt; line-height: 1.5; }
            h1 { font-size: 16pt; } h2 { font-size: 12.5pt; }
            p { margin: 0 0 8pt 0; orphans: 2; widows: 2; }
            .speaker { font-weight: bold; } .time { font-size: 8pt; color: #666666; }
            .unspoken { color: #666666; font-size: 9.5pt; }
            """;

    static {
        PdfLogs.off();
        XRLog.setLoggingEnabled(false);
    }

    @Override
    public void write(SyncedTranscript transcript, ExportOptions options, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.useFont(() -> font(".ttf"), "DejaVu", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("-Bold.ttf"), "DejaVu", 700, FontStyle.NORMAL, true);
        builder.withHtmlContent(html(transcript), null);
        builder.withProducer(OwnText.PRODUCER);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            OwnText.attach(renderer.getPdfDocument(), transcript, options);
            renderer.getPdfDocument().save(out);
        }
    }

    private static InputStream font(String style) {
        return PdfWriter.class.getResourceAsStream(FONTS + style);
    }

    private static String html(SyncedTranscript transcript) {
        StringBuilder html = new StringBuilder("<html><head><title>");
        String title = HtmlText.escape(Texts.oneLine(Texts.documentTitle(transcript)));
        html.append(title).append("</title><style>").append(CSS).append("</style></head><body><h1>");
        html.append(title).append("</h1>");
        PrintedText printed = new PrintedText(transcript);
        for (Piece piece : Texts.belowTitle(transcript)) {
            if (piece instanceof Piece.Spoken spoken) {
                Turn turn = spoken.turn();
                String time = turn.span()
                        .map(TimeSpan::startSeconds)
                        .map(ClockTime::seconds)
                        .orElse("–");
                html.append("<p><span class=\"speaker\">")
                        .append(HtmlText.escape(Texts.oneLine(turn.speaker())))
                        .append("</span> <span class=\"time\">")
                        .append(time)
                        .append("</span> ")
                        .append(printed.texts(turn).stream()
                                .map(HtmlText::escape)
                                .collect(Collectors.joining("</p><p>")))
                        .append("</p>");
            } else if (piece instanceof Piece.Unspoken unspoken) {
                Paragraph p = unspoken.paragraph();
                String tag = p.kind() == ParagraphKind.HEADING ? "h2" : "p";
                html.append('<').append(tag).append(" class=\"unspoken\">");
                html.append(HtmlText.escape(
                        Texts.oneLine(p.place().of(transcript.transcript().text()))));
                html.append("</").append(tag).append('>');
            }
        }
        return html.append("</body></html>").toString();
    }
}
