package org.tapescript.format.srt;

import org.tapescript.domain.SourceDocument;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;

/** SubRip subtitles as a transcript with rough times. */
public final class SrtReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("srt")
                || file.start().matches("(?s)\\d+\\s*\\R\\s*\\d+:\\d{2}:\\d{2}[,.]\\d{1,3}\\s*-->.*");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        return CueText.document(file.path(), file.text());
    }
}
