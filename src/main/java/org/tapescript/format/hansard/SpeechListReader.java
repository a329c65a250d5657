package org.tapescript.format.hansard;

import org.tapescript.domain.Block.Style;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.XmlTree;
import org.w3c.dom.Element;

/**
 * Debates as Public Whip, TheyWorkForYou and OpenAustralia have them: a flat list of headings and speeches, each of which names who speaks
 * by {@code speakername}. Speeches of nobody are procedure.
 */
public final class SpeechListReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.start().matches("(?s).*<(?:debates|publicwhip)[\\s>].*");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        DocumentBuilder builder = new DocumentBuilder(file.name());
        for (Element e : XmlTree.children(XmlTree.parse(file).getDocumentElement())) {
            if (XmlTree.is(e, "speech")) {
                speech(e, builder);
            } else if (e.getLocalName().endsWith("-heading")) {
                builder.aside(Style.HEADING, XmlTree.text(e));
            }
        }
        return builder.build();
    }

    private static void speech(Element speech, DocumentBuilder builder) {
        String name = speech.getAttribute("speakername").strip();
        for (Element part : XmlTree.children(speech)) {
            if (name.isEmpty() || name.equals("unknown")) {
                builder.aside(Style.CAPTION, XmlTree.text(part));
            } else {
                builder.said(name, XmlTree.text(part));
            }
        }
    }
}
