package org.tapescript.format;

import java.io.IOException;
import java.io.OutputStream;
import org.tapescript.domain.SyncedTranscript;

/** Writes a synced transcript in one format. */
public interface TranscriptWriter {
    /**
     * Leaves the stream open. Times are written as they are in the transcript: the options' offset and speed have been applied.
     *
     * @throws UnwritableException if the format cannot hold the transcript
     */
    void write(SyncedTranscript transcript, ExportOptions options, OutputStream out) throws IOException;
}
