package org.tapescript.format.youtube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jsoup.parser.Parser;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.ClockTime;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TimedTurns.Said;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.XmlTree;
import org.tapescript.format.cue.Cue;
import org.tapescript.format.cue.CueDocument;
import org.tapescript.format.cue.CueMarkup;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * YouTube's timed text: {@code <transcript>} of {@code <text start dur>} in seconds (format 1), or {@code <timedtext>} of {@code <p t d>}
 * in thousandths, words in {@code <s t>} counted from their paragraph (format 3). Entities may be escaped twice.
 */
public final class YoutubeReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.start().matches("(?s)(?:<\\?xml[^>]*>\\s*)?<(?:transcript|timedtext)\\b.*")
                && file.start().matches("(?s).*<(?:text\\b[^>]*\\bstart=|timedtext\\b|p\\b[^>]*\\bt=).*");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        Document document = XmlTree.parse(file);
        List<Cue> cues = new ArrayList<>();
        for (Element text : XmlTree.all(document, "text")) {
            cues.add(cue(text, number(text, "start", 1), number(text, "dur", 1)));
        }
        for (Element p : XmlTree.all(document, "p")) {
            cues.add(cue(p, number(p, "t", 1000), number(p, "d", 1000)));
        }
        return CueDocument.of(file, cues);
    }

    private static double number(Element e, String attribute, double unit) {
        return ClockTime.parse(e.getAttribute(attribute)).orElse(0.0) / unit;
    }

    private static Cue cue(Element element, double start, double length) {
        Optional<TimeSpan> span = TimedTurns.span(start, start + length);
        List<Element> spans = XmlTree.all(element, "s");
        if (span.isPresent() && spans.size() > 1) {
            return new Cue(span, List.of(new Cue.Line("", plain(element), words(spans, start, start + length))));
        }
        List<Cue.Line> lines = Arrays.stream(text(element).split("\\n"))
                .map(l -> new Cue.Line("", CueMarkup.plain(l).strip()))
                .toList();
        return new Cue(span, lines);
    }

    private static String text(Element element) {
        return Parser.unescapeEntities(element.getTextContent(), false);
    }

    private static String plain(Element element) {
        return CueMarkup.plain(text(element)).replaceAll("(?U)\\s+", " ").strip();
    }

    private static List<Said> words(List<Element> spans, double start, double end) {
        List<Said> words = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            double from = start + number(spans.get(i), "t", 1000);
            double to = i + 1 < spans.size() ? start + number(spans.get(i + 1), "t", 1000) : end;
            List<Said> said = TimedTurns.words(plain(spans.get(i)));
            said.forEach(w -> words.add(new Said(
                    w.text(), said.size() == 1 ? TimedTurns.span(from, Math.max(from, to)) : Optional.empty())));
        }
        return words;
    }
}
