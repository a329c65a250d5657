package org.tapescript.format.html;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.tapescript.domain.Block.Style;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;

/** The paragraphs of a web page, without navigation, scripts and other furniture. */
public final class HtmlReader implements TranscriptReader {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "blockquote",
            "figcaption",
            "section",
            "article",
            "td",
            "th",
            "tr",
            "dt",
            "dd",
            "pre",
            "figure",
            "main",
            "header",
            "footer",
            "aside",
            "ul",
            "ol",
            "table",
            "caption");
    private static final Set<String> BOLD = Set.of("b", "strong");

    @Override
    public boolean reads(TranscriptFile file) {
        String start = file.start().toLowerCase(Locale.ROOT);
        return file.isNamed("html", "htm", "xhtml") || start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws IOException {
        Document page = Jsoup.parse(new ByteArrayInputStream(file.bytes()), null, "");
        page.select(
                        "script, style, noscript, nav, form, button, iframe, template, svg, head, [hidden], [aria-hidden=true]")
                .remove();
        Element root = page.selectFirst("article");
        DocumentBuilder builder = new DocumentBuilder(file.name());
        new Walk(builder)
                .block(
                        root == null
                                        || root.text().length() * 2
                                                < page.body().text().length()
                                ? page.body()
                                : root,
                        Style.PLAIN);
        return builder.build();
    }

    /** Goes through the page; block elements and {@code <br><br>} end paragraphs. */
    private static final class Walk {
        private final DocumentBuilder builder;
        private int breaks;

        Walk(DocumentBuilder builder) {
            this.builder = builder;
        }

        void block(Element element, Style inherited) {
            Style style = style(element, inherited);
            builder.endParagraph();
            builder.style(style);
            children(element, style, false);
            builder.endParagraph();
            builder.style(inherited);
        }

        private void children(Element element, Style style, boolean bold) {
            for (Node child : element.childNodes()) {
                if (child instanceof TextNode text) {
                    String content = text.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " ");
                    if (!content.isBlank()) {
                        breaks = 0;
                    }
                    builder.append(content, bold, false);
                } else if (child instanceof Element e) {
                    element(e, style, bold);
                }
            }
        }

        private void element(Element e, Style style, boolean bold) {
            if (e.normalName().equals("br")) {
                // One break is a line end within a paragraph of verse, or a paragraph's end in sloppy pages: the latter
                // is usual.
                breaks++;
                builder.endParagraph();
                builder.style(style);
            } else if (BLOCKS.contains(e.normalName())) {
                block(e, style);
            } else {
                boolean heavy = bold
                        || BOLD.contains(e.normalName())
                        || e.attr("style").replace(" ", "").matches("(?i).*font-weight:(bold|[6-9]00).*");
                children(e, style, heavy);
            }
        }

        private static Style style(Element element, Style inherited) {
            String name = element.normalName();
            String classes = element.className().toLowerCase(Locale.ROOT);
            if (name.matches("h[1-6]")) {
                return Style.HEADING;
            }
            if (name.equals("figcaption") || name.equals("caption") || classes.contains("caption")) {
                return Style.CAPTION;
            }
            if (name.equals("blockquote") || classes.contains("pullquote") || classes.contains("pull-quote")) {
                return Style.QUOTE;
            }
            return inherited;
        }
    }
}
