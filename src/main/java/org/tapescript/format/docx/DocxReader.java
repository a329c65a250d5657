package org.tapescript.format.docx;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.XmlTree;
import org.tapescript.format.ZipParts;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The body of a Word document (ECMA-376, part 1, 17): paragraphs, also in tables, content controls and text boxes, as they read with all
 * tracked changes accepted. Apache POI, by which we write them, does not show runs within controls, nor what was deleted.
 */
public final class DocxReader implements TranscriptReader {
    private static final String MAIN = "word/document.xml";

    @Override
    public boolean reads(TranscriptFile file) {
        return file.begins("PK\003") && file.contains("word/document") || file.isNamed("docx", "docm", "dotx");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws IOException {
        try (ZipParts parts = new ZipParts(file, TranscriptFault.NESTED_WORD)) {
            String name = main(parts);
            byte[] body = parts.part(name).orElseThrow(() -> file.unreadable(TranscriptFault.DAMAGED_WORD));
            String folder = name.substring(0, name.lastIndexOf('/') + 1);
            DocxStyles styles =
                    new DocxStyles(tree(parts, folder + "styles.xml"), tree(parts, folder + "numbering.xml"));
            DocumentBuilder builder = new DocumentBuilder(file.name());
            DocxWalk walk = new DocxWalk(builder, styles, new DocxRemarks(tree(parts, folder + "comments.xml")));
            for (Element e : XmlTree.children(document(file, body).getDocumentElement())) {
                if (XmlTree.is(e, "body")) {
                    walk.blocks(e);
                }
            }
            return builder.build();
        }
    }

    private static Document document(TranscriptFile file, byte[] body) throws IOException {
        try {
            return XmlTree.parse(body);
        } catch (IOException e) {
            throw file.unreadable(e, TranscriptFault.NESTED_WORD);
        }
    }

    /** Styles that cannot be read are none: the text matters. */
    private static Optional<Document> tree(ZipParts parts, String name) throws IOException {
        Optional<byte[]> part = parts.part(name);
        try {
            return part.isEmpty() ? Optional.empty() : Optional.of(XmlTree.parse(part.get()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Where the package says that its document is. */
    private static String main(ZipParts parts) throws IOException {
        return tree(parts, "_rels/.rels").stream()
                .flatMap(d -> XmlTree.all(d, "Relationship").stream())
                .filter(r -> r.getAttribute("Type").toLowerCase(Locale.ROOT).endsWith("/officedocument"))
                .map(r -> r.getAttribute("Target").replaceFirst("^/", ""))
                .findFirst()
                .orElse(MAIN);
    }
}
