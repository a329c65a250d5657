package org.tapescript.format.ttml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TimedTurns.Said;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.XmlTree;
import org.tapescript.format.cue.Cue;
import org.tapescript.format.cue.CueDocument;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * TTML of any profile and age: what has a time, which is counted from what holds it (TTML 2, 12), of the speakers that agents name. Spans
 * of one word each give words their times, as in Apple's transcripts.
 */
public final class TtmlReader implements TranscriptReader {
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    @Override
    public boolean reads(TranscriptFile file) {
        // The tag alone would not do: HTML has one of that name, for typewriter text.
        String start = file.start();
        return file.isNamed("ttml", "dfxp", "itt") || start.contains("/ns/ttml") || start.contains("/ttaf1");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        Element root = XmlTree.parse(file).getDocumentElement();
        Map<String, String> agents = new HashMap<>();
        for (Element agent : XmlTree.all(root, "agent")) {
            XmlTree.first(agent, "name").ifPresent(n -> agents.put(agent.getAttributeNS(XML, "id"), XmlTree.text(n)));
        }
        Walk walk = new Walk(agents, TtmlTimes.of(root));
        for (Element body : XmlTree.children(root)) {
            if (XmlTree.is(body, "body")) {
                walk.timed(body, TtmlTimes.Interval.ALL, "");
            }
        }
        return CueDocument.of(file, walk.cues);
    }

    private static final class Walk {
        private final Map<String, String> agents;
        private final TtmlTimes times;
        private final List<Cue> cues = new ArrayList<>();

        Walk(Map<String, String> agents, TtmlTimes times) {
            this.agents = agents;
            this.times = times;
        }

        /** Body, divisions and paragraphs: the first of them that holds text is a cue. */
        void timed(Element element, TtmlTimes.Interval parent, String speaker) {
            String who = speaker(element, speaker);
            boolean inSequence = "seq".equals(element.getAttribute("timeContainer"));
            TtmlTimes.Interval own = times.of(element, parent);
            if (XmlTree.is(element, "p")) {
                paragraph(element, own, who);
                return;
            }
            TtmlTimes.Interval within = own;
            for (Element child : XmlTree.children(element)) {
                if (XmlTree.is(child, "div", "p")) {
                    timed(child, within, who);
                    within = inSequence ? own.after(times.of(child, within)) : own;
                }
            }
        }

        private String speaker(Element element, String otherwise) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Node attribute = element.getAttributes().item(i);
                if ("agent".equals(attribute.getLocalName())) {
                    String id = attribute.getNodeValue().strip().split("\\s+")[0];
                    return agents.getOrDefault(id, id);
                }
            }
            return otherwise;
        }

        private void paragraph(Element p, TtmlTimes.Interval own, String who) {
            Lines lines = new Lines();
            collect(p, own, who, lines);
            lines.end(who);
            Optional<TimeSpan> span = own.span().or(() -> lines.span);
            if (!lines.done.isEmpty()) {
                cues.add(new Cue(span, lines.done));
            }
        }

        private void collect(Element element, TtmlTimes.Interval parent, String speaker, Lines lines) {
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Text text) {
                    lines.text(text.getData(), Optional.empty());
                } else if (XmlTree.is(child, "br")) {
                    lines.end(speaker);
                } else if (child instanceof Element e && XmlTree.is(e, "span")) {
                    String inner = speaker(e, speaker);
                    TtmlTimes.Interval own = times.of(e, parent);
                    if (!inner.equals(speaker)) {
                        lines.end(speaker);
                    }
                    if (own.span().isPresent() && XmlTree.children(e).isEmpty() && times.isTimed(e)) {
                        lines.text(e.getTextContent(), own.span());
                    } else {
                        collect(e, own, inner, lines);
                    }
                    if (!inner.equals(speaker)) {
                        lines.end(inner);
                    }
                }
            }
        }
    }

    /** Lines of a paragraph on the way. */
    private static final class Lines {
        private final List<Cue.Line> done = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();
        private final List<Said> words = new ArrayList<>();
        private Optional<TimeSpan> span = Optional.empty();

        void text(String text, Optional<TimeSpan> time) {
            String bare = text.strip();
            boolean word = time.isPresent() && !bare.isEmpty() && !bare.matches("(?Us).*\\s.*");
            if (word && (open.isEmpty() || Character.isWhitespace(open.charAt(open.length() - 1)))) {
                words.add(new Said(bare, time));
            }
            if (time.isPresent()) {
                span = span.isPresent() ? span.map(s -> s.union(time.get())) : time;
            }
            open.append(text);
        }

        void end(String speaker) {
            String text = open.toString().replaceAll("(?U)\\s+", " ").strip();
            if (!text.isEmpty()) {
                done.add(new Cue.Line(
                        speaker, text, words.isEmpty() ? List.of() : TimedTurns.words(text, List.copyOf(words))));
            }
            open.setLength(0);
            words.clear();
        }
    }
}
