package org.tapescript.format.tei;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.JsonText;
import org.tapescript.format.Piece;
import org.tapescript.format.PrintedText;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;
import org.tapescript.format.XmlText;

/**
 * TEI for transcriptions of spoken language (ISO 24624:2016): a timeline, an {@code annotationBlock} a turn, its words between anchors.
 * Speech that the text lacks is an incident; what nobody spoke is a note outside all utterances.
 */
public final class TeiWriter extends TextWriter {
    private static final class Timeline {
        private final TreeMap<Long, String> points = new TreeMap<>();

        void add(TimeSpan span) {
            points.put(span.startMicros(), "");
            points.put(span.endMicros(), "");
        }

        void number() {
            int n = 0;
            points.putIfAbsent(0L, "");
            for (Long micros : points.keySet()) {
                points.put(micros, "T" + n++);
            }
        }

        String at(long micros) {
            return "#" + points.get(micros);
        }
    }

    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        Timeline timeline = new Timeline();
        transcript.words().forEach(w -> w.span().ifPresent(timeline::add));
        transcript.untranscribed().forEach(s -> timeline.add(s.time()));
        timeline.number();
        List<String> speakers = new ArrayList<>();
        transcript.turns().forEach(t -> add(speakers, t.speaker()));
        transcript.untranscribed().forEach(s -> s.speaker().ifPresent(n -> add(speakers, n)));
        XmlText xml = new XmlText(out);
        xml.open("TEI", "xmlns", "http://www.tei-c.org/ns/1.0", "xml:lang", Texts.languageTag(transcript));
        header(xml, transcript, speakers);
        xml.open("text").open("timeline", "unit", "s", "origin", "#T0");
        for (var point : timeline.points.entrySet()) {
            boolean first = point.getKey() == 0;
            xml.open(
                            "when",
                            "xml:id",
                            point.getValue(),
                            "interval",
                            first ? null : JsonText.thousandths(point.getKey() / 1e6),
                            "since",
                            first ? null : "#T0")
                    .close();
        }
        xml.close().open("body");
        int number = 1;
        PrintedText printed = new PrintedText(transcript);
        for (Piece piece : Texts.inOrder(transcript)) {
            if (piece instanceof Piece.Spoken spoken) {
                Turn turn = spoken.turn();
                turn(xml, turn, printed, number++, speakers, timeline);
            } else if (piece instanceof Piece.Unspoken unspoken) {
                Paragraph p = unspoken.paragraph();
                xml.element(
                        "note",
                        p.place().of(transcript.transcript().text()),
                        "type",
                        p.kind().label());
            }
        }
        for (StraySpeech stray : transcript.untranscribed()) {
            xml.open(
                            "incident",
                            "start",
                            timeline.at(stray.time().startMicros()),
                            "end",
                            timeline.at(stray.time().endMicros()),
                            "who",
                            stray.speaker()
                                    .map(s -> "#SPK" + speakers.indexOf(s))
                                    .orElse(null))
                    .element("desc", "speech that is not transcribed")
                    .close();
        }
        xml.close().close().close().end();
    }

    private static void add(List<String> speakers, String name) {
        if (!speakers.contains(name)) {
            speakers.add(name);
        }
    }

    private static void header(XmlText xml, SyncedTranscript transcript, List<String> speakers) throws IOException {
        xml.open("teiHeader").open("fileDesc").open("titleStmt");
        xml.element("title", Texts.oneLine(Texts.title(transcript))).close();
        xml.open("publicationStmt").element("p", "Not published in this form").close();
        xml.open("sourceDesc").open("recordingStmt");
        for (var recording : transcript.recordings()) {
            xml.open("recording", "type", "audio", "dur", "PT" + JsonText.thousandths(recording.seconds()) + "S")
                    .open("media", "mimeType", "audio/*", "url", encoded(Texts.fileName(recording)))
                    .close()
                    .close();
        }
        xml.close().close().close();
        xml.open("profileDesc").open("particDesc");
        for (int i = 0; i < speakers.size(); i++) {
            xml.open("person", "xml:id", "SPK" + i)
                    .open("persName")
                    .element("abbr", Texts.oneLine(speakers.get(i)))
                    .close()
                    .close();
        }
        xml.close().close().close();
    }

    private static String encoded(String name) {
        return java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    private static void turn(
            XmlText xml, Turn turn, PrintedText printed, int number, List<String> speakers, Timeline timeline)
            throws IOException {
        xml.open(
                "annotationBlock",
                "xml:id",
                "ab" + number,
                "who",
                "#SPK" + speakers.indexOf(turn.speaker()),
                "start",
                turn.span().map(s -> timeline.at(s.startMicros())).orElse(null),
                "end",
                turn.span().map(s -> timeline.at(s.endMicros())).orElse(null));
        xml.open("u", "xml:id", "u" + number);
        long at = -1;
        for (PrintedText.Part part :
                printed.paragraphs(turn).stream().flatMap(List::stream).toList()) {
            if (part.word().isEmpty()) {
                if (part.isPrinted()) {
                    beside(xml, part.text().strip());
                }
                continue;
            }
            Word word = part.word().get();
            if (word.span().isPresent()) {
                TimeSpan span = word.span().get();
                if (span.startMicros() != at) {
                    xml.open("anchor", "synch", timeline.at(span.startMicros())).close();
                }
                // A sentence that was placed as a whole is a segment.
                xml.element(word.text().indexOf(' ') < 0 ? "w" : "seg", part.text());
                xml.open("anchor", "synch", timeline.at(span.endMicros())).close();
                at = span.endMicros();
            } else {
                xml.element("w", word.text());
            }
        }
        xml.close().close();
    }

    /** A note as one outside of utterances is; signs alone are punctuation. */
    private static void beside(XmlText xml, String text) throws IOException {
        if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
            xml.element("note", text, "type", ParagraphKind.NOTE.label());
        } else {
            xml.element("pc", text);
        }
    }
}
