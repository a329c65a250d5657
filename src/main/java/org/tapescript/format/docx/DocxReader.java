package org.tapescript.format.docx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.tapescript.domain.Block.Style;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;

/** The paragraphs of a Word document, those in tables too. */
public final class DocxReader implements TranscriptReader {
    /** Repetitive text packs better than POI's guard against zip bombs allows. */
    private static final double LEAST_INFLATE_RATIO = 0.001;

    @Override
    public boolean reads(TranscriptFile file) {
        return file.begins("PK\003") || file.isNamed("docx");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        ZipSecureFile.setMinInflateRatio(LEAST_INFLATE_RATIO);
        DocumentBuilder builder = new DocumentBuilder(file.name());
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file.bytes()))) {
            for (IBodyElement element : document.getBodyElements()) {
                add(element, builder);
            }
        } catch (IOException | RuntimeException e) {
            // POI reports damaged packages by a dozen unchecked exceptions of its own and of XMLBeans.
            throw file.unreadable("it is not a Word document, or a damaged one; save it anew as .docx", e);
        }
        return builder.build();
    }

    private static void add(IBodyElement element, DocumentBuilder builder) {
        if (element instanceof XWPFParagraph paragraph) {
            paragraph(paragraph, builder);
        } else if (element instanceof XWPFTable table) {
            for (XWPFTableRow row : table.getRows()) {
                for (XWPFTableCell cell : row.getTableCells()) {
                    cell.getBodyElements().forEach(e -> add(e, builder));
                }
            }
        }
    }

    private static void paragraph(XWPFParagraph paragraph, DocumentBuilder builder) {
        builder.endParagraph();
        builder.style(style(paragraph.getStyle()));
        for (XWPFRun run : paragraph.getRuns()) {
            String text = run.text();
            if (text != null) {
                builder.append(text.replace('\n', ' ').replace('\t', ' '), run.isBold(), run.isItalic());
            }
        }
        builder.endParagraph();
    }

    private static Style style(String id) {
        String name = id == null ? "" : id.toLowerCase(Locale.ROOT);
        if (name.startsWith("heading")
                || name.equals("title")
                || name.equals("subtitle")
                || name.startsWith("berschrift")) {
            return Style.HEADING;
        }
        if (name.contains("caption")) {
            return Style.CAPTION;
        }
        return name.contains("quote") ? Style.QUOTE : Style.PLAIN;
    }
}
