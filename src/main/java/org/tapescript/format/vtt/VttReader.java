package org.tapescript.format.vtt;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.plain.TextDecoder;
import org.tapescript.format.srt.CueText;

/** WebVTT as a transcript with rough times. */
public final class VttReader implements TranscriptReader {
    @Override
    public boolean reads(Path file, byte[] head) {
        String start = new String(head, StandardCharsets.UTF_8);
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".vtt")
                || start.matches("(?s)\ufeff?WEBVTT(?:[ \\t].*|\\R.*)");
    }

    @Override
    public SourceDocument read(Path file, byte[] bytes) throws UnreadableTranscriptException {
        return CueText.document(file, TextDecoder.decode(file, bytes));
    }
}
