package org.tapescript.format.ttxt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.XmlTree;
import org.tapescript.format.cue.Cue;
import org.tapescript.format.cue.CueDocument;
import org.tapescript.format.cue.CueTime;
import org.w3c.dom.Element;

/** GPAC's 3GPP text streams: samples, each shown until the next one begins. Their text is an attribute, or in quotes within. */
public final class TtxtReader implements TranscriptReader {
    /** For how long the last sample is shown, in seconds. */
    private static final double LAST = 3;

    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("ttxt") || file.start().contains("<TextStream");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        List<Element> samples = XmlTree.all(XmlTree.parse(file), "TextSample");
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            OptionalDouble start = start(samples.get(i));
            double end = i + 1 < samples.size() ? start(samples.get(i + 1)).orElse(0) : start.orElse(0) + LAST;
            List<Cue.Line> lines = lines(samples.get(i));
            if (start.isPresent() && !lines.isEmpty()) {
                cues.add(new Cue(TimedTurns.span(start.getAsDouble(), Math.max(start.getAsDouble(), end)), lines));
            }
        }
        return CueDocument.of(file, cues);
    }

    private static OptionalDouble start(Element sample) {
        return CueTime.seconds(sample.getAttribute("sampleTime"));
    }

    private static List<Cue.Line> lines(Element sample) {
        String shown = sample.getAttribute("text") + '\n' + sample.getTextContent();
        return Arrays.stream(shown.split("\\R|'\\h*'"))
                .map(line -> line.strip().replaceAll("^'|'$", "").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> new Cue.Line("", line))
                .toList();
    }
}
