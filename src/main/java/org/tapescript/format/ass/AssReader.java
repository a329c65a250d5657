package org.tapescript.format.ass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.ClockTime;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.cue.Cue;
import org.tapescript.format.cue.CueDocument;

/** Advanced SubStation Alpha and its forerunner: dialogue with times, names as speakers; drawings, comments and commands left out. */
public final class AssReader implements TranscriptReader {
    /** What players assume where a file does not say. */
    private static final List<String> USUAL =
            List.of("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text");

    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("ass", "ssa") || file.start().startsWith("[Script Info]");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        List<String> columns = USUAL;
        List<Cue> cues = new ArrayList<>();
        boolean events = true;
        for (String raw : file.text().split("\\R")) {
            String line = raw.strip();
            String start = line.substring(0, Math.min(10, line.length())).toLowerCase(Locale.ROOT);
            if (line.startsWith("[")) {
                events = line.equalsIgnoreCase("[Events]");
            } else if (events && start.startsWith("format:")) {
                List<String> named = Arrays.stream(line.substring(7).split(","))
                        .map(c -> c.strip().toLowerCase(Locale.ROOT))
                        .map(c -> c.equals("actor") ? "name" : c)
                        .toList();
                columns = named.contains("text") ? named : columns;
            } else if (start.startsWith("dialogue:")) {
                // Text is last, whatever the file says: it may hold commas.
                String[] fields = line.substring(9).split(",", columns.size());
                if (fields.length == columns.size()) {
                    cue(fields, columns).ifPresent(cues::add);
                }
            }
        }
        cues.sort(Comparator.comparingLong(
                c -> c.time().map(TimeSpan::startMicros).orElse(0L)));
        return CueDocument.of(file, cues);
    }

    private static Optional<Cue> cue(String[] fields, List<String> columns) {
        Optional<Double> start = ClockTime.parse(field(fields, columns, "start"));
        Optional<Double> end = ClockTime.parse(field(fields, columns, "end"));
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        // The sign that our own files have where a comma would end the name.
        String name = field(fields, columns, "name").replace('‚', ',');
        return TimedTurns.span(start.get(), Math.max(start.get(), end.get())).map(span -> {
            AssText text = new AssText(fields[fields.length - 1], span);
            List<Cue.Line> lines = text.isSung()
                    ? List.of(new Cue.Line(name, String.join(" ", text.lines()), text.words()))
                    : text.lines().stream().map(l -> new Cue.Line(name, l)).toList();
            return new Cue(span, lines);
        });
    }

    private static String field(String[] fields, List<String> columns, String name) {
        int at = columns.indexOf(name);
        return at < 0 ? "" : fields[at].strip();
    }
}
