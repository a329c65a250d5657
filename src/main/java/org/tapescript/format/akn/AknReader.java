package org.tapescript.format.akn;

import java.util.HashMap;
import java.util.Map;
import org.tapescript.domain.Block.Style;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.XmlTree;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Debates in Akoma Ntoso (OASIS LegalDocML 1.0): speeches, questions and answers; what the chair's scene and narrative say is not said. */
public final class AknReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.start().matches("(?s).*<(?:\\w+:)?akomaNtoso[\\s>].*");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        Element root = XmlTree.parse(file).getDocumentElement();
        Walk walk = new Walk(root, new DocumentBuilder(file.name()));
        Element body = XmlTree.first(root, "debateBody").orElse(root);
        walk.below(body);
        return walk.builder.build();
    }

    private static final class Walk {
        private final DocumentBuilder builder;
        private final Map<String, String> people = new HashMap<>();

        Walk(Element root, DocumentBuilder builder) {
            this.builder = builder;
            for (Element person : XmlTree.all(root, "TLCPerson")) {
                String id =
                        person.getAttribute("eId").isEmpty() ? person.getAttribute("id") : person.getAttribute("eId");
                people.put(id, person.getAttribute("showAs"));
            }
        }

        void below(Node node) {
            for (Element e : XmlTree.children(node)) {
                if (XmlTree.is(e, "speech", "question", "answer", "speechgroup")) {
                    speech(e);
                } else if (XmlTree.is(e, "heading", "subheading", "num")) {
                    builder.aside(Style.HEADING, XmlTree.text(e));
                } else if (XmlTree.is(e, "scene", "narrative", "summary", "p", "other")) {
                    builder.aside(Style.CAPTION, XmlTree.text(e));
                } else if (!XmlTree.is(e, "meta")) {
                    below(e);
                }
            }
        }

        private void speech(Element speech) {
            String by = speech.getAttribute("by").strip().replaceFirst("^#", "");
            String from =
                    XmlTree.first(speech, "from").map(XmlTree::text).orElse("").strip();
            String known = people.getOrDefault(by, "");
            String name = from.replaceAll("\\s*[.:]$", "");
            String who = !known.isEmpty() ? known : !name.isEmpty() ? name : by;
            for (Element e : XmlTree.children(speech)) {
                if (XmlTree.is(e, "speech", "question", "answer")) {
                    speech(e);
                } else if (XmlTree.is(e, "heading", "subheading", "num")) {
                    builder.aside(Style.HEADING, XmlTree.text(e));
                } else if (XmlTree.is(e, "scene", "narrative", "remark")) {
                    builder.aside(Style.CAPTION, XmlTree.text(e));
                } else if (!XmlTree.is(e, "from")) {
                    builder.said(who, XmlTree.text(e));
                }
            }
        }
    }
}
