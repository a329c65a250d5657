package org.tapescript.format.folker;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
 * FOLKER and OrthoNormal ({@code .fln}, {@code .flk}): contributions of speakers between points of a timeline, as text or as words. Pauses,
 * breathing and what is heard besides are not said.
 */
public final class FolkerReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("fln", "flk") || file.start().contains("<folker-transcription");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        Document document = XmlTree.parse(file);
        Map<String, Double> points = new HashMap<>();
        for (Element point : XmlTree.all(document, "timepoint")) {
            ClockTime.parse(point.getAttribute("absolute-time"))
                    .ifPresent(t -> points.put(point.getAttribute("timepoint-id"), t));
        }
        DocumentBuilder builder = new DocumentBuilder(file.name());
        for (Element contribution : XmlTree.all(document, "contribution")) {
            builder.endParagraph();
            builder.speaker(contribution.getAttribute("speaker-reference"));
            text(contribution, builder);
            Optional<Double> start = point(points, contribution, "start-reference");
            Optional<Double> end = point(points, contribution, "end-reference");
            if (start.isPresent() && end.isPresent()) {
                TimedTurns.span(start.get(), Math.max(start.get(), end.get())).ifPresent(builder::time);
            }
            builder.endParagraph();
        }
        return builder.build();
    }

    private static Optional<Double> point(Map<String, Double> points, Element contribution, String end) {
        return Optional.ofNullable(points.get(contribution.getAttribute(end)));
    }

    private static void text(Node node, DocumentBuilder builder) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text t) {
                builder.append(t.getData().replaceAll("(?U)\\s+", " "));
            } else if (XmlTree.is(child, "w")) {
                builder.word(child.getTextContent().strip(), Optional.empty());
            } else if (!XmlTree.is(child, "pause", "breathe", "non-phonological", "time", "comment")) {
                text(child, builder);
            }
        }
    }
}
