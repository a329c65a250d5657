package org.tapescript.format.tei;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tapescript.domain.Block.Style;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.ClockTime;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.XmlTree;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * TEI: utterances ({@code u}, alone or in an {@code annotationBlock} of ISO 24624) with the times of their timeline, down to words between
 * anchors; speeches ({@code sp}) as editions of printed interviews have them. Incidents, pauses and notes are not said.
 */
public final class TeiReader implements TranscriptReader {
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    @Override
    public boolean reads(TranscriptFile file) {
        return file.start().matches("(?s).*<TEI(?:\\.2)?[\\s>].*") || file.isNamed("tei");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        Document document = XmlTree.parse(file);
        Walk walk = new Walk(document, new DocumentBuilder(file.name()));
        List<Element> bodies = XmlTree.all(document, "body");
        if (bodies.isEmpty()) {
            walk.below(document.getDocumentElement(), "");
        }
        // A corpus has a body for each of its texts.
        bodies.forEach(body -> walk.below(body, ""));
        return walk.builder.build();
    }

    private static final class Walk {
        private final DocumentBuilder builder;
        private final Map<String, Double> points = new HashMap<>();
        private final Map<String, String> people = new HashMap<>();
        /** Of the word that is open, where it began. */
        private Optional<Double> anchor = Optional.empty();
        /** Whether what comes next touches what was last, whatever blanks are between. */
        private boolean joins;

        Walk(Document document, DocumentBuilder builder) {
            this.builder = builder;
            for (Element when : XmlTree.all(document, "when")) {
                Optional<Double> interval = ClockTime.parse(when.getAttribute("interval"));
                double since = points.getOrDefault(reference(when.getAttribute("since")), 0.0);
                points.put(
                        when.getAttributeNS(XML, "id"),
                        interval.map(i -> since + i * (when.getAttribute("unit").equals("ms") ? 0.001 : 1))
                                .or(() -> ClockTime.parse(when.getAttribute("absolute")))
                                .orElse(0.0));
            }
            for (Element person : XmlTree.all(document, "person")) {
                String name = XmlTree.first(person, "persName")
                        .or(() -> XmlTree.first(person, "name"))
                        .map(XmlTree::text)
                        .orElse("");
                String id = person.getAttributeNS(XML, "id");
                people.put(id, name.isEmpty() ? id : name);
            }
        }

        private static String reference(String pointer) {
            return pointer.strip().replaceFirst("^#", "");
        }

        private Optional<Double> point(String pointer) {
            return Optional.ofNullable(points.get(reference(pointer)));
        }

        private String who(Element e, String otherwise) {
            String id = reference(e.getAttribute("who"));
            return id.isEmpty() ? otherwise : people.getOrDefault(id, id);
        }

        void below(Node node, String speaker) {
            for (Element e : XmlTree.children(node)) {
                if (XmlTree.is(e, "u")) {
                    utterance(e, e, who(e, speaker));
                } else if (XmlTree.is(e, "annotationblock")) {
                    XmlTree.all(e, "u").forEach(u -> utterance(u, e, who(u, who(e, speaker))));
                } else if (XmlTree.is(e, "sp")) {
                    String name = XmlTree.first(e, "speaker")
                            .map(s -> XmlTree.text(s).replaceAll("[.:]$", ""))
                            .orElse("");
                    speech(e, name.isEmpty() ? who(e, speaker) : name);
                } else if (XmlTree.is(e, "note", "head", "stage", "p", "ab")) {
                    aside(e);
                } else if (!XmlTree.is(
                        e, "incident", "pause", "vocal", "kinesic", "writing", "teiheader", "standoff")) {
                    below(e, speaker);
                }
            }
        }

        /** Printed, and said by nobody that the file knows of. */
        private void aside(Element e) {
            String type = e.getAttribute("type").toLowerCase(Locale.ROOT);
            Style style = Style.PLAIN;
            if (XmlTree.is(e, "head") || type.equals("heading")) {
                style = Style.HEADING;
            } else if (XmlTree.is(e, "note", "stage")) {
                style = type.contains("quote") ? Style.QUOTE : Style.CAPTION;
            }
            builder.aside(style, XmlTree.text(e));
        }

        private void speech(Element sp, String speaker) {
            for (Element e : XmlTree.children(sp)) {
                if (XmlTree.is(e, "p", "ab", "l", "lg", "u", "seg", "s")) {
                    utterance(e, e, speaker);
                }
            }
        }

        private void utterance(Element u, Element timed, String speaker) {
            builder.endParagraph();
            builder.speaker(speaker);
            Optional<Double> start = point(timed.getAttribute("start"));
            Optional<Double> end = point(timed.getAttribute("end"));
            anchor = Optional.empty();
            joins = false;
            text(u);
            if (start.isPresent() && end.isPresent()) {
                TimedTurns.span(start.get(), Math.max(start.get(), end.get())).ifPresent(builder::time);
            }
            builder.endParagraph();
        }

        private void text(Node node) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Text t) {
                    joins &= t.getData().isBlank();
                    builder.append(joins ? "" : t.getData().replaceAll("(?U)\\s+", " "));
                } else if (XmlTree.is(child, "anchor")) {
                    anchor = point(((Element) child).getAttribute("synch"));
                } else if (XmlTree.is(child, "w", "pc")) {
                    token((Element) child);
                } else if (!XmlTree.is(
                        child,
                        "note",
                        "incident",
                        "pause",
                        "vocal",
                        "kinesic",
                        "desc",
                        "stage",
                        "speaker",
                        "spangrp")) {
                    text(child);
                }
            }
        }

        /** A word or a mark; {@code join} says where no blank is, though the file has one. */
        private void token(Element e) {
            String join = e.getAttribute("join");
            joins |= join.equals("left") || join.equals("both");
            if (joins) {
                builder.closeUp();
            }
            if (XmlTree.is(e, "w") && !joins) {
                builder.word(e.getTextContent(), time(e));
            } else {
                builder.append(e.getTextContent().strip());
                anchor = XmlTree.is(e, "w") ? Optional.empty() : anchor;
            }
            joins = join.equals("right") || join.equals("both");
        }

        /** From the anchor before a word to the one behind it. */
        private Optional<TimeSpan> time(Node word) {
            Node next = word.getNextSibling();
            while (next instanceof Text) {
                next = next.getNextSibling();
            }
            Optional<Double> end =
                    XmlTree.is(next, "anchor") ? point(((Element) next).getAttribute("synch")) : Optional.empty();
            Optional<TimeSpan> span = anchor.isPresent() && end.isPresent() && end.get() >= anchor.get()
                    ? TimedTurns.span(anchor.get(), end.get())
                    : Optional.empty();
            anchor = Optional.empty();
            return span;
        }
    }
}
