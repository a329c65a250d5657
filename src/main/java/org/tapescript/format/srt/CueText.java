package org.tapescript.format.srt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TimedTurns.Said;
import org.tapescript.format.UnreadableTranscriptException;

/**
 * Makes paragraphs of subtitles: cues are joined until a sentence ends at a pause, a speaker's name or a dash opens the next.
 * Cue times become rough times.
 */
public final class CueText {
    private static final Pattern TIMES = Pattern.compile(
            "\\s*((?:\\d+:)?\\d{1,2}:\\d{2}[.,]\\d{1,3})\\s*-->\\s*((?:\\d+:)?\\d{1,2}:\\d{2}[.,]\\d{1,3}).*");
    private static final Pattern TAG = Pattern.compile("</?[^>\u2060][^>]*>");
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s>]*)?\\s+([^>]+)>");
    private static final Pattern OPENS =
            Pattern.compile("^(?:[\\u2010-\\u2015-]\\s*\\S|\\p{Lu}[\\p{L}.' -]{0,30}:\\s).*");
    private static final Pattern STAMP = Pattern.compile("<((?:\\d+:)?\\d{1,2}:\\d{2}[.,]\\d{1,3})>");
    private static final String GUARD = "\u2060";
    /** A pause of this many seconds after a sentence ends a paragraph. */
    private static final double PAUSE = 2.0;

    private CueText() {}

    /**
     * A line of a cue, and who says it: nobody known if the name is empty.
     *
     * @param words with their times, if the file gives them; else empty
     */
    public record Line(String speaker, String text, List<Said> words) {
        public Line(String speaker, String text) {
            this(speaker, text, List.of());
        }
    }

    /** Lines that are shown for a time. */
    public record Cue(TimeSpan time, List<Line> lines) {}

    /** The document that a file of cues makes. */
    public static SourceDocument document(Path file, String text) throws UnreadableTranscriptException {
        return document(file, cues(text));
    }

    /** The document that cues make, which have been read from a file. */
    public static SourceDocument document(Path file, List<Cue> cues) throws UnreadableTranscriptException {
        if (cues.isEmpty()) {
            throw new UnreadableTranscriptException(file, "no subtitle with a time could be read in it");
        }
        DocumentBuilder builder = new DocumentBuilder(file.getFileName().toString());
        TimeSpan span = null;
        String last = "";
        String voice = "";
        for (Cue cue : cues) {
            for (Line spoken : cue.lines()) {
                String name = spoken.speaker();
                String line = spoken.text();
                if (line.isEmpty()) {
                    continue;
                }
                boolean sentence = last.isEmpty() || last.matches("(?s).*[.!?…][\"'”’»)]*$");
                boolean pause = span != null && cue.time().startSeconds() - span.endSeconds() > PAUSE && sentence;
                boolean speaker = !name.isEmpty() && !name.equals(voice);
                if (span != null && (pause || speaker || OPENS.matcher(line).matches())) {
                    builder.time(span);
                    builder.endParagraph();
                    span = null;
                }
                if (span == null && !name.isEmpty()) {
                    builder.speaker(name);
                    voice = name;
                }
                if (spoken.words().isEmpty()) {
                    builder.append((span == null ? "" : " ") + line);
                } else {
                    spoken.words().forEach(w -> builder.word(w.text(), w.time()));
                }
                span = span == null ? cue.time() : span.union(cue.time());
                last = line;
            }
        }
        if (span != null) {
            builder.time(span);
        }
        return builder.build();
    }

    private static List<Cue> cues(String text) {
        List<Cue> cues = new ArrayList<>();
        List<String> open = new ArrayList<>();
        Optional<TimeSpan> time = Optional.empty();
        for (String line : text.split("\\r\\n|\\r|\\n", -1)) {
            Matcher times = TIMES.matcher(line);
            if (times.matches() || line.isBlank()) {
                time.ifPresent(t -> cues.add(new Cue(t, lines(open, t))));
                open.clear();
                time = times.matches() ? Optional.of(span(times.group(1), times.group(2))) : Optional.empty();
            } else if (time.isPresent()) {
                open.add(line);
            }
        }
        time.ifPresent(t -> cues.add(new Cue(t, lines(open, t))));
        return cues;
    }

    private static List<Line> lines(List<String> raw, TimeSpan cue) {
        List<List<Said>> words = words(raw, cue);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            Matcher v = VOICE.matcher(raw.get(i));
            String name = v.find() ? unescape(v.group(1).trim()) : "";
            lines.add(new Line(name, plain(raw.get(i)).trim(), words.get(i)));
        }
        return lines;
    }

    private static String plain(String text) {
        return unescape(TAG.matcher(text).replaceAll(""));
    }

    /**
     * Words between timestamps (WebVTT 1, 4.2.2), by line: each is said until the next stamp, the first from the cue's beginning on.
     * Words that share a time have none of their own. Without stamps no line has words.
     */
    private static List<List<Said>> words(List<String> raw, TimeSpan cue) {
        String text = String.join("\n", raw);
        List<List<Said>> lines = new ArrayList<>();
        raw.forEach(line -> lines.add(new ArrayList<>()));
        Matcher m = STAMP.matcher(text);
        double from = cue.startSeconds();
        int at = 0;
        int line = 0;
        boolean more = m.find();
        if (!more) {
            return lines;
        }
        while (at < text.length()) {
            double to = more ? seconds(m.group(1)) : cue.endSeconds();
            String chunk = text.substring(at, more ? m.start() : text.length());
            String[] parts = chunk.split("\n", -1);
            boolean one = plain(chunk).strip().split("(?U)\\s+").length == 1;
            for (int i = 0; i < parts.length; i++) {
                for (Said word : TimedTurns.words(plain(parts[i]))) {
                    lines.get(line + i).add(new Said(word.text(), one ? TimedTurns.span(from, to) : Optional.empty()));
                }
            }
            line += parts.length - 1;
            from = to;
            at = more ? m.end() : text.length();
            more = more && m.find();
        }
        return lines;
    }

    private static TimeSpan span(String from, String to) {
        double start = seconds(from);
        return TimeSpan.ofSeconds(start, Math.max(start, seconds(to)));
    }

    private static double seconds(String time) {
        double result = 0;
        for (String part : time.replace(',', '.').split(":")) {
            result = result * 60 + Double.parseDouble(part);
        }
        return result;
    }

    /**
     * Text that players of SubRip, which has no way to escape, take for nothing else: an arrow would be a time line, a bracket or brace
     * the beginning of a tag; a word joiner, which nobody sees, is put behind those.
     */
    static String guarded(String text) {
        return text.replace("-->", "→").replaceAll("(<)(?=[/\\p{L}])|(\\{)(?=\\\\|[a-zA-Z]:)", "$1$2" + GUARD);
    }

    private static String unescape(String text) {
        return text.replace("<" + GUARD, "<")
                .replace("{" + GUARD, "{")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", "\u00a0")
                .replace("&lrm;", "\u200e")
                .replace("&rlm;", "\u200f")
                .replace("&amp;", "&");
    }
}
