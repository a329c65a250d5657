package org.tapescript.format.rttm;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.WordRuns;

/**
 * NIST's rich transcription time-marked form (RT-09 evaluation plan, appendix A), as far as it has text: words ({@code LEXEME}), or turns
 * whose orthography field is filled. Most files say only who speaks when.
 */
public final class RttmReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("rttm")
                || file.start()
                        .matches("(?s)(?:;;[^\\n]*\\n)*(?:SPKR-INFO|SPEAKER|LEXEME) \\S+ \\d \\S+ \\S+ \\S+ \\S+ .*");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        List<WordRuns.SpokenWord> words = new ArrayList<>();
        TimedTurns turns = new TimedTurns(file.path());
        int silent = 0;
        int said = 0;
        for (String line : file.text().split("\\R")) {
            String[] f = line.strip().split("\\s+");
            boolean number = f.length >= 8
                    && f[3].matches("\\d{1,7}(?:\\.\\d{1,9})?")
                    && f[4].matches("\\d{1,7}(?:\\.\\d{1,9})?");
            if (!number) {
                continue;
            }
            double start = Double.parseDouble(f[3]);
            var span = TimedTurns.span(start, start + Double.parseDouble(f[4]));
            String speaker = f[7].equals("<NA>") ? "" : f[7].replace('_', ' ');
            if (f[0].equals("LEXEME") && !f[5].equals("<NA>")) {
                span.ifPresent(s -> words.add(new WordRuns.SpokenWord(speaker, f[5], s)));
            } else if (f[0].equals("SPEAKER") && !f[5].equals("<NA>")) {
                turns.turn(speaker, span, f[5].replace('_', ' '));
                said++;
            } else {
                silent++;
            }
        }
        if (words.isEmpty() && said == 0 && silent > 0) {
            throw file.unreadable(TranscriptFault.ONLY_SPEAKERS);
        }
        return words.isEmpty() ? turns.build() : WordRuns.document(file.path(), words);
    }
}
