package org.tapescript.domain;

import java.util.List;
import java.util.Optional;

/**
 * A piece of a transcript's file as its reader found it: what it says, and beside it what the file itself knows of it. Nothing that the
 * reader adds stands in the text.
 *
 * @param line see {@link Paragraph#line()}
 * @param place its text without the spaces around it
 * @param layout how it stands to its neighbours
 * @param style what the file's markup says of it
 * @param emphases bold and italic stretches, in order
 * @param speaker who says it, if the file says so beside the text; empty if it does not, or says nothing of this block. Such a name is
 *     taken as it is
 * @param time of the whole, which only guides
 * @param cell where it stands in a table or list of terms
 * @param listMark bullet or number that the file's markup puts before it; empty if there is none
 * @param page counted from 1; 0 where there are none
 */
public record Block(
        int line,
        CharSpan place,
        Layout layout,
        Style style,
        List<Emphasis> emphases,
        Optional<String> speaker,
        Optional<TimeSpan> time,
        Optional<Cell> cell,
        String listMark,
        int page) {
    public Block {
        emphases = List.copyOf(emphases);
        speaker = speaker.filter(s -> !s.isBlank());
    }

    /** A paragraph of which nothing is known. */
    public static Block paragraph(int line, CharSpan place) {
        return new Block(
                line,
                place,
                Layout.PARAGRAPH,
                Style.PLAIN,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                0);
    }

    /** A line of a page; the text around it says how far it is indented and which lines are blank. */
    public static Block line(int line, CharSpan place, int page) {
        return new Block(
                line,
                place,
                Layout.LINE,
                Style.PLAIN,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                page);
    }

    public Block withPlace(CharSpan other) {
        return new Block(line, other, layout, style, emphases, speaker, time, cell, listMark, page);
    }

    public Block withLayout(Layout other) {
        return new Block(line, place, other, style, emphases, speaker, time, cell, listMark, page);
    }

    /** How a block stands to its neighbours. */
    public enum Layout {
        /** The file says that this is a paragraph. */
        PARAGRAPH,
        /** The file says only where lines end; which of them make a paragraph is to be found. */
        LINE,
        /** A subtitle, or as many as make a sentence. */
        CUE
    }

    /** What markup may say of a paragraph. */
    public enum Style {
        PLAIN,
        HEADING,
        CAPTION,
        QUOTE,
        STANDFIRST(ParagraphKind.STANDFIRST),
        INTRODUCTION(ParagraphKind.INTRODUCTION),
        PULL_QUOTE(ParagraphKind.PULL_QUOTE),
        NOTE(ParagraphKind.NOTE),
        AFTERWORD(ParagraphKind.AFTERWORD),
        OTHER(ParagraphKind.OTHER);

        private final Optional<ParagraphKind> told;

        Style() {
            told = Optional.empty();
        }

        Style(ParagraphKind told) {
            this.told = Optional.of(told);
        }

        /** What a paragraph is, where markup leaves no doubt, as that of our own exports. */
        public Optional<ParagraphKind> told() {
            return told;
        }

        /** The style of what nobody says, by the label of its kind; that of captions for one that is not known. */
        public static Style ofUnspoken(String label) {
            for (Style style : values()) {
                if (style.told.filter(k -> k.label().equals(label)).isPresent()) {
                    return style;
                }
            }
            return label.equals(ParagraphKind.HEADING.label()) ? HEADING : CAPTION;
        }
    }

    /** A stretch in bold or in italics. */
    public record Emphasis(CharSpan place, boolean bold) {}

    /** A cell of a table, or of a list of terms, in which terms are column 0; all are counted from 0. */
    public record Cell(int table, int row, int column) {}
}
