package org.tapescript.format.trs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tapescript.domain.SourceDocument;
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
 * Transcriber (trans-14.dtd): turns of speakers, synchronised at points within; {@code Who} tells speakers of a turn apart who talk at
 * once. Events, comments and noises are not said.
 */
public final class TrsReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("trs")
                || file.start().contains("<!DOCTYPE Trans ")
                || file.start().contains("<Trans ");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        Document document = XmlTree.parse(file);
        Map<String, String> names = new HashMap<>();
        XmlTree.all(document, "Speaker").forEach(s -> names.put(s.getAttribute("id"), s.getAttribute("name")));
        DocumentBuilder builder = new DocumentBuilder(file.name());
        for (Element turn : XmlTree.all(document, "Turn")) {
            turn(turn, names, builder);
        }
        return builder.build();
    }

    private static void turn(Element turn, Map<String, String> names, DocumentBuilder builder) {
        List<String> speakers = Arrays.stream(
                        turn.getAttribute("speaker").strip().split("\\s+"))
                .map(id -> names.getOrDefault(id, id))
                .toList();
        String all = speakers.stream().filter(s -> !s.isEmpty()).collect(Collectors.joining(" & "));
        double end = ClockTime.parse(turn.getAttribute("endTime")).orElse(0.0);
        List<Node> nodes = new ArrayList<>();
        for (Node n = turn.getFirstChild(); n != null; n = n.getNextSibling()) {
            nodes.add(n);
        }
        double began = ClockTime.parse(turn.getAttribute("startTime")).orElse(0.0);
        double from = began;
        begin(builder, all);
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (XmlTree.is(node, "sync")) {
                from = ClockTime.parse(((Element) node).getAttribute("time")).orElse(from);
            } else if (XmlTree.is(node, "who")) {
                String number = ((Element) node).getAttribute("nb");
                int who = number.matches("\\d{1,3}") ? Integer.parseInt(number) : 0;
                begin(builder, who >= 1 && who <= speakers.size() ? speakers.get(who - 1) : all);
            } else if (node instanceof Text text && !text.getData().isBlank()) {
                String said = text.getData().replaceAll("(?U)\\s+", " ").strip();
                double start = from;
                TimedTurns.span(start, Math.max(start, next(nodes, i, end)))
                        .ifPresentOrElse(t -> builder.stretch(said, t), () -> builder.append(" " + said));
            }
        }
        TimedTurns.span(began, Math.max(began, end)).ifPresent(builder::time);
        builder.endParagraph();
    }

    private static void begin(DocumentBuilder builder, String speaker) {
        builder.endParagraph();
        builder.speaker(speaker);
    }

    private static double next(List<Node> nodes, int from, double otherwise) {
        for (int i = from + 1; i < nodes.size(); i++) {
            if (XmlTree.is(nodes.get(i), "sync")) {
                Optional<Double> time = ClockTime.parse(((Element) nodes.get(i)).getAttribute("time"));
                return time.orElse(otherwise);
            }
        }
        return otherwise;
    }
}
