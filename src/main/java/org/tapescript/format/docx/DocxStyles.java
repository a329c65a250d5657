package org.tapescript.format.docx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tapescript.domain.Block.Style;
import org.tapescript.format.XmlTree;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a Word document's styles and lists say of its text: names, which are English whatever the language, bold and italics, bullets. */
final class DocxStyles {
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private final Map<String, Element> styles = new HashMap<>();
    private final Map<String, Element> lists = new HashMap<>();

    DocxStyles(Optional<Document> styles, Optional<Document> numbering) {
        styles.ifPresent(d -> XmlTree.all(d, "style").forEach(s -> this.styles.put(attribute(s, "styleId"), s)));
        numbering.ifPresent(d -> {
            Map<String, Element> kinds = new HashMap<>();
            XmlTree.all(d, "abstractNum").forEach(a -> kinds.put(attribute(a, "abstractNumId"), a));
            for (Element num : XmlTree.all(d, "num")) {
                child(num, "abstractNumId")
                        .map(a -> kinds.get(value(a)))
                        .ifPresent(a -> lists.put(attribute(num, "numId"), a));
            }
        });
    }

    static Optional<Element> child(Element parent, String name) {
        return XmlTree.children(parent).stream()
                .filter(e -> name.equals(e.getLocalName()))
                .findFirst();
    }

    static String attribute(Element e, String name) {
        String own = e.getAttributeNS(W, name);
        return own.isEmpty() ? e.getAttribute("w:" + name) : own;
    }

    static String value(Element e) {
        return attribute(e, "val");
    }

    private String id(Element properties, String name) {
        return child(properties, name).map(DocxStyles::value).orElse("");
    }

    /** What a paragraph's style says. */
    Style of(Element paragraph) {
        String id = child(paragraph, "pPr").map(p -> id(p, "pStyle")).orElse("");
        String name = styles.containsKey(id)
                ? child(styles.get(id), "name").map(DocxStyles::value).orElse(id)
                : id;
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("heading")
                || lower.equals("title")
                || lower.equals("subtitle")
                || id.startsWith("berschrift")) {
            return Style.HEADING;
        }
        if (lower.startsWith("unspoken-")) {
            return Style.ofUnspoken(lower.substring("unspoken-".length()));
        }
        if (lower.contains("caption") || lower.equals("unspoken")) {
            return Style.CAPTION;
        }
        return lower.contains("quote") ? Style.QUOTE : Style.PLAIN;
    }

    /** Whether a run has a property, by itself, its style or its paragraph's. */
    boolean has(Element run, Element paragraph, String property) {
        Optional<Element> own = child(run, "rPr");
        Optional<Boolean> said = own.flatMap(p -> says(p, property));
        if (said.isPresent()) {
            return said.get();
        }
        String runStyle = own.map(p -> id(p, "rStyle")).orElse("");
        String style = child(paragraph, "pPr").map(p -> id(p, "pStyle")).orElse("");
        return inherited(runStyle, property)
                .or(() -> inherited(style, property))
                .orElse(false);
    }

    private static Optional<Boolean> says(Element properties, String property) {
        return child(properties, property)
                .map(e -> !Set.of("0", "false", "off", "none").contains(value(e)));
    }

    private Optional<Boolean> inherited(String style, String property) {
        String id = style;
        Set<String> seen = new HashSet<>();
        while (styles.containsKey(id) && seen.add(id)) {
            Element at = styles.get(id);
            Optional<Boolean> said = child(at, "rPr").flatMap(p -> says(p, property));
            if (said.isPresent()) {
                return said;
            }
            id = child(at, "basedOn").map(DocxStyles::value).orElse("");
        }
        return Optional.empty();
    }

    /** The bullet before a paragraph of a list, or a number's stead; empty if it is in none. */
    String listMark(Element paragraph) {
        Optional<Element> number = child(paragraph, "pPr").flatMap(p -> child(p, "numPr"));
        if (number.isEmpty()) {
            return "";
        }
        String level = id(number.get(), "ilvl");
        Element list = lists.get(id(number.get(), "numId"));
        if (list == null) {
            return "";
        }
        return XmlTree.children(list).stream()
                .filter(l -> attribute(l, "ilvl").equals(level.isEmpty() ? "0" : level))
                .findFirst()
                .map(l -> id(l, "numFmt").equals("bullet") ? bullet(id(l, "lvlText")) : "1.")
                .orElse("");
    }

    /** Symbol fonts encode bullets in Unicode's private use area. */
    private static String bullet(String text) {
        return text.isEmpty() || text.charAt(0) >= '\ue000' && text.charAt(0) <= '\uf8ff' ? "•" : text;
    }
}
