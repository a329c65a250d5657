package org.tapescript.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads XML of formats; nothing outside the file is looked at, whatever it says. */
public final class XmlTree {
    private XmlTree() {}

    /** @throws UnreadableTranscriptException if it is not well-formed */
    public static Document parse(Path file, byte[] bytes) throws UnreadableTranscriptException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new UnreadableTranscriptException(file, "it is not well-formed XML: " + e.getMessage(), e);
        }
    }

    /** All elements of a local name below one, in order. */
    public static List<Element> all(Node below, String name) {
        List<Element> result = new ArrayList<>();
        collect(below, name, result);
        return result;
    }

    private static void collect(Node node, String name, List<Element> result) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element e && name.equals(e.getLocalName())) {
                result.add(e);
            }
            collect(child, name, result);
        }
    }
}
