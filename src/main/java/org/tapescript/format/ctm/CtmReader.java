package org.tapescript.format.ctm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.WordRuns;

/** NIST's time-marked conversation format: words with times. Of one recording, for the file does not say how long each is. */
public final class CtmReader implements TranscriptReader {
    private static final Pattern LINE =
            Pattern.compile("(\\S+)\\s+(\\S+)\\s+(\\d+(?:\\.\\d+)?)\\s+(\\d+(?:\\.\\d+)?)\\s+(\\S+)(?:\\s.*)?");

    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("ctm")
                || file.start()
                        .matches("(?s)(?:;;[^\\n]*\\n)*\\S+ [12AB] \\d+\\.\\d+ \\d+\\.\\d+ \\S+(?: [\\d.]+)?\\r?\\n.*");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        String text = file.text();
        List<WordRuns.SpokenWord> words = new ArrayList<>();
        String recording = "";
        for (String line : text.split("\\R")) {
            var m = LINE.matcher(line.strip());
            if (line.startsWith(";;") || !m.matches()) {
                continue;
            }
            if (!recording.isEmpty() && !recording.equals(m.group(1))) {
                throw file.unreadable(TranscriptFault.SEVERAL_RECORDINGS, recording, m.group(1));
            }
            recording = m.group(1);
            double start = Double.parseDouble(m.group(3));
            TimedTurns.span(start, start + Double.parseDouble(m.group(4)))
                    .ifPresent(s -> words.add(new WordRuns.SpokenWord("", m.group(5), s)));
        }
        return WordRuns.document(file.path(), words);
    }
}
