package org.tapescript.format.ttml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.XmlTree;
import org.tapescript.format.srt.CueText;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** TTML of any profile: paragraphs with times (TTML 2, 12.3.1), of the speakers that agents name. */
public final class TtmlReader implements TranscriptReader {
    private static final String PARAMETERS = "http://www.w3.org/ns/ttml#parameter";
    private static final String METADATA = "http://www.w3.org/ns/ttml#metadata";
    private static final Pattern CLOCK =
            Pattern.compile("(\\d+):(\\d{2}):(\\d{2}(?:\\.\\d+)?)(?::(\\d+(?:\\.\\d+)?))?");
    private static final Pattern OFFSET = Pattern.compile("(\\d+(?:\\.\\d+)?)(h|m|s|ms|f|t)");
    private static final double USUAL_RATE = 30;

    @Override
    public boolean reads(TranscriptFile file) {
        // The tag alone would not do: HTML has one of that name, for typewriter text.
        return file.isNamed("ttml", "dfxp")
                || file.start().contains("/ns/ttml")
                || file.start().contains("/ttaf1");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        Document document = XmlTree.parse(file);
        Element root = document.getDocumentElement();
        Map<String, String> agents = new HashMap<>();
        for (Element agent : XmlTree.all(root, "agent")) {
            XmlTree.all(agent, "name").stream()
                    .findFirst()
                    .ifPresent(n -> agents.put(
                            agent.getAttributeNS("http://www.w3.org/XML/1998/namespace", "id"),
                            n.getTextContent().strip()));
        }
        double rate = number(root.getAttributeNS(PARAMETERS, "frameRate"), USUAL_RATE);
        double ticks = number(root.getAttributeNS(PARAMETERS, "tickRate"), rate);
        List<CueText.Cue> cues = new ArrayList<>();
        for (Element p : XmlTree.all(root, "p")) {
            OptionalDouble begin = seconds(p.getAttribute("begin"), rate, ticks);
            OptionalDouble end = seconds(p.getAttribute("end"), rate, ticks);
            OptionalDouble length = seconds(p.getAttribute("dur"), rate, ticks);
            if (begin.isEmpty() || end.isEmpty() && length.isEmpty()) {
                continue;
            }
            double until = end.isPresent() ? end.getAsDouble() : begin.getAsDouble() + length.getAsDouble();
            Optional<TimeSpan> span = TimedTurns.span(begin.getAsDouble(), until);
            if (span.isPresent()) {
                List<CueText.Line> lines = new ArrayList<>();
                StringBuilder open = new StringBuilder();
                collect(p, agents.getOrDefault(p.getAttributeNS(METADATA, "agent"), ""), agents, open, lines);
                end(open, agents.getOrDefault(p.getAttributeNS(METADATA, "agent"), ""), lines);
                cues.add(new CueText.Cue(span.get(), lines));
            }
        }
        return CueText.document(file.path(), cues);
    }

    private static void collect(
            Element element, String speaker, Map<String, String> agents, StringBuilder open, List<CueText.Line> lines) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text) {
                open.append(text.getData());
            } else if (child instanceof Element e && "br".equals(e.getLocalName())) {
                end(open, speaker, lines);
            } else if (child instanceof Element e && !METADATA.equals(e.getNamespaceURI())) {
                String inner = agents.getOrDefault(e.getAttributeNS(METADATA, "agent"), speaker);
                if (!inner.equals(speaker)) {
                    end(open, speaker, lines);
                }
                collect(e, inner, agents, open, lines);
                if (!inner.equals(speaker)) {
                    end(open, inner, lines);
                }
            }
        }
    }

    private static void end(StringBuilder open, String speaker, List<CueText.Line> lines) {
        String text = open.toString().replaceAll("\\s+", " ").strip();
        if (!text.isEmpty()) {
            lines.add(new CueText.Line(speaker, text));
        }
        open.setLength(0);
    }

    private static double number(String text, double otherwise) {
        try {
            return text.isEmpty() ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static OptionalDouble seconds(String text, double rate, double ticks) {
        Matcher clock = CLOCK.matcher(text.strip());
        if (clock.matches()) {
            double frames = clock.group(4) == null ? 0 : Double.parseDouble(clock.group(4)) / rate;
            return OptionalDouble.of(3600 * Double.parseDouble(clock.group(1))
                    + 60 * Double.parseDouble(clock.group(2))
                    + Double.parseDouble(clock.group(3))
                    + frames);
        }
        Matcher offset = OFFSET.matcher(text.strip());
        if (!offset.matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(offset.group(1));
        return OptionalDouble.of(
                switch (offset.group(2)) {
                    case "h" -> value * 3600;
                    case "m" -> value * 60;
                    case "s" -> value;
                    case "ms" -> value / 1000;
                    case "f" -> value / rate;
                    default -> value / ticks;
                });
    }
}
