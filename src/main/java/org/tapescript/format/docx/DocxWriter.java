package org.tapescript.format.docx;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.format.ClockTime;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.Piece;
import org.tapescript.format.PrintedText;
import org.tapescript.format.Texts;
import org.tapescript.format.TranscriptWriter;

/**
 * A Word document (ECMA-376) to be printed or worked on: a paragraph a turn, with the speaker and the time, in styles of their own, each of
 * which can be changed in one place.
 */
public final class DocxWriter implements TranscriptWriter {
    private static final String TITLE = "Title";
    private static final String HEADING = "Heading1";
    private static final String TURN = "Turn";
    private static final String UNSPOKEN = "Unspoken";
    private static final String SPEAKER = "Speaker";
    private static final String TIMECODE = "Timecode";

    @Override
    public void write(SyncedTranscript transcript, ExportOptions options, OutputStream out) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            styles(document.createStyles());
            document.getProperties().getCoreProperties().setTitle(clean(Texts.documentTitle(transcript)));
            document.getProperties().getCoreProperties().setCreator("Tapescript");
            document.getProperties().getCoreProperties().setCreated(Optional.empty());
            paragraph(document, TITLE, Texts.documentTitle(transcript));
            DocxComments comments = new DocxComments(document, new TranscriptIndex(transcript).comments());
            PrintedText printed = new PrintedText(transcript);
            for (Piece piece : Texts.belowTitle(transcript)) {
                if (piece instanceof Piece.Spoken spoken) {
                    Turn turn = spoken.turn();
                    turn(document, turn, printed.paragraphs(turn), comments);
                } else if (piece instanceof Piece.Unspoken unspoken) {
                    Paragraph p = unspoken.paragraph();
                    paragraph(
                            document,
                            p.kind() == ParagraphKind.HEADING ? HEADING : unspoken(p.kind()),
                            p.place().of(transcript.transcript().text()));
                }
            }
            document.write(out);
        }
    }

    private static void turn(
            XWPFDocument document, Turn turn, List<List<PrintedText.Part>> paragraphs, DocxComments comments) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(TURN);
        run(paragraph, SPEAKER, Texts.oneLine(turn.speaker()) + ":");
        String time =
                turn.span().map(TimeSpan::startSeconds).map(ClockTime::seconds).orElse("");
        if (!time.isEmpty()) {
            run(paragraph, null, " ");
            run(paragraph, TIMECODE, "[" + time + "]");
        }
        run(paragraph, null, " ");
        words(paragraph, paragraphs.get(0), comments);
        for (List<PrintedText.Part> more : paragraphs.subList(1, paragraphs.size())) {
            XWPFParagraph next = document.createParagraph();
            next.setStyle(TURN);
            words(next, more, comments);
        }
    }

    /** A paragraph in as few runs as comments leave. */
    private static void words(XWPFParagraph paragraph, List<PrintedText.Part> parts, DocxComments comments) {
        StringBuilder open = new StringBuilder();
        for (PrintedText.Part part : parts) {
            Optional<Word> word = part.word();
            if (word.filter(comments::begins).isPresent()) {
                flush(paragraph, open);
                comments.begin(word.get(), paragraph);
            }
            open.append(part.text());
            if (word.filter(comments::ends).isPresent()) {
                flush(paragraph, open);
                comments.end(word.get(), paragraph);
            }
        }
        flush(paragraph, open);
    }

    private static void flush(XWPFParagraph paragraph, StringBuilder open) {
        if (!open.isEmpty()) {
            run(paragraph, null, open.toString());
            open.setLength(0);
        }
    }

    private static void run(XWPFParagraph paragraph, String style, String text) {
        XWPFRun run = paragraph.createRun();
        if (style != null) {
            run.setStyle(style);
        }
        run.setText(clean(text));
    }

    private static void paragraph(XWPFDocument document, String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        run(paragraph, null, Texts.oneLine(text));
    }

    /** A style for each kind of what nobody says, by which it is known when the document is read again. */
    private static String unspoken(ParagraphKind kind) {
        return UNSPOKEN + "-" + kind.label();
    }

    private static void styles(XWPFStyles styles) {
        style(styles, TITLE, STStyleType.PARAGRAPH, 36, true, false, null);
        style(styles, HEADING, STStyleType.PARAGRAPH, 28, true, false, null);
        style(styles, TURN, STStyleType.PARAGRAPH, 24, false, false, null);
        for (ParagraphKind kind : ParagraphKind.values()) {
            if (!kind.isSpoken() && kind != ParagraphKind.HEADING) {
                style(styles, unspoken(kind), STStyleType.PARAGRAPH, 22, false, true, "666666");
            }
        }
        style(styles, SPEAKER, STStyleType.CHARACTER, 24, true, false, null);
        style(styles, TIMECODE, STStyleType.CHARACTER, 18, false, false, "666666");
    }

    private static void style(
            XWPFStyles styles,
            String id,
            STStyleType.Enum type,
            int halfPoints,
            boolean bold,
            boolean italic,
            String colour) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal(id.equals(HEADING) ? "heading 1" : id);
        style.setType(type);
        style.addNewQFormat();
        if (type == STStyleType.PARAGRAPH) {
            var format = style.addNewPPr();
            var spacing = format.addNewSpacing();
            spacing.setAfter(BigInteger.valueOf(160));
            spacing.setLine(BigInteger.valueOf(300));
            if (id.equals(HEADING)) {
                format.addNewOutlineLvl().setVal(BigInteger.ZERO);
            }
        }
        var text = style.addNewRPr();
        text.addNewSz().setVal(BigInteger.valueOf(halfPoints));
        if (bold) {
            text.addNewB();
        }
        if (italic) {
            text.addNewI();
        }
        if (colour != null) {
            text.addNewColor().setVal(colour);
        }
        styles.addStyle(new XWPFStyle(style));
    }

    /** What XML cannot hold, no Word document can. */
    static String clean(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd")
                .replaceAll("[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]", "\ufffd");
    }
}
