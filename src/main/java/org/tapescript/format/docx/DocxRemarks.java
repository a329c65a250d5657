package org.tapescript.format.docx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.XmlTree;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Comments of a Word document (ECMA-376, part 1, 17.13.4), found by their ids while its body is gone through. */
final class DocxRemarks {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Integer> begun = new HashMap<>();
    private final Set<String> placed = new HashSet<>();

    DocxRemarks(Optional<Document> comments) {
        comments.ifPresent(document -> XmlTree.children(document.getDocumentElement()).stream()
                .filter(e -> XmlTree.is(e, "comment"))
                .forEach(e -> texts.put(DocxStyles.attribute(e, "id"), text(e))));
    }

    private static String text(Element comment) {
        return XmlTree.children(comment).stream()
                .filter(e -> XmlTree.is(e, "p"))
                .map(p -> texts(p).stream().map(Element::getTextContent).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static List<Element> texts(Element paragraph) {
        return DocxWalk.within(paragraph, "t");
    }

    /** Takes in a mark of the body, if it is one of a comment. */
    void mark(Element mark, DocumentBuilder builder) {
        String id = DocxStyles.attribute(mark, "id");
        switch (mark.getLocalName()) {
            case "commentRangeStart" -> begun.put(id, builder.length());
            case "commentRangeEnd", "commentReference" -> {
                String text = texts.get(id);
                if (text != null && placed.add(id)) {
                    builder.remark(begun.getOrDefault(id, builder.length()), text);
                }
            }
            default -> {
                // It belongs to another part of the document.
            }
        }
    }
}
