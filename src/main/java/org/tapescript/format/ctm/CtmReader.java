package org.tapescript.format.ctm;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.WordRuns;
import org.tapescript.format.plain.TextDecoder;

/** NIST's time-marked conversation format: words with times. Of one recording, for the file does not say how long each is. */
public final class CtmReader implements TranscriptReader {
    private static final Pattern LINE =
            Pattern.compile("(\\S+)\\s+(\\S+)\\s+(\\d+(?:\\.\\d+)?)\\s+(\\d+(?:\\.\\d+)?)\\s+(\\S+)(?:\\s.*)?");

    @Override
    public boolean reads(Path file, byte[] head) {
        String start = new String(head, StandardCharsets.UTF_8);
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".ctm")
                || start.matches("(?s)(?:;;[^\\n]*\\n)*\\S+ [12AB] \\d+\\.\\d+ \\d+\\.\\d+ \\S+(?: [\\d.]+)?\\r?\\n.*");
    }

    @Override
    public SourceDocument read(Path file, byte[] bytes) throws UnreadableTranscriptException {
        String text = TextDecoder.decode(file, bytes);
        List<WordRuns.SpokenWord> words = new ArrayList<>();
        String recording = "";
        for (String line : text.split("\\R")) {
            var m = LINE.matcher(line.strip());
            if (line.startsWith(";;") || !m.matches()) {
                continue;
            }
            if (!recording.isEmpty() && !recording.equals(m.group(1))) {
                throw new UnreadableTranscriptException(
                        file,
                        "it holds words of several recordings (" + recording + ", " + m.group(1)
                                + "); split it into one file each");
            }
            recording = m.group(1);
            double start = Double.parseDouble(m.group(3));
            TimedTurns.span(start, start + Double.parseDouble(m.group(4)))
                    .ifPresent(s -> words.add(new WordRuns.SpokenWord("", m.group(5), s)));
        }
        return WordRuns.document(file, words);
    }
}
