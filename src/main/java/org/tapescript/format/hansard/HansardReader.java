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

/** Debates and evidence of Canada's House of Commons ({@code Hansard}): interventions, each with who speaks and its paragraphs. */
public final class HansardReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.start().contains("<Hansard");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        Element root = XmlTree.parse(file).getDocumentElement();
        Walk walk = new Walk(new DocumentBuilder(file.name()));
        walk.below(XmlTree.first(root, "HansardBody").orElse(root));
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
                if (XmlTree.is(e, "intervention")) {
                    speaker = XmlTree.first(e, "PersonSpeaking")
                            .map(p -> name(XmlTree.text(p)))
                            .orElse("");
                    below(e);
                } else if (XmlTree.is(e, "paratext") && !speaker.isEmpty()) {
                    builder.said(speaker, XmlTree.text(e));
                } else if (XmlTree.is(e, "orderofbusinesstitle", "subjectofbusinesstitle", "catchline")) {
                    builder.aside(Style.HEADING, XmlTree.text(e));
                } else if (XmlTree.is(e, "proceduraltext", "paratext", "division", "prayer")) {
                    builder.aside(Style.CAPTION, XmlTree.text(e));
                } else if (!XmlTree.is(e, "personspeaking", "timestamp", "floorlanguage")) {
                    below(e);
                }
            }
        }

        /** A name without the office or seat behind it. */
        private static String name(String written) {
            return written.replaceAll("\\s+", " ").strip().replaceAll("\\s*\\([^()]*\\)?\\s*:?$|\\s*:$", "");
        }
    }
}
