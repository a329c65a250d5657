package org.tapescript.format;

import java.io.IOException;
import org.tapescript.domain.SourceDocument;

/** Reads a transcript's paragraphs from a file of one kind. */
public interface TranscriptReader {
    /** Whether a file is of this kind, by its name and what it begins with. */
    boolean reads(TranscriptFile file);

    /** @throws UnreadableTranscriptException if it cannot be read */
    SourceDocument read(TranscriptFile file) throws IOException;
}
