package org.tapescript.format.ctm;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Word;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.TranscriptWriter;

/**
 * NIST's time-marked conversation format: {@code file channel start duration word confidence}, one word a line, times counted
 * within each recording. Words without a time are left out.
 */
public final class CtmWriter implements TranscriptWriter {
    @Override
    public void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        double offset = 0;
        for (Recording recording : transcript.recordings()) {
            String file = recording
                    .path()
                    .replaceAll("^.*[/\\\\]", "")
                    .replaceAll("\\.[^.]*$", "")
                    .replaceAll("[\\s;]+", "_");
            double end = offset + recording.seconds();
            for (Word word : transcript.words()) {
                TimeSpan span = word.span().orElse(null);
                if (span != null && span.startSeconds() >= offset && span.startSeconds() < end) {
                    out.write(String.format(
                            Locale.ROOT,
                            "%s 1 %.3f %.3f %s %.3f%n".replace("%n", "\n"),
                            file.isEmpty() ? "tape" : file,
                            span.startSeconds() - offset,
                            span.seconds(),
                            bare(word.text()),
                            word.confidence()));
                }
            }
            offset = end;
        }
    }

    /** The word without punctuation around it, which scorers would count as part of it. */
    private static String bare(String text) {
        return text.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
    }
}
