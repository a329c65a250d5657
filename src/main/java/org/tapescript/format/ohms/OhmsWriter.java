package org.tapescript.format.ohms;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;
import org.tapescript.format.XmlText;

/**
 * XML of the Oral History Metadata Synchronizer, 5.4: a transcript of short lines, and where in them each minute of the tape begins, as
 * {@code 1:|line(word)|line(word)…}. Lines and words are counted from 1.
 */
public final class OhmsWriter extends TextWriter {
    private static final int LINE = 80;
    private static final int INTERVAL_SECONDS = 60;

    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder sync = new StringBuilder(INTERVAL_SECONDS / 60 + ":");
        double next = INTERVAL_SECONDS;
        for (Turn turn : transcript.turns()) {
            StringBuilder line = new StringBuilder(Texts.oneLine(turn.speaker()) + ":");
            int words = 1;
            for (Word word : turn.words()) {
                if (line.length() + 1 + word.text().length() > LINE && words > 0) {
                    lines.add(line.toString());
                    line.setLength(0);
                    words = 0;
                }
                line.append(line.isEmpty() ? "" : " ").append(word.text());
                words++;
                while (word.span().isPresent() && word.span().get().startSeconds() >= next) {
                    sync.append('|')
                            .append(lines.size() + 1)
                            .append('(')
                            .append(words)
                            .append(')');
                    next += INTERVAL_SECONDS;
                }
            }
            lines.add(line.toString());
            lines.add("");
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
        xml.element("transcript", String.join("\n", lines));
        xml.close().close().end();
    }
}
