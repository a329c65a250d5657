package org.tapescript.format.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Origin;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.PlacedComment;
import org.tapescript.domain.Recording;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.JsonText;
import org.tapescript.format.PrintedText;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;
import org.tapescript.text.PlacedStretch;
import org.tapescript.text.speech.SpokenForms;

/** The interchange form, described in docs/formats/json.md: turns with words, and what was not spoken or not printed. */
public final class JsonWriter extends TextWriter {
    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        JsonGenerator json = JsonText.begin(out);
        json.writeStartObject();
        json.writeStringField("format", "tapescript");
        json.writeStringField("language", transcript.language());
        json.writeNumberField("duration", transcript.seconds());
        json.writeArrayFieldStart("recordings");
        for (Recording recording : transcript.recordings()) {
            json.writeStartObject();
            json.writeStringField("path", recording.path());
            json.writeNumberField("duration", recording.seconds());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("turns");
        SpokenForms forms = new SpokenForms(Texts.languageTag(transcript), word -> false);
        for (Turn turn : transcript.turns()) {
            turn(json, turn, transcript.transcript().text(), forms);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unspoken");
        unspoken(json, transcript);
        json.writeEndArray();
        json.writeArrayFieldStart("untranscribed");
        for (StraySpeech stray : transcript.untranscribed()) {
            json.writeStartObject();
            time(json, Optional.of(stray.time()));
            if (stray.speaker().isPresent()) {
                json.writeStringField("speaker", stray.speaker().get());
            }
            if (stray.overlapsWords()) {
                json.writeBooleanField("overlapsWords", true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        comments(json, transcript);
        json.writeEndObject();
        JsonText.end(json, out);
    }

    /** Paragraphs that nobody says, and notes within what is said, in the order of the text. */
    private static void unspoken(JsonGenerator json, SyncedTranscript transcript) throws IOException {
        Transcript text = transcript.transcript();
        List<CharSpan> notes = new PrintedText(transcript).notes();
        int next = 0;
        for (Paragraph paragraph : text.paragraphs()) {
            if (!paragraph.kind().isSpoken()) {
                unspoken(json, text, paragraph.line(), paragraph.place(), paragraph.kind());
            }
            for (; next < notes.size() && paragraph.place().contains(notes.get(next)); next++) {
                unspoken(json, text, paragraph.line(), notes.get(next), ParagraphKind.NOTE);
            }
        }
    }

    private static void unspoken(JsonGenerator json, Transcript text, int line, CharSpan place, ParagraphKind kind)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("line", line);
        span(json, place);
        json.writeStringField("kind", kind.label());
        json.writeStringField("text", place.of(text.text()));
        json.writeEndObject();
    }

    private static void comments(JsonGenerator json, SyncedTranscript transcript) throws IOException {
        List<PlacedComment> comments = new TranscriptIndex(transcript).comments();
        if (comments.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("comments");
        for (PlacedComment placed : comments) {
            json.writeStartObject();
            json.writeNumberField("time", placed.seconds());
            if (placed.ofWords()) {
                json.writeStringField("word", placed.first().orElseThrow().id());
                json.writeStringField("lastWord", placed.last().orElseThrow().id());
            }
            if (!placed.comment().isBookmark()) {
                json.writeStringField("text", placed.comment().text());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void turn(JsonGenerator json, Turn turn, String text, SpokenForms forms) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", turn.id());
        json.writeStringField("speaker", turn.speaker());
        if (turn.speakerConfidence().isPresent()) {
            json.writeNumberField(
                    "speakerConfidence",
                    Texts.thousandths(turn.speakerConfidence().getAsDouble()));
        }
        json.writeNumberField("line", turn.line());
        time(json, turn.span());
        placement(json, turn, text);
        json.writeArrayFieldStart("words");
        for (Word word : turn.words()) {
            json.writeStartObject();
            json.writeStringField("id", word.id());
            json.writeStringField("text", word.text());
            span(json, word.place());
            if (forms.isForeign(word.text())) {
                json.writeBooleanField("foreign", true);
            }
            if (word.timing() instanceof Timing.Timed timed && timed.origin() != Origin.PLACED) {
                time(json, word.span());
                trust(json, timed);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Where a turn and its sentences were placed, if they were: their words have no times of their own then. */
    private static void placement(JsonGenerator json, Turn turn, String text) throws IOException {
        List<PlacedStretch> sentences = PlacedStretch.of(turn, text);
        if (sentences.isEmpty()) {
            return;
        }
        trust(json, sentences.get(0).timing());
        json.writeArrayFieldStart("sentences");
        for (PlacedStretch sentence : sentences) {
            json.writeStartObject();
            span(json, sentence.place());
            time(json, Optional.of(sentence.timing().time()));
            trust(json, sentence.timing());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void trust(JsonGenerator json, Timing.Timed timed) throws IOException {
        json.writeNumberField("confidence", Texts.thousandths(timed.confidence()));
        json.writeStringField("origin", timed.origin().name().toLowerCase(Locale.ROOT));
    }

    private static void span(JsonGenerator json, CharSpan span) throws IOException {
        json.writeNumberField("charStart", span.start());
        json.writeNumberField("charEnd", span.end());
    }

    private static void time(JsonGenerator json, Optional<TimeSpan> time) throws IOException {
        if (time.isPresent()) {
            json.writeNumberField("start", time.get().startSeconds());
            json.writeNumberField("end", time.get().endSeconds());
        }
    }
}
