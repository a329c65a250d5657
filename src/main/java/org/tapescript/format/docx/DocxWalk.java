package org.tapescript.format.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tapescript.domain.Block.Cell;
import org.tapescript.domain.Block.Style;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.XmlTree;
import org.w3c.dom.Element;

/** Goes through a Word document's body from the top, as it reads. */
final class DocxWalk {
    /** Deleted, or moved away; codes of fields; what is for programs that lack something. */
    private static final Set<String> NOT_READ = Set.of(
            "del",
            "moveFrom",
            "delText",
            "instrText",
            "delInstrText",
            "Fallback",
            "rPr",
            "pPr",
            "sdtPr",
            "sdtEndPr",
            "footnoteReference",
            "endnoteReference",
            "commentReference",
            "annotationRef",
            "rt");

    private final DocumentBuilder builder;
    private final DocxStyles styles;
    private final DocxRemarks remarks;
    private int tables;

    DocxWalk(DocumentBuilder builder, DocxStyles styles, DocxRemarks remarks) {
        this.builder = builder;
        this.styles = styles;
        this.remarks = remarks;
    }

    void blocks(Element container) {
        for (Element e : XmlTree.children(container)) {
            switch (e.getLocalName()) {
                case "p" -> paragraph(e, Style.PLAIN, null);
                case "tbl" -> table(e, null);
                default -> {
                    if (!NOT_READ.contains(e.getLocalName())) {
                        blocks(e);
                    }
                }
            }
        }
    }

    private void table(Element table, Cell outer) {
        int number = tables++;
        int row = 0;
        for (Element r : rows(table)) {
            int column = 0;
            for (Element cell : cells(r)) {
                // A table within a cell only lays out the page.
                Cell place = outer == null ? new Cell(number, row, column) : outer;
                cell(cell, place);
                column += span(cell);
            }
            row++;
        }
    }

    private static int span(Element cell) {
        String span = DocxStyles.child(cell, "tcPr")
                .flatMap(p -> DocxStyles.child(p, "gridSpan"))
                .map(DocxStyles::value)
                .orElse("1");
        return span.matches("\\d{1,3}") ? Math.max(1, Integer.parseInt(span)) : 1;
    }

    private void cell(Element container, Cell place) {
        for (Element e : XmlTree.children(container)) {
            switch (e.getLocalName()) {
                case "p" -> paragraph(e, Style.PLAIN, place);
                case "tbl" -> table(e, place);
                default -> {
                    if (!NOT_READ.contains(e.getLocalName())) {
                        cell(e, place);
                    }
                }
            }
        }
    }

    private static List<Element> rows(Element table) {
        return within(table, "tr");
    }

    private static List<Element> cells(Element row) {
        return within(row, "tc");
    }

    /** Elements of a name below one, within content controls and the like too, but not within each other. */
    static List<Element> within(Element parent, String name) {
        List<Element> result = new ArrayList<>();
        for (Element e : XmlTree.children(parent)) {
            if (name.equals(e.getLocalName())) {
                result.add(e);
            } else if (!NOT_READ.contains(e.getLocalName())) {
                result.addAll(within(e, name));
            }
        }
        return result;
    }

    private void paragraph(Element paragraph, Style otherwise, Cell cell) {
        builder.endParagraph();
        Style own = styles.of(paragraph);
        builder.style(own == Style.PLAIN ? otherwise : own);
        builder.listMark(styles.listMark(paragraph));
        if (cell != null) {
            builder.cell(cell);
        }
        List<Element> boxes = new ArrayList<>();
        inline(paragraph, paragraph, boxes);
        builder.endParagraph();
        // What stands in a box beside the text is not within its sentence.
        for (Element box : boxes) {
            for (Element e : within(box, "p")) {
                paragraph(e, Style.QUOTE, null);
            }
        }
        builder.style(Style.PLAIN);
    }

    private void inline(Element parent, Element paragraph, List<Element> boxes) {
        for (Element e : XmlTree.children(parent)) {
            String name = e.getLocalName();
            remarks.mark(e, builder);
            if (name.equals("r")) {
                run(e, paragraph, boxes);
            } else if (name.equals("txbxContent")) {
                boxes.add(e);
            } else if (!NOT_READ.contains(name)) {
                inline(e, paragraph, boxes);
            }
        }
    }

    private void run(Element run, Element paragraph, List<Element> boxes) {
        if (styles.has(run, paragraph, "vanish")) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (Element e : XmlTree.children(run)) {
            remarks.mark(e, builder);
            switch (e.getLocalName()) {
                case "t" -> text.append(e.getTextContent().replace("\u00ad", ""));
                case "tab", "ptab" -> text.append('\t');
                case "br", "cr" -> text.append('\n');
                case "noBreakHyphen" -> text.append('-');
                case "sym" -> text.append(symbol(DocxStyles.attribute(e, "char")));
                default -> {
                    if (!NOT_READ.contains(e.getLocalName())) {
                        inline(e, paragraph, boxes);
                    }
                }
            }
        }
        if (!text.isEmpty()) {
            builder.append(text.toString(), styles.has(run, paragraph, "b"), styles.has(run, paragraph, "i"));
        }
    }

    private static String symbol(String code) {
        int value = code.matches("[0-9A-Fa-f]{4}") ? Integer.parseInt(code, 16) : 0;
        // Private-use characters are a symbol font's bullets and arrows.
        return value < 0x20 || value >= 0xe000 && value <= 0xf8ff ? "" : Character.toString(value);
    }
}
