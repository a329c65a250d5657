package org.tapescript.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.tapescript.domain.SyncedTranscript;

/** A format that is text, in UTF-8. */
public abstract class TextWriter implements TranscriptWriter {
    @Override
    public final void write(SyncedTranscript transcript, ExportOptions options, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        write(transcript, options, text);
        text.flush();
    }

    /** As {@link TranscriptWriter#write}. */
    protected abstract void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException;
}
