package org.tapescript.format.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.markdown.MarkdownWriter;

/**
 * The text of our own PDFs as a file within them (ISO 32000-1, 7.11.4): pages say neither what is a caption nor, where text runs from the
 * right, in which order it was written. It holds what is printed, and nothing else.
 */
final class OwnText {
    static final String PRODUCER = "Tapescript";
    private static final String NAME = "transcript.md";

    private OwnText() {}

    static void attach(PDDocument document, SyncedTranscript transcript, ExportOptions options) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        new MarkdownWriter().write(transcript, options, text);
        PDEmbeddedFile file =
                new PDEmbeddedFile(document, new ByteArrayInputStream(text.toByteArray()), COSName.FLATE_DECODE);
        file.setSubtype("text/markdown");
        file.setSize(text.size());
        PDComplexFileSpecification place = new PDComplexFileSpecification();
        place.setFile(NAME);
        place.setFileUnicode(NAME);
        place.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(NAME, place));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }

    /** The text, if the document is one of ours that nobody else has written anew. */
    static Optional<String> of(PDDocument document) throws IOException {
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        if (!PRODUCER.equals(document.getDocumentInformation().getProducer())
                || names == null
                || names.getEmbeddedFiles() == null
                || names.getEmbeddedFiles().getNames() == null) {
            return Optional.empty();
        }
        PDComplexFileSpecification place = names.getEmbeddedFiles().getNames().get(NAME);
        return place == null || place.getEmbeddedFile() == null
                ? Optional.empty()
                : Optional.of(new String(place.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8));
    }
}
