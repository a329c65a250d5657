package org.tapescript.format.markdown;

import java.util.Optional;
import java.util.regex.Matcher;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jsoup.Jsoup;
import org.tapescript.domain.Block.Cell;
import org.tapescript.domain.Block.Style;
import org.tapescript.format.DocumentBuilder;

/** Goes through the nodes of a Markdown document. Its line ends within a paragraph stay: many write a turn a line. */
final class MarkdownWalk extends AbstractVisitor {
    private final DocumentBuilder builder;
    private final boolean figures;
    private boolean bold;
    private boolean italic;
    private Style style = Style.PLAIN;
    private int tables;
    private int row;
    private int column;

    /** @param figures whether what stands between fences is shown, as slides and code are, and not the transcript itself */
    MarkdownWalk(DocumentBuilder builder, boolean figures) {
        this.builder = builder;
        this.figures = figures;
    }

    /** How many letters of a document stand between fences. */
    static int fenced(Node root) {
        int[] letters = new int[1];
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock code) {
                letters[0] += code.getLiteral().length();
            }
        });
        return letters[0];
    }

    private void block(Style own, Runnable content) {
        builder.endParagraph();
        builder.style(own);
        content.run();
        builder.endParagraph();
        builder.style(style);
    }

    @Override
    public void visit(Paragraph paragraph) {
        boolean first = paragraph.getPrevious() == null && paragraph.getParent() instanceof ListItem;
        block(style, () -> {
            if (first) {
                mark((ListItem) paragraph.getParent());
            }
            visitChildren(paragraph);
        });
    }

    /** A hyphen before a line may be a dialogue's, and stands in the file. */
    private void mark(ListItem item) {
        if (item.getParent() instanceof BulletList list) {
            String bullet = list.getMarker();
            if ("-".equals(bullet)) {
                builder.append("- ");
            } else {
                builder.listMark("•");
            }
        } else if (item.getParent() instanceof OrderedList) {
            builder.listMark("1.");
        }
    }

    @Override
    public void visit(Heading heading) {
        block(Style.HEADING, () -> visitChildren(heading));
    }

    @Override
    public void visit(BlockQuote quote) {
        Style outer = style;
        style = unspoken(quote).orElse(Style.QUOTE);
        visitChildren(quote);
        style = outer;
    }

    /** What our own export says that it is. */
    private static Optional<Style> unspoken(BlockQuote quote) {
        Matcher m = MarkdownWriter.UNSPOKEN.matcher(
                quote.getPrevious() instanceof HtmlBlock html
                        ? html.getLiteral().strip()
                        : "");
        return m.matches()
                ? Optional.of(m.group("kind") == null ? Style.CAPTION : Style.ofUnspoken(m.group("kind")))
                : Optional.empty();
    }

    @Override
    public void visit(FencedCodeBlock code) {
        if (figures) {
            code.getLiteral().lines().filter(l -> !l.isBlank()).forEach(l -> builder.aside(Style.CAPTION, l.strip()));
        } else {
            builder.lines(code.getLiteral());
        }
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        builder.lines(code.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        block(
                style,
                () -> builder.append(Jsoup.parseBodyFragment(html.getLiteral()).text()));
    }

    @Override
    public void visit(HtmlInline html) {
        if (html.getLiteral().matches("(?i)<br\\s*/?>")) {
            builder.append("\n");
        }
    }

    @Override
    public void visit(Image image) {
        // Its words are for those who do not see it.
    }

    @Override
    public void visit(Text text) {
        builder.append(text.getLiteral(), bold, italic);
    }

    @Override
    public void visit(Code code) {
        builder.append(code.getLiteral(), bold, italic);
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        builder.append("\n", bold, italic);
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        builder.append("\n", bold, italic);
    }

    @Override
    public void visit(StrongEmphasis strong) {
        boolean outer = bold;
        bold = true;
        visitChildren(strong);
        bold = outer;
    }

    @Override
    public void visit(Emphasis emphasis) {
        boolean outer = italic;
        italic = true;
        visitChildren(emphasis);
        italic = outer;
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            row = 0;
            visitChildren(block);
            tables++;
        } else {
            visitChildren(block);
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableCell) {
            block(style, () -> {
                builder.cell(new Cell(tables, row, column++));
                visitChildren(node);
            });
        } else if (node instanceof TableRow) {
            column = 0;
            visitChildren(node);
            row++;
        } else {
            visitChildren(node);
        }
    }
}
