package org.tapescript.format.podcast;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.tapescript.domain.Cue;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.JsonText;
import org.tapescript.format.TextWriter;
import org.tapescript.subtitle.CueBuilder;

/** The podcast namespace's JSON transcript (transcripts.md, version 1.0.0): a segment a subtitle. */
public final class PodcastWriter extends TextWriter {
    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        JsonGenerator json = JsonText.begin(out);
        json.writeStartObject();
        json.writeStringField("version", "1.0.0");
        json.writeArrayFieldStart("segments");
        for (Cue cue : new CueBuilder(options.rules()).build(transcript)) {
            json.writeStartObject();
            json.writeStringField("speaker", cue.speakers());
            json.writeNumberField("startTime", JsonText.thousandths(cue.time().startSeconds()));
            json.writeNumberField("endTime", JsonText.thousandths(cue.time().endSeconds()));
            json.writeStringField("body", String.join(" ", cue.lines()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        JsonText.end(json, out);
    }
}
