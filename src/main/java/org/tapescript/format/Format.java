package org.tapescript.format;

import java.io.IOException;
import java.io.OutputStream;
import org.tapescript.domain.SyncedTranscript;

/**
 * A format that transcripts can be written in.
 *
 * @param name as the command line has it
 * @param extension of its files, without the point
 * @param isSubtitles whether it holds subtitles, cut by rules
 * @param loses what a transcript holds and the format does not; empty if it holds all
 * @param writer writes it
 */
public record Format(String name, String extension, boolean isSubtitles, String loses, TranscriptWriter writer) {
    /** Whether its files are text that a terminal can show. */
    public boolean isText() {
        return writer instanceof TextWriter;
    }

    /** Writes a transcript, its times counted as the options say. */
    public void write(SyncedTranscript transcript, ExportOptions options, OutputStream out) throws IOException {
        writer.write(options.timebase().apply(transcript), options, out);
    }
}
