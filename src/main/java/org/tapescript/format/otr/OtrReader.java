package org.tapescript.format.otr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.JsonText;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;

/** oTranscribe's files: paragraphs of HTML in JSON, timestamps among them; each holds until the next. */
public final class OtrReader implements TranscriptReader {
    private static final double LAST_SECONDS = 60;

    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("otr");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        JsonNode json = JsonText.parse(file);
        if (!json.path("text").isTextual()) {
            throw file.unreadable(TranscriptFault.NO_OTR);
        }
        Document html = Jsoup.parseBodyFragment(json.get("text").asText());
        List<Paragraph> paragraphs = new ArrayList<>();
        Paragraph[] open = {new Paragraph()};
        walk(html.body(), paragraphs, open);
        paragraphs.add(open[0]);
        DocumentBuilder builder = new DocumentBuilder(file.name());
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph p = paragraphs.get(i);
            if (p.seconds >= 0) {
                double end = p.seconds + LAST_SECONDS;
                for (int next = i + 1; next < paragraphs.size(); next++) {
                    if (paragraphs.get(next).seconds >= p.seconds) {
                        end = paragraphs.get(next).seconds;
                        break;
                    }
                }
                builder.time(TimeSpan.ofSeconds(p.seconds, end));
            }
            builder.append(p.text.toString().replaceAll("(?U)\\s+", " ").strip());
            builder.endParagraph();
        }
        return builder.build();
    }

    private static final class Paragraph {
        private final StringBuilder text = new StringBuilder();
        private double seconds = -1;
    }

    private static void walk(Element element, List<Paragraph> done, Paragraph[] open) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                open[0].text.append(text.getWholeText());
            } else if (child instanceof Element e) {
                if (e.hasClass("timestamp")) {
                    if (open[0].seconds < 0) {
                        open[0].seconds = seconds(e.attr("data-timestamp"));
                    }
                } else if (e.isBlock() || e.normalName().equals("br")) {
                    next(done, open);
                    walk(e, done, open);
                    next(done, open);
                } else {
                    walk(e, done, open);
                }
            }
        }
    }

    private static void next(List<Paragraph> done, Paragraph[] open) {
        if (!open[0].text.toString().isBlank()) {
            done.add(open[0]);
            open[0] = new Paragraph();
        }
    }

    private static double seconds(String text) {
        try {
            double value = Double.parseDouble(text);
            return value >= 0 && value < 1e7 ? value : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
