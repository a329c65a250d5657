package org.tapescript.format.hansard;

import org.tapescript.domain.Block.Style;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.XmlTree;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Minutes of Finland's parliament (Vaski's {@code Siirto}): speeches of members, and what the chair says between their paragraphs. */
public final class EduskuntaReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.start().matches("(?s).*<(?:\\w+:)?Siirto[\\s>].*");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        DocumentBuilder builder = new DocumentBuilder(file.name());
        below(XmlTree.parse(file).getDocumentElement(), "", builder);
        return builder.build();
    }

    private static void below(Node node, String speaker, DocumentBuilder builder) {
        for (Element e : XmlTree.children(node)) {
            if (XmlTree.is(e, "puheenvuorotoimenpide")) {
                below(e, member(e), builder);
            } else if (XmlTree.is(e, "puheenjohtajarepliikki")) {
                below(e, text(e, "PuheenjohtajaTeksti"), builder);
            } else if (XmlTree.is(e, "kappalekooste") && !speaker.isEmpty()) {
                builder.said(speaker, XmlTree.text(e));
            } else if (XmlTree.is(e, "kappalekooste")) {
                builder.aside(Style.CAPTION, XmlTree.text(e));
            } else if (XmlTree.is(e, "nimeketeksti")) {
                builder.aside(Style.HEADING, XmlTree.text(e));
            } else {
                below(e, speaker, builder);
            }
        }
    }

    private static String member(Element speech) {
        return (text(speech, "EtuNimi") + ' ' + text(speech, "SukuNimi")).strip();
    }

    private static String text(Element below, String name) {
        return XmlTree.first(below, name).map(XmlTree::text).orElse("").strip();
    }
}
