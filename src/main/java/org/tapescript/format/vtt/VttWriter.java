package org.tapescript.format.vtt;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Cue;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.format.ClockTime;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.PrintedText;
import org.tapescript.format.TextWriter;
import org.tapescript.subtitle.CueBuilder;

/**
 * WebVTT (W3C WebVTT 1, 4.1 and 4.2.2): a voice span for each speaker, timestamps before words if they are wanted, no regions. What is not
 * spoken, and words that were not found on the tape, are notes where they stand in the text.
 */
public final class VttWriter extends TextWriter {
    /** A piece that is not a cue, with its position in the text. */
    private record Note(int place, String text) {}

    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        out.write("WEBVTT\n\n");
        List<Cue> cues = new CueBuilder(options.rules()).build(transcript);
        List<Note> notes = notes(transcript, cues);
        int next = 0;
        for (Cue cue : cues) {
            int place = cue.parts().get(0).words().get(0).place().start();
            for (; next < notes.size() && notes.get(next).place < place; next++) {
                note(notes.get(next), out);
            }
            out.write(ClockTime.millis(cue.time().startMicros(), '.') + " --> "
                    + ClockTime.millis(cue.time().endMicros(), '.') + "\n");
            out.write(text(cue, options.wordTimes()) + "\n\n");
        }
        for (; next < notes.size(); next++) {
            note(notes.get(next), out);
        }
    }

    private static List<Note> notes(SyncedTranscript transcript, List<Cue> cues) {
        List<Note> notes = new ArrayList<>();
        for (Paragraph p : transcript.transcript().paragraphs()) {
            if (!p.kind().isSpoken()) {
                String text = p.place().of(transcript.transcript().text());
                notes.add(new Note(p.place().start(), "not spoken, " + p.kind().label() + ": " + text));
            }
        }
        for (CharSpan note : new PrintedText(transcript).notes()) {
            notes.add(new Note(
                    note.start(),
                    "not spoken, " + ParagraphKind.NOTE.label() + ": "
                            + note.of(transcript.transcript().text())));
        }
        Set<String> shown = new HashSet<>();
        cues.forEach(c -> c.parts().forEach(p -> p.words().forEach(w -> shown.add(w.id()))));
        for (Turn turn : transcript.turns()) {
            List<String> missing = new ArrayList<>();
            int place = 0;
            for (Word word : turn.words()) {
                if (!shown.contains(word.id())) {
                    place = missing.isEmpty() ? word.place().start() : place;
                    missing.add(word.text());
                } else if (!missing.isEmpty()) {
                    notes.add(missing(turn, place, missing));
                    missing.clear();
                }
            }
            if (!missing.isEmpty()) {
                notes.add(missing(turn, place, missing));
            }
        }
        notes.sort(java.util.Comparator.comparingInt(Note::place));
        return notes;
    }

    private static Note missing(Turn turn, int place, List<String> words) {
        return new Note(place, "not found on the tape, " + turn.speaker() + ": " + String.join(" ", words));
    }

    /** A note is one block without blank lines, and must not hold an arrow. */
    private static void note(Note note, Writer out) throws IOException {
        out.write("NOTE " + note.text.replaceAll("(?U)[\\s\u0000]+", " ").replace("-->", "→") + "\n\n");
    }

    private static String text(Cue cue, boolean wordTimes) {
        List<String> result = new ArrayList<>();
        long last = cue.time().startMicros() / 1000;
        for (Cue.Part part : cue.parts()) {
            String name = escape(part.speaker().replaceAll("(?U)[\\s>]+", " ").trim());
            StringBuilder text = new StringBuilder();
            int word = 0;
            for (int line = 0; line < part.lines().size(); line++) {
                text.append(line == 0 ? "" : "\n");
                if (!wordTimes) {
                    text.append(escape(part.lines().get(line)));
                    continue;
                }
                int taken = 0;
                String rest = part.lines().get(line);
                while (taken < rest.length()) {
                    Word w = part.words().get(word++);
                    int at = rest.indexOf(w.text(), taken);
                    long start = w.span().map(TimeSpan::startMicros).orElse(0L) / 1000;
                    text.append(escape(rest.substring(taken, at)));
                    // Strictly within the cue and increasing, or the parser drops it.
                    if (start > last && start < cue.time().endMicros() / 1000) {
                        text.append('<')
                                .append(ClockTime.millis(start * 1000, '.'))
                                .append('>');
                        last = start;
                    }
                    text.append(escape(w.text()));
                    taken = at + w.text().length();
                }
            }
            // The end tag may be left out only where the voice is that of the whole cue.
            result.add(
                    name.isEmpty()
                            ? text.toString()
                            : "<v " + name + ">" + text + (cue.parts().size() > 1 ? "</v>" : ""));
        }
        return String.join("\n", result);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
