package org.tapescript.format.pdf;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.markdown.MarkdownReader;

/** The text layer of a PDF, page by page in lines, as Apache PDFBox finds it; pages that are pictures have none. */
public final class PdfReader implements TranscriptReader {
    private static final int MAXIMUM_PAGES = 3000;
    /** A page without columns has about as many lines in either order. */
    private static final double ONE_COLUMN = 0.75;

    static {
        PdfLogs.off();
    }

    /** At the end of a line, where it divides a word, or ends a dash. */
    private static final Pattern SOFT_HYPHEN = Pattern.compile("(?<=\\p{L})\u00ad\\n|(?<!\\p{L})\u00ad(?=\\n|$)");

    @Override
    public boolean reads(TranscriptFile file) {
        return file.begins("%PDF-") || file.isNamed("pdf") && file.contains("%PDF-");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws IOException {
        DocumentBuilder builder = new DocumentBuilder(file.name());
        boolean any = false;
        try (PDDocument document = open(file)) {
            PDFTextStripper stripper =
                    new BoundedStripper(PdfLimits.check(document.getDocument()), file.bytes().length);
            Optional<String> own = OwnText.of(document);
            if (own.isPresent()) {
                return MarkdownReader.document(file.name(), own.get());
            }
            for (int page = 1; page <= Math.min(MAXIMUM_PAGES, document.getNumberOfPages()); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = text(stripper, document);
                builder.page(page);
                builder.lines(SOFT_HYPHEN.matcher(text).replaceAll("").stripTrailing());
                any |= text.chars().anyMatch(Character::isLetterOrDigit);
            }
        } catch (InvalidPasswordException e) {
            throw file.unreadable(e, TranscriptFault.PDF_PASSWORD);
        } catch (BoundlessPdfException e) {
            throw file.unreadable(e, TranscriptFault.BOUNDLESS_PDF);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Damaged objects show themselves by unchecked exceptions of many kinds, pages that hold each other by a
            // deep stack.
            throw file.unreadable(e, TranscriptFault.DAMAGED_PDF);
        }
        if (!any) {
            throw file.unreadable(TranscriptFault.PDF_PICTURES);
        }
        return builder.build();
    }

    private static PDDocument open(TranscriptFile file) throws IOException {
        PdfLimits.checkUnopened(file.bytes());
        return Loader.loadPDF(
                file.bytes(), "", null, null, MemoryUsageSetting.setupMainMemoryOnly(256 << 20).streamCache);
    }

    /** As it stands on the page; but where that makes one line of two, the page has columns, and is read as it was drawn. */
    private static String text(PDFTextStripper stripper, PDDocument document) throws IOException {
        String[] orders = new String[2];
        for (int i = 0; i < 2; i++) {
            stripper.setSortByPosition(i == 0);
            StringWriter text = new StringWriter();
            stripper.writeText(document, text);
            orders[i] = text.toString();
        }
        return orders[0].lines().count() >= ONE_COLUMN * orders[1].lines().count() ? orders[0] : orders[1];
    }
}
