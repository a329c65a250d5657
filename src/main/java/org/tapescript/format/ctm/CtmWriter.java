package org.tapescript.format.ctm;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.tapescript.domain.Recording;
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
        NistWords words = new NistWords(transcript.language());
        double offset = 0;
        for (Recording recording : transcript.recordings()) {
            String file = Texts.token(recording);
            double end = offset + recording.seconds();
            for (Word word : transcript.words()) {
                TimeSpan span = word.span().orElse(null);
                if (span != null && span.startSeconds() >= offset && span.startSeconds() < end) {
                    out.write(String.format(
                            Locale.ROOT,
                            "%s 1 %.3f %.3f %s %.3f\n",
                            file,
                            Texts.thousandths(span.startSeconds() - offset),
                            Texts.thousandths(span.endSeconds() - offset)
                                    - Texts.thousandths(span.startSeconds() - offset),
                            words.token(word.text()),
                            word.confidence()));
                }
            }
            offset = end;
        }
    }
}
