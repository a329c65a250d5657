package org.tapescript.format;

import java.io.IOException;
import java.io.Writer;
import org.tapescript.domain.SyncedTranscript;

/** Writes a synced transcript in one format. */
public interface TranscriptWriter {
    /** Leaves the writer open. */
    void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException;
}
