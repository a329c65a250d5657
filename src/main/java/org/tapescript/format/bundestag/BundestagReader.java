package org.tapescript.format.bundestag;

import java.util.Set;
import org.tapescript.domain.Block.Style;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.XmlTree;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Plenary records of the German Bundestag ({@code dbtplenarprotokoll}): who speaks stands in a paragraph of its own before the speech, or,
 * where whoever presides breaks in, in a {@code name} between its paragraphs. Lists, headings and what the house does are not said.
 */
public final class BundestagReader implements TranscriptReader {
    /** Classes of paragraphs that name who speaks. */
    private static final Set<String> NAMES = Set.of("redner", "N");

    @Override
    public boolean reads(TranscriptFile file) {
        return file.start().contains("<dbtplenarprotokoll");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        Element root = XmlTree.parse(file).getDocumentElement();
        Walk walk = new Walk(new DocumentBuilder(file.name()));
        walk.below(XmlTree.first(root, "sitzungsverlauf").orElse(root));
        return walk.builder.build();
    }

    private static final class Walk {
        private final DocumentBuilder builder;
        private String speaker = "";

        Walk(DocumentBuilder builder) {
            this.builder = builder;
        }

        void below(Node node) {
            for (Element e : XmlTree.children(node)) {
                if (XmlTree.is(e, "name")) {
                    names(XmlTree.text(e));
                } else if (XmlTree.is(e, "kommentar", "zitat", "fussnote")) {
                    builder.aside(Style.CAPTION, XmlTree.text(e));
                } else if (XmlTree.is(e, "ueberschrift", "t_fett")) {
                    builder.aside(Style.HEADING, XmlTree.text(e));
                } else if (XmlTree.is(e, "p")) {
                    paragraph(e);
                } else if (!XmlTree.is(e, "redner")) {
                    below(e);
                }
            }
        }

        private void paragraph(Element p) {
            String kind = p.getAttribute("klasse");
            if (NAMES.contains(kind)) {
                XmlTree.first(p, "redner").ifPresent(p::removeChild);
                names(XmlTree.text(p));
            } else if (XmlTree.first(p, "name").isPresent()) {
                below(p);
            } else if (kind.startsWith("T") || speaker.isEmpty()) {
                builder.aside(Style.HEADING, XmlTree.text(p));
            } else {
                builder.said(speaker, XmlTree.text(p));
            }
        }

        private void names(String written) {
            String name = written.strip().replaceAll("\\s*:$", "");
            speaker = name.isEmpty() ? speaker : name;
        }
    }
}
