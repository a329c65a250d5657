package org.tapescript.format;

import org.tapescript.domain.Block.Style;
import org.tapescript.domain.SourceDocument;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** XML of no known kind whose elements say by their names who speaks: what stands beside them is printed only. */
public final class RoleElementsReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        String start = file.start();
        return start.startsWith("<")
                && !start.matches("(?is).*<(?:!doctype\\s+)?html\\b.*")
                && RoleElements.areIn(start);
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        DocumentBuilder builder = new DocumentBuilder(file.name());
        below(XmlTree.parse(file).getDocumentElement(), builder);
        return builder.build();
    }

    private static void below(Node node, DocumentBuilder builder) {
        for (Element e : XmlTree.children(node)) {
            if (RoleElements.isRole(e.getLocalName())) {
                said(e, RoleElements.called(e.getLocalName()), builder);
            } else if (XmlTree.children(e).isEmpty()) {
                builder.aside(Style.CAPTION, XmlTree.text(e));
            } else {
                below(e, builder);
            }
        }
    }

    /** Paragraphs of a speech are blocks of their own. */
    private static void said(Element speech, String who, DocumentBuilder builder) {
        boolean parts = XmlTree.children(speech).stream().anyMatch(c -> XmlTree.is(c, "p", "para"));
        if (parts) {
            XmlTree.children(speech).forEach(p -> builder.said(who, XmlTree.text(p)));
        } else {
            builder.said(who, XmlTree.text(speech));
        }
    }
}
