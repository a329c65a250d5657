package org.tapescript.format.ohms;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Word;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.Piece;
import org.tapescript.format.PrintedText;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;
import org.tapescript.format.XmlText;
import org.tapescript.text.WordTokens;

/**
 * XML of the Oral History Metadata Synchronizer, 5.4: a transcript of short lines, and where in them each minute of the tape begins, as
 * {@code 1:|line(word)|line(word)…}. Lines and words are counted from 1.
 */
public final class OhmsWriter extends TextWriter {
    private static final int LINE = 80;
    private static final int INTERVAL_SECONDS = 60;

    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        Lines lines = new Lines();
        StringBuilder sync = new StringBuilder(INTERVAL_SECONDS / 60 + ":");
        double next = INTERVAL_SECONDS;
        PrintedText printed = new PrintedText(transcript);
        for (Piece piece : Texts.inOrder(transcript)) {
            if (piece instanceof Piece.Unspoken unspoken) {
                lines.add(
                        unspoken.paragraph().place().of(transcript.transcript().text()));
            } else if (piece instanceof Piece.Spoken spoken) {
                lines.add(Texts.oneLine(spoken.turn().speaker()) + ":");
                for (PrintedText.Part part : printed.paragraphs(spoken.turn()).stream()
                        .flatMap(List::stream)
                        .toList()) {
                    lines.add(part.text());
                    double start = part.word()
                            .flatMap(Word::span)
                            .map(TimeSpan::startSeconds)
                            .orElse(0.0);
                    for (; start >= next; next += INTERVAL_SECONDS) {
                        sync.append('|').append(lines.place());
                    }
                }
            }
            lines.end();
        }
        XmlText xml = new XmlText(out);
        xml.open(
                "ROOT",
                "xmlns",
                "https://www.weareavp.com/nunncenter/ohms",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                "https://www.weareavp.com/nunncenter/ohms/ohms.xsd");
        xml.open("record", "id", "1", "dt", "2000-01-01");
        xml.element("version", "5.4");
        xml.element("title", Texts.oneLine(Texts.title(transcript)));
        xml.element("duration", org.tapescript.format.ClockTime.seconds(transcript.seconds()));
        xml.element(
                "media_url",
                transcript.recordings().isEmpty()
                        ? ""
                        : Texts.fileName(transcript.recordings().get(0)));
        xml.element("language", Texts.languageTag(transcript));
        xml.element("sync", sync.toString());
        xml.element("transcript", lines.text());
        xml.close().close().end();
    }

    /** Lines of a length that the viewer has room for; those of a paragraph are followed by an empty one. */
    private static final class Lines {
        private final List<String> done = new ArrayList<>();
        private final List<String> open = new ArrayList<>();
        private int length;

        void add(String text) {
            for (String word : WordTokens.singleSpaced(text).split(" ")) {
                if (!word.isEmpty()) {
                    // A speaker's name is not left alone on its line.
                    if (length + word.length() > LINE && open.size() > 1) {
                        done.add(String.join(" ", open));
                        open.clear();
                        length = 0;
                    }
                    open.add(word);
                    length += 1 + word.length();
                }
            }
        }

        /** Of the last word. */
        String place() {
            return done.size() + 1 + "(" + open.size() + ")";
        }

        void end() {
            done.add(String.join(" ", open));
            done.add("");
            open.clear();
            length = 0;
        }

        String text() {
            return String.join("\n", done);
        }
    }
}
