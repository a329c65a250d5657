package org.tapescript.format.hansard;

import java.util.Optional;
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
 * The United Kingdom's printed Hansard of 1803 to 2005 ({@code hansard}): paragraphs that begin with a {@code member} and hold what that
 * member contributes; those behind them go on with it until the section ends.
 */
public final class MillbankReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.start().contains("<hansard");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        Walk walk = new Walk(new DocumentBuilder(file.name()));
        walk.below(XmlTree.parse(file).getDocumentElement());
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
                if (XmlTree.is(e, "section", "group")) {
                    speaker = "";
                    below(e);
                } else if (XmlTree.is(e, "p", "quote", "ol", "ul")) {
                    paragraph(e);
                } else if (XmlTree.is(e, "title", "date", "session")) {
                    builder.aside(Style.HEADING, XmlTree.text(e));
                } else if (!XmlTree.is(e, "col", "image", "table", "titlepage", "frontmatter", "division")) {
                    below(e);
                }
            }
        }

        private void paragraph(Element p) {
            Optional<Element> member = XmlTree.first(p, "member");
            Optional<Element> contribution = XmlTree.first(p, "membercontribution");
            if (member.isPresent() && contribution.isPresent()) {
                speaker = name(member.get());
                builder.said(speaker, XmlTree.text(contribution.get()).replaceFirst("^[:\\s]+", ""));
            } else if (speaker.isEmpty() || XmlTree.is(p, "quote", "ol", "ul")) {
                builder.aside(Style.CAPTION, XmlTree.text(p));
            } else {
                builder.said(speaker, XmlTree.text(p));
            }
        }

        /** Without the seat behind it. */
        private static String name(Element member) {
            String seat = XmlTree.first(member, "memberconstituency")
                    .map(XmlTree::text)
                    .orElse("");
            return XmlTree.text(member)
                    .replace(seat, "")
                    .replaceAll("[:\\s]+$", "")
                    .strip();
        }
    }
}
