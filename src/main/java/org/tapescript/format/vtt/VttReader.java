package org.tapescript.format.vtt;

import org.tapescript.domain.SourceDocument;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.srt.CueText;

/** WebVTT as a transcript with rough times. */
public final class VttReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("vtt") || file.start().matches("(?s)WEBVTT(?:[ \\t].*|\\R.*)");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        return CueText.document(file.path(), file.text());
    }
}
