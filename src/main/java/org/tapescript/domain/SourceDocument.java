package org.tapescript.domain;

import java.util.List;

/**
 * A transcript as its file has it, before it is understood.
 *
 * @param name file name
 * @param text decoded text
 * @param blocks its paragraphs, or the lines that paragraphs are to be made of, in order
 * @param times of stretches of the text, in order: of words, or of cues within a block
 * @param reading how the file was read
 * @param remarks what it notes of places
 */
public record SourceDocument(
        String name,
        String text,
        List<Block> blocks,
        List<Transcript.Hint> times,
        Reading reading,
        List<Remark> remarks) {
    public SourceDocument {
        blocks = List.copyOf(blocks);
        times = List.copyOf(times);
        remarks = List.copyOf(remarks);
    }

    public SourceDocument(String name, String text, List<Block> blocks, List<Transcript.Hint> times, Reading reading) {
        this(name, text, blocks, times, reading, List.of());
    }

    public SourceDocument(String name, String text, List<Block> blocks) {
        this(name, text, blocks, List.of(), Reading.PLAIN);
    }

    public SourceDocument withReading(Reading other) {
        return new SourceDocument(name, text, blocks, times, other, remarks);
    }

    public SourceDocument withRemarks(List<Remark> other) {
        return new SourceDocument(name, text, blocks, times, reading, other);
    }
}
