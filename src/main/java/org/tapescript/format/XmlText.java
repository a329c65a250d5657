package org.tapescript.format;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML, indented, with whatever text: characters that XML 1.0 cannot hold become U+FFFD. Elements with text stay on one line. */
public final class XmlText {
    private final XMLStreamWriter xml;
    private int depth;
    private boolean inline;
    /** Whether nothing was written since the element that was opened last: schemas allow no blank in one that is to be empty. */
    private boolean empty;

    /** Begins a document. */
    public XmlText(Writer out) throws IOException {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Opens an element with attributes: names and values in turn; those without a value are left out. */
    public XmlText open(String name, Object... attributes) throws IOException {
        try {
            newLine();
            xml.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                if (attributes[i + 1] != null) {
                    xml.writeAttribute((String) attributes[i], clean(String.valueOf(attributes[i + 1])));
                }
            }
            depth++;
            empty = true;
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Writes text; from here to the end of the element nothing is indented. */
    public XmlText text(String text) throws IOException {
        try {
            inline = true;
            empty = false;
            xml.writeCharacters(clean(text));
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    public XmlText close() throws IOException {
        try {
            depth--;
            if (!empty) {
                newLine();
            }
            xml.writeEndElement();
            empty = false;
            inline = false;
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** An element that holds nothing, or text alone. */
    public XmlText element(String name, String text, Object... attributes) throws IOException {
        boolean within = inline;
        open(name, attributes);
        inline = true;
        text(text).close();
        inline = within;
        return this;
    }

    /** An element within text. */
    public XmlText inline(String name, Object... attributes) throws IOException {
        inline = true;
        open(name, attributes);
        return this;
    }

    /** Closes an element within text. */
    public XmlText closeInline() throws IOException {
        inline = true;
        close();
        inline = true;
        return this;
    }

    /** Ends the document. */
    public void end() throws IOException {
        try {
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void newLine() throws XMLStreamException {
        if (!inline) {
            xml.writeCharacters("\n" + "  ".repeat(depth));
        }
    }

    /** XML 1.0, 2.2: what a document may hold; a carriage return would be read as a line feed. */
    private static String clean(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean allowed =
                    c == '\t' || c == '\n' || c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
            result.appendCodePoint(c == '\r' ? '\n' : allowed ? c : 0xfffd);
        });
        return result.toString();
    }
}
