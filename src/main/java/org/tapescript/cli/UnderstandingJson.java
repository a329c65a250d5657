package org.tapescript.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Understanding;
import org.tapescript.text.SpokenText;
import org.tapescript.text.structure.DoubtText;

/** How transcripts are understood, as JSON. */
final class UnderstandingJson {
    private final JsonGenerator json;

    UnderstandingJson(JsonGenerator json) {
        this.json = json;
    }

    void error(Path file, String message) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file.toString());
        json.writeStringField("error", message);
        json.writeEndObject();
    }

    void write(Path file, Understanding understood) throws IOException {
        Transcript t = understood.transcript();
        json.writeStartObject();
        json.writeStringField("file", file.toString());
        json.writeArrayFieldStart("paragraphs");
        int next = 0;
        for (Paragraph p : t.paragraphs()) {
            while (next < t.hints().size()
                    && t.hints().get(next).place().end() <= p.place().start()) {
                next++;
            }
            write(p, t, time(t.hints(), next, p.place()));
        }
        json.writeEndArray();
        json.writeStringField("scheme", understood.scheme());
        json.writeStringField(
                "encoding",
                understood.reading().encoding().isEmpty()
                        ? null
                        : understood.reading().encoding());
        json.writeArrayFieldStart("doubts");
        for (Doubt d : t.doubts()) {
            json.writeStartObject();
            json.writeNumberField("line", d.line());
            json.writeStringField("code", d.code().label());
            json.writeArrayFieldStart("arguments");
            for (String argument : d.arguments()) {
                json.writeString(argument);
            }
            json.writeEndArray();
            json.writeStringField("reason", DoubtText.of(d, Locale.ENGLISH));
            json.writeNumberField("likelihood", Math.round(d.likelihood() * 1000) / 1000.0);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** From the first time that begins in a paragraph to the last. */
    private static Optional<TimeSpan> time(List<Transcript.Hint> hints, int from, CharSpan place) {
        Optional<TimeSpan> result = Optional.empty();
        for (int i = from; i < hints.size() && hints.get(i).place().start() < place.end(); i++) {
            TimeSpan time = hints.get(i).time();
            if (hints.get(i).place().start() >= place.start()) {
                result = Optional.of(result.map(r -> r.union(time)).orElse(time));
            }
        }
        return result;
    }

    private void write(Paragraph p, Transcript t, Optional<TimeSpan> time) throws IOException {
        json.writeStartObject();
        json.writeNumberField("line", p.line());
        place(p.place());
        json.writeStringField("kind", p.kind().label());
        json.writeStringField("speaker", p.speaker().orElse(null));
        json.writeStringField("spoken", SpokenText.of(t.text(), p));
        if (time.isPresent()) {
            json.writeNumberField("start", time.get().startSeconds());
            json.writeNumberField("end", time.get().endSeconds());
        }
        if (!p.notes().isEmpty()) {
            json.writeArrayFieldStart("notes");
            for (CharSpan note : p.notes()) {
                json.writeStartObject();
                place(note);
                json.writeStringField("text", note.of(t.text()));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void place(CharSpan span) throws IOException {
        json.writeNumberField("charStart", span.start());
        json.writeNumberField("charEnd", span.end());
    }
}
