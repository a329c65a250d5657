package org.tapescript.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Understanding;
import org.tapescript.format.Formats;
import org.tapescript.format.ReadOptions;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.text.structure.Instructions;
import org.tapescript.text.structure.TranscriptAnalyzer;

/** Reads a transcript of any kind and understands it. */
public final class ImportTranscript {
    private ImportTranscript() {}

    /**
     * @param names speakers in the order in which they first speak; may be empty
     * @throws UnreadableTranscriptException if the file cannot be read or holds no text
     */
    public static Transcript run(Path file, List<String> names) throws IOException {
        return understand(file, ReadOptions.FIND, Instructions.named(names)).transcript();
    }

    /** As {@link #run}, with what the user says of the file and its text, and with how it was done. */
    public static Understanding understand(Path file, ReadOptions reading, Instructions told) throws IOException {
        return TranscriptAnalyzer.understand(Formats.read(file, reading), told);
    }
}
