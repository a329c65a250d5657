package org.tapescript.format.odt;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tapescript.domain.Block.Cell;
import org.tapescript.domain.Block.Style;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.XmlTree;
import org.tapescript.format.ZipParts;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** OpenDocument text (OASIS ODF 1.3, part 3), packed or flat: its paragraphs and tables without notes, comments and tracked deletions. */
public final class OdtReader implements TranscriptReader {
    private static final Set<String> NOT_READ =
            Set.of("tracked-changes", "note", "annotation", "sequence-decls", "forms", "table-of-content", "ruby-text");

    @Override
    public boolean reads(TranscriptFile file) {
        return file.begins("PK\003") && file.contains("opendocument.text")
                || file.isNamed("odt", "ott", "fodt")
                || file.start().contains("<office:document ");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws IOException {
        Document content;
        if (file.begins("PK\003")) {
            try (ZipParts parts = new ZipParts(file, TranscriptFault.DAMAGED_OPEN_DOCUMENT)) {
                byte[] part = parts.part("content.xml")
                        .orElseThrow(() -> file.unreadable(TranscriptFault.DAMAGED_OPEN_DOCUMENT));
                content = XmlTree.parse(part);
            } catch (org.tapescript.format.UnreadableTranscriptException e) {
                throw e;
            } catch (IOException e) {
                throw file.unreadable(e, TranscriptFault.DAMAGED_OPEN_DOCUMENT);
            }
        } else {
            content = XmlTree.parse(file);
        }
        DocumentBuilder builder = new DocumentBuilder(file.name());
        Walk walk = new Walk(builder, content);
        XmlTree.first(content, "body").ifPresent(body -> walk.blocks(body, null));
        return builder.build();
    }

    private static final class Walk {
        private final DocumentBuilder builder;
        private final Map<String, Element> styles = new HashMap<>();
        private int tables;

        Walk(DocumentBuilder builder, Document content) {
            this.builder = builder;
            XmlTree.all(content, "style").forEach(s -> styles.put(attribute(s, "name"), s));
        }

        private static String attribute(Element e, String name) {
            for (int i = 0; i < e.getAttributes().getLength(); i++) {
                Node a = e.getAttributes().item(i);
                if (name.equals(a.getLocalName())) {
                    return a.getNodeValue();
                }
            }
            return "";
        }

        void blocks(Element parent, Cell cell) {
            for (Element e : XmlTree.children(parent)) {
                if (XmlTree.is(e, "p", "h")) {
                    paragraph(e, cell);
                } else if (XmlTree.is(e, "table")) {
                    table(e, cell);
                } else if (!NOT_READ.contains(e.getLocalName())) {
                    blocks(e, cell);
                }
            }
        }

        private void table(Element table, Cell outer) {
            int number = tables++;
            int row = 0;
            for (Element r : XmlTree.all(table, "table-row")) {
                int column = 0;
                for (Element c : XmlTree.children(r)) {
                    if (XmlTree.is(c, "table-cell")) {
                        blocks(c, outer == null ? new Cell(number, row, column) : outer);
                    }
                    column++;
                }
                row++;
            }
        }

        private void paragraph(Element p, Cell cell) {
            builder.endParagraph();
            builder.style(style(p));
            if (cell != null) {
                builder.cell(cell);
            }
            String name = attribute(p, "style-name");
            inline(p, is(name, "font-weight", "bold"), is(name, "font-style", "italic"));
            builder.endParagraph();
            builder.style(Style.PLAIN);
        }

        private Style style(Element p) {
            String name = attribute(p, "style-name");
            String parent = styles.containsKey(name) ? attribute(styles.get(name), "parent-style-name") : "";
            String both = (name + " " + parent).toLowerCase(Locale.ROOT);
            if (XmlTree.is(p, "h") || both.contains("heading") || both.matches(".*\\b(?:sub)?title\\b.*")) {
                return Style.HEADING;
            }
            return both.contains("quot") ? Style.QUOTE : both.contains("caption") ? Style.CAPTION : Style.PLAIN;
        }

        private boolean is(String style, String property, String value) {
            return styles.containsKey(style)
                    && XmlTree.children(styles.get(style)).stream()
                            .anyMatch(e -> attribute(e, property).equals(value));
        }

        private void inline(Element parent, boolean bold, boolean italic) {
            for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
                if (n instanceof Text text) {
                    builder.append(
                            text.getData().replaceAll("[ \\t\\r\\n]+", " ").replace("\u00ad", ""), bold, italic);
                } else if (XmlTree.is(n, "line-break")) {
                    builder.append("\n");
                } else if (XmlTree.is(n, "tab")) {
                    builder.append("\t");
                } else if (XmlTree.is(n, "s")) {
                    builder.append(" ");
                } else if (n instanceof Element e && !NOT_READ.contains(e.getLocalName())) {
                    String name = attribute(e, "style-name");
                    inline(e, bold || is(name, "font-weight", "bold"), italic || is(name, "font-style", "italic"));
                }
            }
        }
    }
}
