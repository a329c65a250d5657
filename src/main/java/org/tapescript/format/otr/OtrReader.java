package org.tapescript.format.otr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.tapescript.domain.Block.Style;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.JsonText;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;

/**
 * oTranscribe's files: paragraphs of HTML in JSON, timestamps among them; each holds until the next. Where paragraphs begin with a name in
 * bold, as our own have it, whole paragraphs in italics are not said.
 */
public final class OtrReader implements TranscriptReader {
    private static final double LAST_SECONDS = 60;
    private static final int MIN_NAMED = 2;

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
        walk(html.body(), paragraphs, open, false, false);
        paragraphs.add(open[0]);
        DocumentBuilder builder = new DocumentBuilder(file.name());
        long named = paragraphs.stream().filter(p -> p.name().isPresent()).count();
        boolean voices = named >= MIN_NAMED && named * 2 > paragraphs.size();
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
            Optional<String> name = voices ? p.name() : Optional.empty();
            name.ifPresent(builder::speaker);
            builder.style(voices && name.isEmpty() && p.italic == p.length() ? Style.HEADING : Style.PLAIN);
            builder.append(single(p.text.substring(name.isPresent() ? p.bold : 0)));
            builder.endParagraph();
        }
        return builder.build();
    }

    private static final class Paragraph {
        private final StringBuilder text = new StringBuilder();
        private double seconds = -1;
        /** Length of the bold beginning, and of all text in italics. */
        private int bold;

        private int italic;

        private int length() {
            return text.toString().replaceAll("(?U)\\s", "").length();
        }

        /** The name in bold at the beginning, if a colon ends it. */
        private Optional<String> name() {
            String start = single(text.substring(0, bold));
            return start.endsWith(":") && start.length() > 1
                    ? Optional.of(start.substring(0, start.length() - 1).strip())
                    : Optional.empty();
        }

        private void add(String more, boolean inBold, boolean inItalics) {
            boolean opens = text.toString().isBlank() || bold == text.length();
            text.append(more);
            bold = inBold && opens ? text.length() : bold;
            italic += inItalics ? more.replaceAll("(?U)\\s", "").length() : 0;
        }
    }

    private static String single(String text) {
        return text.replaceAll("(?U)\\s+", " ").strip();
    }

    private static void walk(Element element, List<Paragraph> done, Paragraph[] open, boolean bold, boolean italic) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                open[0].add(text.getWholeText(), bold, italic);
            } else if (child instanceof Element e) {
                if (e.hasClass("timestamp")) {
                    if (open[0].seconds < 0) {
                        open[0].seconds = seconds(e.attr("data-timestamp"));
                    }
                } else if (e.isBlock() || e.normalName().equals("br")) {
                    next(done, open);
                    walk(e, done, open, bold, italic);
                    next(done, open);
                } else {
                    String tag = e.normalName();
                    walk(
                            e,
                            done,
                            open,
                            bold || tag.equals("b") || tag.equals("strong"),
                            italic || tag.equals("i") || tag.equals("em"));
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
