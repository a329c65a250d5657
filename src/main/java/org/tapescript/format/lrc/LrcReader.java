package org.tapescript.format.lrc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.cue.Cue;
import org.tapescript.format.cue.CueDocument;
import org.tapescript.format.cue.CueMarkup;

/**
 * LRC as players of lyrics read it: lines behind one time or several, each until the next, times of words in angle brackets as in the
 * enhanced form, tags such as {@code [ti:]} left aside but for {@code [offset:]}, in thousandths of a second by which everything comes earlier.
 */
public final class LrcReader implements TranscriptReader {
    private static final Pattern TAG = Pattern.compile("\\[([a-zA-Z]{1,12}):([^\\]]*)\\]\\h*");
    private static final Pattern STAMP = Pattern.compile("\\h*\\[(\\d{1,3}):(\\d{1,2}(?:[.:]\\d{1,3})?)\\]");
    private static final double LAST_SECONDS = 10;

    private record Line(double start, String text) {}

    @Override
    public boolean reads(TranscriptFile file) {
        String[] first = file.start().split("\\R", 20);
        int tags = 0;
        while (tags < first.length && (TAG.matcher(first[tags]).matches() || first[tags].isBlank())) {
            tags++;
        }
        return file.isNamed("lrc")
                || tags > 1 && tags < first.length && STAMP.matcher(first[tags]).lookingAt();
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        List<Line> lines = new ArrayList<>();
        double offset = 0;
        for (String line : file.text().split("\\R")) {
            Matcher tag = TAG.matcher(line.strip());
            if (tag.matches()) {
                offset = tag.group(1).equalsIgnoreCase("offset")
                                && tag.group(2).strip().matches("[+-]?\\d{1,7}")
                        ? Integer.parseInt(tag.group(2).strip()) / 1000.0
                        : offset;
                continue;
            }
            Matcher m = STAMP.matcher(line);
            List<Double> starts = new ArrayList<>();
            int at = 0;
            while (m.lookingAt()) {
                starts.add(60 * Double.parseDouble(m.group(1))
                        + Double.parseDouble(m.group(2).replace(':', '.')));
                at = m.end();
                m.region(at, line.length());
            }
            for (double start : starts) {
                lines.add(new Line(Math.max(0, start - offset), line.substring(at)));
            }
        }
        lines.sort(Comparator.comparingDouble(Line::start));
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double end = i + 1 < lines.size() ? lines.get(i + 1).start : line.start + LAST_SECONDS;
            Optional<TimeSpan> span = TimedTurns.span(line.start, end);
            cues.add(new Cue(span, CueMarkup.lines(List.of(line.text), span)));
        }
        return CueDocument.of(file, cues);
    }
}
