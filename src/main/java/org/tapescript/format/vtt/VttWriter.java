package org.tapescript.format.vtt;

import java.io.IOException;
import java.io.Writer;
import org.tapescript.domain.Cue;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.format.ClockTime;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.TranscriptWriter;
import org.tapescript.subtitle.CueBuilder;

/** WebVTT with a voice span for the speaker of each cue (W3C WebVTT, 2.2.1 and 3.5). */
public final class VttWriter implements TranscriptWriter {
    @Override
    public void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        out.write("WEBVTT\n\n");
        for (Cue cue : new CueBuilder(options.rules()).build(transcript)) {
            out.write(ClockTime.millis(cue.time().startMicros(), '.') + " --> "
                    + ClockTime.millis(cue.time().endMicros(), '.') + "\n");
            String name = escape(cue.speaker().replaceAll("[\\s>]+", " ").trim());
            String text = escape(String.join("\n", cue.lines()));
            out.write((name.isEmpty() ? text : "<v " + name + ">" + text) + "\n\n");
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
