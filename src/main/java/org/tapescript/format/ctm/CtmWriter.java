package org.tapescript.format.ctm;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Word;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.TextWriter;
import org.tapescript.text.speech.SpokenForms;

/**
 * NIST's time-marked conversation format: {@code file channel start duration word confidence}, one word a line, times counted
 * within each recording. Words without a time are left out.
 */
public final class CtmWriter extends TextWriter {
    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        SpokenForms forms = new SpokenForms(transcript.language(), word -> false);
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
                            "%s 1 %.3f %.3f %s %.3f\n",
                            file.isEmpty() ? "tape" : file,
                            span.startSeconds() - offset,
                            span.seconds(),
                            bare(word.text(), forms),
                            word.confidence()));
                }
            }
            offset = end;
        }
    }

    /**
     * The word as NIST's tools take it: letters, hyphens and apostrophes. Numbers and signs are written out as they are said,
     * with hyphens, for a token holds no space.
     */
    private static String bare(String text, SpokenForms forms) {
        String bare = text.replace('’', '\'').replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
        if (bare.matches("[\\p{L}\\p{M}'-]+")) {
            return bare;
        }
        return forms.readings(text, "", "").stream()
                .map(r -> String.join("-", r.words()).replaceAll("[^\\p{L}\\p{M}'-]", ""))
                .filter(w -> !w.isEmpty())
                .findFirst()
                .orElse(bare.replaceAll("[^\\p{L}\\p{M}'-]", "-"));
    }
}
