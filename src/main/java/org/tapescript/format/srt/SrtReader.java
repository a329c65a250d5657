package org.tapescript.format.srt;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.plain.TextDecoder;

/** SubRip subtitles as a transcript with rough times. */
public final class SrtReader implements TranscriptReader {
    @Override
    public boolean reads(Path file, byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".srt")
                || start.matches(
                        "(?s)(?:\u00ef\u00bb\u00bf)?\\s*\\d+\\s*\\R\\s*\\d+:\\d{2}:\\d{2}[,.]\\d{1,3}\\s*-->.*");
    }

    @Override
    public SourceDocument read(Path file, byte[] bytes) throws UnreadableTranscriptException {
        return CueText.document(file, TextDecoder.decode(file, bytes));
    }
}
