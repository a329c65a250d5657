package org.tapescript.format.srt;

import org.tapescript.domain.SourceDocument;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.cue.CueBlocks;
import org.tapescript.format.cue.CueDocument;

/** SubRip subtitles, which have no standard but what players read; also under other names, if the file begins as they do. */
public final class SrtReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("srt") || CueBlocks.begins(file.start());
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        return CueDocument.of(file, CueBlocks.of(file.text(), false));
    }
}
