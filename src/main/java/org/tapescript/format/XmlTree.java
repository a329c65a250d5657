package org.tapescript.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jsoup.parser.Parser;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads XML of formats; nothing outside the file is looked at, whatever it says, and no deeper nesting than people's files have is
 * followed. XML that is not quite well-formed for its encoding or for entities of HTML is mended.
 */
public final class XmlTree {
    /** Elements within elements; ELAN's, TTML's and TEI's files have about ten. */
    private static final String DEEPEST = "200";

    private static final String ENTITIES = "1000";
    private static final Pattern AMPERSAND =
            Pattern.compile("&(?:(#x?[0-9a-fA-F]{1,6};|(?:amp|lt|gt|quot|apos);)|(\\w{2,8};)?)");

    private XmlTree() {}

    /** @throws UnreadableTranscriptException if it is not well-formed */
    public static Document parse(TranscriptFile file) throws UnreadableTranscriptException {
        if (file.options().encoding().isEmpty()) {
            try {
                return parse(new InputSource(new ByteArrayInputStream(file.bytes())));
            } catch (SAXException | IOException e) {
                // The text below may still do: it is decoded by what it holds, not by what it says of itself.
            }
        }
        String text = mended(file.text());
        try {
            return parse(new InputSource(new StringReader(text)));
        } catch (SAXException | IOException e) {
            throw file.unreadable(e, TranscriptFault.BAD_XML, String.valueOf(e.getMessage()));
        }
    }

    /** XML that stands within a file of another kind, such as a package. */
    public static Document parse(byte[] part) throws IOException {
        try {
            return parse(new InputSource(new ByteArrayInputStream(part)));
        } catch (SAXException e) {
            throw new IOException(e);
        }
    }

    private static Document parse(InputSource source) throws SAXException, IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", DEEPEST);
            factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/entityExpansionLimit", ENTITIES);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setCoalescing(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            builder.setEntityResolver((id, system) -> new InputSource(new StringReader("")));
            return builder.parse(source);
        } catch (ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    private static String mended(String text) {
        int start = Math.max(0, text.indexOf('<'));
        Matcher m = AMPERSAND.matcher(text.substring(start));
        String mended = m.replaceAll(r -> {
            if (r.group(1) != null) {
                return Matcher.quoteReplacement(r.group());
            }
            String plain = r.group(2) == null ? r.group() : Parser.unescapeEntities(r.group(), true);
            return Matcher.quoteReplacement(plain.startsWith("&") ? "&amp;" + plain.substring(1) : plain);
        });
        return mended.replaceFirst("^<\\?xml[^>]*\\?>", "")
                .replaceAll("[^\\t\\n\\r\\x{20}-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]", "\ufffd");
    }

    /** All elements of a local name below one, in order. */
    public static List<Element> all(Node below, String name) {
        List<Element> result = new ArrayList<>();
        collect(below, name, result);
        return result;
    }

    /** The first element of a local name below one. */
    public static Optional<Element> first(Node below, String name) {
        return all(below, name).stream().findFirst();
    }

    /** Elements right below one, in order. */
    public static List<Element> children(Node node) {
        List<Element> result = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element e) {
                result.add(e);
            }
        }
        return result;
    }

    /** Whether an element has a local name, capital letters or not. */
    public static boolean is(Node node, String... names) {
        for (String name : names) {
            if (node instanceof Element e && name.equals(e.getLocalName().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** Text below a node, blanks single. */
    public static String text(Node node) {
        return Texts.oneLine(node.getTextContent());
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
