package org.tapescript.format.whisper;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.JsonText;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;

/**
 * JSON with the fields that Whisper and WhisperX write: a segment a turn. Words without a time stand in a segment's text alone, for
 * readers of this format count on a start and an end.
 */
public final class WhisperWriter extends TextWriter {
    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        JsonGenerator json = JsonText.begin(out);
        json.writeStartObject();
        StringBuilder text = new StringBuilder();
        transcript.turns().forEach(t -> text.append(' ').append(Texts.of(t)));
        json.writeStringField("text", text.toString());
        json.writeStringField(
                "language", Locale.forLanguageTag(Texts.languageTag(transcript)).getLanguage());
        json.writeArrayFieldStart("segments");
        int id = 0;
        for (Turn turn : transcript.turns()) {
            if (turn.span().isEmpty()) {
                continue;
            }
            if (transcript.isPlaced()) {
                // Sentences stand in the place of words; a player would show them as such.
                for (Word sentence : turn.words()) {
                    if (sentence.span().isPresent()) {
                        sentence(json, id++, sentence, turn.speaker());
                    }
                }
                continue;
            }
            json.writeStartObject();
            json.writeNumberField("id", id++);
            json.writeNumberField(
                    "start", JsonText.thousandths(turn.span().get().startSeconds()));
            json.writeNumberField("end", JsonText.thousandths(turn.span().get().endSeconds()));
            json.writeStringField("text", " " + Texts.of(turn));
            json.writeStringField("speaker", turn.speaker());
            json.writeArrayFieldStart("words");
            for (Word word : turn.words()) {
                word(json, word, turn.speaker());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("word_segments");
        for (Turn turn : transcript.turns()) {
            for (Word word : transcript.isPlaced() ? List.<Word>of() : turn.words()) {
                word(json, word, turn.speaker());
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        JsonText.end(json, out);
    }

    private static void sentence(JsonGenerator json, int id, Word sentence, String speaker) throws IOException {
        TimeSpan span = sentence.span().orElseThrow();
        json.writeStartObject();
        json.writeNumberField("id", id);
        json.writeNumberField("start", JsonText.thousandths(span.startSeconds()));
        json.writeNumberField("end", JsonText.thousandths(span.endSeconds()));
        json.writeStringField("text", " " + sentence.text());
        json.writeStringField("speaker", speaker);
        json.writeEndObject();
    }

    private static void word(JsonGenerator json, Word word, String speaker) throws IOException {
        if (word.span().isPresent()) {
            json.writeStartObject();
            json.writeStringField("word", word.text());
            json.writeNumberField(
                    "start", JsonText.thousandths(word.span().get().startSeconds()));
            json.writeNumberField("end", JsonText.thousandths(word.span().get().endSeconds()));
            json.writeNumberField("score", JsonText.thousandths(word.confidence()));
            json.writeStringField("speaker", speaker);
            json.writeEndObject();
        }
    }
}
