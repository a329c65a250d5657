package org.tapescript.format.srt;

import java.io.IOException;
import java.io.Writer;
import org.tapescript.domain.Cue;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.format.ClockTime;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.TranscriptWriter;
import org.tapescript.subtitle.CueBuilder;

/** SubRip: counters from 1, commas before milliseconds, a blank line after each cue. */
public final class SrtWriter implements TranscriptWriter {
    @Override
    public void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        int number = 1;
        String speaker = "";
        for (Cue cue : new CueBuilder(options.rules()).build(transcript)) {
            out.write(number++ + "\n");
            out.write(ClockTime.millis(cue.time().startMicros(), ',') + " --> "
                    + ClockTime.millis(cue.time().endMicros(), ',') + "\n");
            if (options.speakerNames() && !cue.speaker().equals(speaker)) {
                out.write(cue.speaker() + ": ");
            }
            // An arrow in the text would be taken for a time line by simple readers.
            out.write(String.join("\n", cue.lines()).replace("-->", "→") + "\n\n");
            speaker = cue.speaker();
        }
    }
}
