package org.tapescript.format.audacity;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.PrintedText;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;

/** Labels for Audacity (Importing and Exporting Labels, in its manual): start, end and text between tabs; a turn each, or a word. */
public final class AudacityWriter extends TextWriter {
    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        PrintedText printed = new PrintedText(transcript);
        for (Turn turn : transcript.turns()) {
            if (!options.wordTimes()) {
                if (turn.span().isPresent()) {
                    label(turn.span().get(), turn.speaker() + ": " + printed.of(turn), out);
                }
                continue;
            }
            for (Word word : turn.words()) {
                if (word.span().isPresent()) {
                    label(word.span().get(), word.text(), out);
                }
            }
        }
    }

    private static void label(TimeSpan time, String text, Writer out) throws IOException {
        out.write(String.format(
                Locale.ROOT, "%.6f\t%.6f\t%s\n", time.startSeconds(), time.endSeconds(), Texts.oneLine(text)));
    }
}
