package org.tapescript.format.vtt;

import org.tapescript.domain.SourceDocument;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.cue.CueBlocks;
import org.tapescript.format.cue.CueDocument;

/** WebVTT (W3C WebVTT 1), as browsers read it and somewhat more: voices, times of words, captions that roll. */
public final class VttReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("vtt") || file.start().matches("(?s)WEBVTT(?:[ \\t].*|\\R.*)");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        return CueDocument.of(file, CueBlocks.of(file.text(), true));
    }
}
