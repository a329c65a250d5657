package org.tapescript.format.srt;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.tapescript.domain.Cue;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.format.ClockTime;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.TextWriter;
import org.tapescript.format.cue.CueMarkup;
import org.tapescript.subtitle.CueBuilder;

/** SubRip: counters from 1, commas before milliseconds, a blank line after each cue. */
public final class SrtWriter extends TextWriter {
    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        int number = 1;
        String speaker = "";
        for (Cue cue : new CueBuilder(options.rules()).build(transcript)) {
            out.write(number++ + "\n");
            out.write(ClockTime.millis(cue.time().startMicros(), ',') + " --> "
                    + ClockTime.millis(cue.time().endMicros(), ',') + "\n");
            List<String> lines = new ArrayList<>();
            for (Cue.Part part : cue.parts()) {
                boolean changes = !part.speaker().equals(speaker);
                lines.add((options.speakerNames() && changes ? oneLine(part.speaker()) + ": " : "")
                        + String.join("\n", part.lines()));
                speaker = part.speaker();
            }
            out.write(CueMarkup.guarded(String.join("\n", lines)) + "\n\n");
        }
    }

    private static String oneLine(String name) {
        return name.replaceAll("(?U)\\s+", " ").strip();
    }
}
