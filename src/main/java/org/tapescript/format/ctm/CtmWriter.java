package org.tapescript.format.ctm;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Word;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.NistWords;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;

/**
 * NIST's time-marked conversation format: {@code file channel start duration word confidence}, one word a line, times counted
 * within each recording. Words without a time are left out.
 */
public final class CtmWriter extends TextWriter {
    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        NistWords words = new NistWords(Texts.languageTag(transcript));
        for (SyncedTranscript.Side side : transcript.sides()) {
            String file = Texts.token(side.recording());
            for (Word word : transcript.words()) {
                TimeSpan span = word.span().orElse(null);
                if (span != null && span.startSeconds() >= side.start() && span.startSeconds() < side.end()) {
                    out.write(String.format(
                            Locale.ROOT,
                            "%s 1 %.3f %.3f %s %.3f\n",
                            file,
                            Texts.thousandths(span.startSeconds() - side.start()),
                            Texts.thousandths(span.endSeconds() - side.start())
                                    - Texts.thousandths(span.startSeconds() - side.start()),
                            words.token(word.text()),
                            word.confidence()));
                }
            }
        }
    }
}
