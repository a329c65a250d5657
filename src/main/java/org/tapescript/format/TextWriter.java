package org.tapescript.format;

import java.io.BufferedWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.tapescript.domain.SyncedTranscript;

/** A format that is text, in UTF-8. */
public abstract class TextWriter implements TranscriptWriter {
    private static final char REPLACEMENT = '\ufffd';

    @Override
    public final void write(SyncedTranscript transcript, ExportOptions options, OutputStream out) throws IOException {
        Writer text = new Whole(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        write(transcript, options, text);
        text.flush();
    }

    /** As {@link TranscriptWriter#write}. */
    protected abstract void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException;

    /** Puts U+FFFD for what is no character: halves of surrogate pairs, U+FFFE and U+FFFF, and NUL, at which many programs stop reading. */
    private static final class Whole extends FilterWriter {
        private char high;

        Whole(Writer out) {
            super(out);
        }

        @Override
        public void write(int c) throws IOException {
            char now = (char) c;
            if (high != 0) {
                if (Character.isLowSurrogate(now)) {
                    out.write(high);
                    out.write(now);
                    high = 0;
                    return;
                }
                out.write(REPLACEMENT);
                high = 0;
            }
            if (Character.isHighSurrogate(now)) {
                high = now;
            } else {
                boolean none = now == 0 || Character.isLowSurrogate(now) || now >= 0xfffe;
                out.write(none ? REPLACEMENT : now);
            }
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            for (int i = from; i < from + length; i++) {
                write(text[i]);
            }
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            for (int i = from; i < from + length; i++) {
                write(text.charAt(i));
            }
        }
    }
}
