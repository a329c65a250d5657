package org.tapescript.format.ass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.ClockTime;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.srt.CueText;

/** Advanced SubStation Alpha and its forerunner: dialogue with times, names as speakers; drawings, comments and commands left out. */
public final class AssReader implements TranscriptReader {
    private static final Pattern KARAOKE =
            Pattern.compile("\\{[^}]*\\\\[kK][fo]?(\\d+)[^}]*}((?:\\\\\\{|(?!\\{[^}]*\\\\[kK]).)*)");

    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("ass", "ssa") || file.start().startsWith("[Script Info]");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        String text = file.text();
        List<String> columns = List.of();
        List<CueText.Cue> cues = new ArrayList<>();
        boolean events = false;
        for (String line : text.split("\\R")) {
            if (line.startsWith("[")) {
                events = line.strip().equalsIgnoreCase("[Events]");
            } else if (events && line.startsWith("Format:")) {
                columns = Arrays.stream(line.substring(7).split(","))
                        .map(c -> c.strip().toLowerCase(Locale.ROOT))
                        .toList();
            } else if (events && line.startsWith("Dialogue:") && columns.contains("text")) {
                String[] fields = line.substring(9).split(",", columns.size());
                if (fields.length == columns.size()) {
                    cue(fields, columns).ifPresent(cues::add);
                }
            }
        }
        cues.sort(Comparator.comparingLong(c -> c.time().startMicros()));
        return CueText.document(file.path(), cues);
    }

    private static Optional<CueText.Cue> cue(String[] fields, List<String> columns) {
        Optional<Double> start = ClockTime.parse(field(fields, columns, "start"));
        Optional<Double> end = ClockTime.parse(field(fields, columns, "end"));
        String text = field(fields, columns, "text");
        if (start.isEmpty() || end.isEmpty() || text.matches(".*\\{[^}]*\\\\p[1-9].*")) {
            return Optional.empty();
        }
        Optional<TimeSpan> span = TimedTurns.span(start.get(), end.get());
        String name = field(fields, columns, "name");
        if (span.isPresent() && KARAOKE.matcher(text).find()) {
            return span.map(s -> new CueText.Cue(s, List.of(new CueText.Line(name, plain(text), sung(text, s)))));
        }
        List<CueText.Line> lines = Arrays.stream(text.replaceAll("(?<!\\\\)\\{[^}]*}", "")
                        .replace("\\{", "{")
                        .replace("\\}", "}")
                        .split("\\\\[Nn]"))
                .map(l -> l.replace("\\h", " ").replace("\\\u2060", "\\").strip())
                .filter(l -> !l.isEmpty())
                .map(l -> new CueText.Line(name, l))
                .toList();
        return span.map(s -> new CueText.Cue(s, lines));
    }

    /** Text without commands. */
    private static String plain(String text) {
        return text.replaceAll("(?<!\\\\)\\{[^}]*}", "")
                .replaceAll("\\\\[NnH]", " ")
                .replace("\\h", " ")
                .replace("\\{", "{")
                .replace("\\}", "}")
                .replace("\\\u2060", "\\")
                .strip();
    }

    /** Words of karaoke, each of so many hundredths. */
    private static List<TimedTurns.Said> sung(String text, TimeSpan cue) {
        List<TimedTurns.Said> words = new ArrayList<>();
        double at = cue.startSeconds();
        Matcher m = KARAOKE.matcher(text);
        while (m.find()) {
            double to = at + Double.parseDouble(m.group(1)) / 100;
            List<TimedTurns.Said> said = TimedTurns.words(plain(m.group(2)));
            for (TimedTurns.Said word : said) {
                words.add(new TimedTurns.Said(
                        word.text(), said.size() == 1 && to > at ? TimedTurns.span(at, to) : Optional.empty()));
            }
            at = to;
        }
        return words;
    }

    private static String field(String[] fields, List<String> columns, String name) {
        int at = columns.indexOf(name);
        return at < 0 ? "" : fields[at].strip();
    }
}
