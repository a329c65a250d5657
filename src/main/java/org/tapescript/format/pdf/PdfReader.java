package org.tapescript.format.pdf;

import java.io.IOException;
import java.io.StringWriter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;

/** The text layer of a PDF, page by page in lines, as Apache PDFBox finds it; pages that are pictures have none. */
public final class PdfReader implements TranscriptReader {
    private static final int MOST_PAGES = 3000;

    @Override
    public boolean reads(TranscriptFile file) {
        return file.begins("%PDF-") || file.isNamed("pdf") && file.contains("%PDF-");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws IOException {
        DocumentBuilder builder = new DocumentBuilder(file.name());
        boolean any = false;
        try (PDDocument document = Loader.loadPDF(
                file.bytes(), "", null, null, MemoryUsageSetting.setupMainMemoryOnly(256 << 20).streamCache)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            stripper.setParagraphStart("");
            stripper.setPageEnd("");
            for (int page = 1; page <= Math.min(MOST_PAGES, document.getNumberOfPages()); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                StringWriter text = new StringWriter();
                stripper.writeText(document, text);
                builder.page(page);
                builder.lines(text.toString().replace("\u00ad\n", "").stripTrailing());
                any |= text.toString().chars().anyMatch(Character::isLetterOrDigit);
            }
        } catch (InvalidPasswordException e) {
            throw file.unreadable("it is a PDF behind a password; save it without one", e);
        } catch (IOException | RuntimeException e) {
            // Damaged objects show themselves by unchecked exceptions of many kinds.
            throw file.unreadable("it is a PDF that is damaged", e);
        }
        if (!any) {
            throw file.unreadable(
                    "it is a PDF without text, of pictures of pages; have its text recognised (OCR) first");
        }
        return builder.build();
    }
}
