package org.tapescript.domain;

import java.util.List;
import java.util.Optional;

/**
 * A transcript as its file has it, before it is understood.
 *
 * @param name file name
 * @param text decoded text
 * @param blocks its paragraphs, in order
 * @param words those whose times the file gives, in order
 */
public record SourceDocument(String name, String text, List<Block> blocks, List<TimedWord> words) {
    public SourceDocument {
        blocks = List.copyOf(blocks);
        words = List.copyOf(words);
    }

    /**
     * A paragraph of the file.
     *
     * @param line see {@link Paragraph#line()}
     * @param place its text without the spaces around it
     * @param style what the file's markup says of it
     * @param emphasis end of the bold text that it begins with, as an offset into the text; the place's start if there is none
     * @param hint rough time that the file gives it
     */
    public record Block(int line, CharSpan place, Style style, int emphasis, Optional<TimeSpan> hint) {}

    /** A word at a place of the text that is spoken at a time. */
    public record TimedWord(CharSpan place, TimeSpan time) {}

    /** What markup may say of a paragraph. */
    public enum Style {
        PLAIN,
        HEADING,
        CAPTION,
        QUOTE
    }
}
