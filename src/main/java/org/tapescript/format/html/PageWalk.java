package org.tapescript.format.html;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.tapescript.domain.Block.Cell;
import org.tapescript.domain.Block.Style;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TimedTurns;

/**
 * Goes through a page: block elements and {@code <br>} end paragraphs, lists of terms and tables tell their cells, preformatted text its
 * lines. Words with Hyperaudio's times ({@code data-m}, {@code data-d}, in thousandths) keep them.
 */
final class PageWalk {
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
            "dl",
            "table",
            "tbody",
            "thead",
            "tfoot",
            "caption",
            "center",
            "address",
            "hr",
            "details",
            "summary",
            "fieldset");
    private static final Pattern SPEAKER =
            Pattern.compile("data-(?:person-)?(?:speaker|speaking)(?:-?(?:name|label|attribution))?");
    private static final int MAX_NAME_LENGTH = 100;
    private static final Pattern LABEL_END = Pattern.compile("[\\s:.?]+$");
    private static final Set<String> BOLD = Set.of("b", "strong");
    private static final Set<String> ITALIC = Set.of("i", "em", "cite");

    private final DocumentBuilder builder;
    private int tables;
    private Cell cell;
    private boolean afterWord;
    /** Who speaks all that stands in the element that is gone through; empty if it does not say. */
    private String speaker = "";
    /** When that is said, if it is known. */
    private Optional<TimeSpan> when = Optional.empty();

    private VoiceClasses voices = VoiceClasses.NONE;
    private SpeechItems items = SpeechItems.NONE;
    private PageEdges edges = PageEdges.NONE;

    PageWalk(DocumentBuilder builder) {
        this.builder = builder;
    }

    void page(Element root) {
        voices = VoiceClasses.of(root);
        items = SpeechItems.of(root);
        edges = PageEdges.of(root, e -> items.at(e).isPresent() || named(e).isPresent());
        block(root, Style.PLAIN);
    }

    private void begin(Style style) {
        builder.endParagraph();
        builder.style(style);
        if (cell != null) {
            builder.cell(cell);
        }
        if (!speaker.isEmpty()) {
            builder.speaker(speaker);
        }
        when.ifPresent(builder::time);
    }

    private void block(Element element, Style inherited) {
        if (isHidden(element)) {
            return;
        }
        if (isOwnTurn(element)) {
            ownTurn(element, inherited);
            begin(inherited);
            return;
        }
        Style style = edges.isOutside(element) ? edge(style(element, inherited)) : style(element, inherited);
        begin(style);
        voices.speaker(element).ifPresent(builder::speaker);
        String outer = speaker;
        Optional<SpeechItems.Item> item = items.at(element);
        speaker = item.map(SpeechItems.Item::speaker).or(() -> named(element)).orElse(outer);
        if (!speaker.isEmpty()) {
            builder.speaker(speaker);
        }
        Optional<TimeSpan> outerTime = when;
        when = item.flatMap(SpeechItems.Item::when).or(() -> outerTime);
        when.ifPresent(builder::time);
        switch (element.normalName()) {
            case "pre" -> pre(element);
            case "table" -> table(element, style);
            case "dl" -> terms(element, style);
            default -> children(element, style, false, false);
        }
        speaker = outer;
        when = outerTime;
        begin(inherited);
    }

    private static Style edge(Style style) {
        return style == Style.PLAIN ? Style.CAPTION : style;
    }

    /** Who speaks what stands in an element, where an attribute of data says so by name: {@code data-speaker}. */
    private static Optional<String> named(Element element) {
        for (Attribute attribute : element.attributes()) {
            String value = attribute.getValue().strip();
            if (SPEAKER.matcher(attribute.getKey()).matches()
                    && value.length() <= MAX_NAME_LENGTH
                    && value.codePoints().anyMatch(Character::isLetter)
                    && !isPrinted(element, value)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** Whether an element prints the name as well, as a heading for example: it is then read there, and is not said. */
    private static boolean isPrinted(Element element, String name) {
        return element.getAllElements().stream()
                .skip(1)
                .anyMatch(e -> bare(e.text()).equalsIgnoreCase(bare(name)));
    }

    /** A name without what may end it as a label, or itself. */
    private static String bare(String name) {
        return LABEL_END.matcher(name).replaceFirst("");
    }

    /** Whether an element is a turn, or a part of one, as our own pages have them. */
    private static boolean isOwnTurn(Element element) {
        return element.normalName().equals("section") && element.hasClass("turn") && element.hasAttr("data-speaker");
    }

    /** Its paragraphs, of which the first has the name: that and the time above it are what they are, whatever they look like. */
    private void ownTurn(Element section, Style style) {
        boolean begins =
                section.children().stream().anyMatch(e -> e.normalName().equals("h2"));
        for (Element paragraph : section.children()) {
            if (paragraph.normalName().equals("p")) {
                begin(style);
                if (begins) {
                    builder.speaker(section.attr("data-speaker"));
                    begins = false;
                }
                children(paragraph, style, false, false);
                builder.endParagraph();
            }
        }
    }

    private void pre(Element element) {
        element.select("br").forEach(br -> br.replaceWith(new TextNode("\n")));
        builder.lines(element.wholeText());
    }

    private void table(Element table, Style style) {
        // Old pages use tables within tables for layout.
        if (cell != null || !table.select("table table").isEmpty()) {
            children(table, style, false, false);
            return;
        }
        int number = tables++;
        int row = 0;
        for (Element r : table.select("tr")) {
            int column = 0;
            for (Element c : r.children()) {
                cell = new Cell(number, row, column);
                begin(style);
                children(c, style, false, false);
                builder.endParagraph();
                cell = null;
                String span = c.attr("colspan");
                column += span.matches("[1-9]\\d?") ? Integer.parseInt(span) : 1;
            }
            row++;
        }
        table.select("caption").forEach(c -> block(c, style));
    }

    private void terms(Element list, Style style) {
        int number = tables++;
        int row = -1;
        boolean term = false;
        for (Element e : list.select("dt, dd")) {
            boolean isTerm = e.normalName().equals("dt");
            row += isTerm && !term || row < 0 ? 1 : 0;
            row += isTerm && term ? 1 : 0;
            term = isTerm;
            cell = new Cell(number, row, isTerm ? 0 : 1);
            begin(style);
            children(e, style, false, false);
            builder.endParagraph();
            cell = null;
        }
    }

    private void children(Element element, Style style, boolean bold, boolean italic) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                String content =
                        text.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " ").replace("\u00ad", "");
                if (!afterWord || !content.isBlank()) {
                    builder.append(content, bold, italic);
                    afterWord = false;
                }
            } else if (child instanceof Element e) {
                element(e, style, bold, italic);
            }
        }
    }

    private void element(Element e, Style style, boolean bold, boolean italic) {
        String name = e.normalName();
        if (items.isUnsaid(e)) {
            return;
        }
        if (name.equals("br")) {
            // One break is a line end within a paragraph of verse, or a paragraph's end in sloppy pages: the latter is
            // usual.
            begin(style);
        } else if (BLOCKS.contains(name)) {
            block(e, style);
        } else if (e.hasClass("speaker")
                && e.parent() != null
                && e.parent().select("span[data-d]").size() > 0) {
            builder.speaker(
                    e.text().strip().replaceAll("^\\[([^\\[\\]]+)\\]", "$1").replaceAll("[:\\s]+$", ""));
        } else if (e.hasAttr("data-m") && e.hasAttr("data-d") || e.parent() != null && isTimed(e.parent())) {
            timed(e);
        } else if (!isReference(e) && !isHidden(e)) {
            noScribe(e);
            // What a page calls the speaker is set apart, however it is drawn.
            boolean heavy =
                    bold || BOLD.contains(name) || e.hasClass("speaker") || css(e, "font-weight:(?:bold|[6-9]00)");
            boolean slanted = italic || ITALIC.contains(name) || css(e, "font-style:italic");
            children(e, style, heavy, slanted);
        }
    }

    /** A paragraph of Hyperaudio's, in which words without a time have none to give. */
    private static boolean isTimed(Element paragraph) {
        Element first = paragraph.firstElementChild();
        return first != null && first.hasClass("speaker");
    }

    private void timed(Element e) {
        String start = e.attr("data-m");
        String length = e.attr("data-d");
        Optional<TimeSpan> time = start.matches("\\d{1,10}") && length.matches("\\d{1,10}")
                ? TimedTurns.span(
                        Double.parseDouble(start) / 1000,
                        (Double.parseDouble(start) + Double.parseDouble(length)) / 1000)
                : Optional.empty();
        String[] words = e.text().strip().split("(?U)\\s+");
        for (String word : words) {
            builder.word(word, words.length == 1 ? time : Optional.empty());
        }
        afterWord = true;
    }

    /** NoScribe's anchors say from when to when a paragraph is said, in thousandths. */
    private void noScribe(Element e) {
        String[] parts = e.attr("name").split("_");
        if (parts.length > 2
                && parts[0].equals("ts")
                && parts[1].matches("\\d{1,10}")
                && parts[2].matches("\\d{1,10}")) {
            TimedTurns.span(Double.parseDouble(parts[1]) / 1000, Double.parseDouble(parts[2]) / 1000)
                    .ifPresent(builder::time);
        }
    }

    /** The number of a note: a link that is set higher, or Word's. */
    private static boolean isReference(Element e) {
        boolean number = e.text().strip().matches("\\[?(?:\\d{1,3}|[ivx]{1,5}|[*†‡])\\]?");
        return number
                && (e.normalName().equals("sup") && !e.select("a").isEmpty()
                        || e.normalName().equals("a")
                                && (e.attr("href").matches("#_?(?:ftn|edn|fn|note|cite).*")
                                        || e.parent() != null
                                                && e.parent().normalName().equals("sup")));
    }

    private static boolean isHidden(Element e) {
        return css(e, "display:none") || css(e, "mso-hide:all") || css(e, "visibility:hidden");
    }

    private static boolean css(Element e, String pattern) {
        return e.hasAttr("style")
                && e.attr("style").replace(" ", "").toLowerCase(Locale.ROOT).matches("(?s).*" + pattern + ".*");
    }

    private static Style style(Element element, Style inherited) {
        String name = element.normalName();
        String classes = element.className().toLowerCase(Locale.ROOT);
        if (classes.startsWith("unspoken ")) {
            return Style.ofUnspoken(classes.substring("unspoken ".length()));
        }
        if (name.matches("h[1-6]")) {
            return Style.HEADING;
        }
        if (name.equals("figcaption")
                || name.equals("caption")
                || name.equals("aside") && !classes.contains("quote")
                || classes.contains("caption")
                || classes.startsWith("unspoken")) {
            return Style.CAPTION;
        }
        if (name.equals("blockquote") || classes.contains("pullquote") || classes.contains("pull-quote")) {
            return Style.QUOTE;
        }
        return inherited;
    }
}
