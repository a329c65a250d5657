package org.tapescript.format;

import java.io.IOException;
import java.nio.file.Path;
import org.tapescript.domain.SourceDocument;

/** Reads a transcript's paragraphs from a file of one kind. */
public interface TranscriptReader {
    /** Whether a file is of this kind, by its name and its first bytes. */
    boolean reads(Path file, byte[] head);

    /**
     * @param bytes all of the file
     * @throws UnreadableTranscriptException if it cannot be read
     */
    SourceDocument read(Path file, byte[] bytes) throws IOException;
}
