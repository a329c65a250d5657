package org.tapescript.format.podcast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.XmlTree;
import org.tapescript.format.cue.Cue;
import org.tapescript.format.cue.CueDocument;
import org.tapescript.format.cue.CueTime;
import org.w3c.dom.Element;

/** Podlove's simple transcripts: speeches, each of a speaker and of items with times. */
public final class SpeechesReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.start().contains("podlove.org/simple-transcripts");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        List<Cue> cues = new ArrayList<>();
        for (Element speech : XmlTree.all(XmlTree.parse(file), "speech")) {
            String speaker = XmlTree.first(speech, "speaker")
                    .map(XmlTree::text)
                    .orElse("")
                    .strip();
            for (Element item : XmlTree.all(speech, "item")) {
                cues.add(new Cue(
                        time(item),
                        List.of(new Cue.Line(speaker, XmlTree.text(item).strip()))));
            }
        }
        return CueDocument.of(file, cues);
    }

    private static Optional<TimeSpan> time(Element item) {
        OptionalDouble start = CueTime.seconds(item.getAttribute("start"));
        OptionalDouble end = CueTime.seconds(item.getAttribute("end"));
        return start.isEmpty()
                ? Optional.empty()
                : TimedTurns.span(start.getAsDouble(), end.orElse(start.getAsDouble()));
    }
}
