package org.tapescript.format.cue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.Block.Layout;
import org.tapescript.domain.Reading;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.UnreadableTranscriptException;

/**
 * Makes paragraphs of subtitles: cues are joined until a sentence ends at a pause, or a voice, a dash, a name or chevrons open the next.
 * Each cue keeps its time beside its words.
 */
public final class CueDocument {
    private static final Pattern OPENS = Pattern.compile(
            "(?:[\\u2010-\\u2015-]\\s*\\S|>>|[\\[【][\\p{Lu}\\p{Lo}][^\\[\\]]{0,40}[\\]】]"
                    + "|[(（][\\p{Lu}\\p{Lo}][\\p{L}\\p{M}\\p{N}.'’ -]{0,40}[)）]"
                    + "|[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}\\p{N}.,'’&№#_()/ -]{0,60}(?:：|:(?:\\s|$|(?<=..:)(?=\\p{Lu}))|>>\\s)).*");
    /** A name with a dash, or a lower-case name with a colon, also opens a subtitle if the name recurs. */
    private static final Pattern DASHED =
            Pattern.compile("([\\p{Lu}\\p{Lo}][\\p{L}\\p{M}\\p{N}.'’ ]{0,40}?)\\h[\\u2010-\\u2015-]\\h.*"
                    + "|(\\p{Ll}[\\p{L}\\p{M}\\p{N}.'’_ -]{0,30}?):\\s.*");

    /** Within so many characters such a name ends. */
    private static final int MAX_HEAD = 44;

    private static final String ENDS = ".!?…。！？؟";
    private static final String CLOSES = "\"'”’»)]";
    /** A pause of this many seconds after a sentence ends a paragraph. */
    private static final double PAUSE = 2.0;

    private final DocumentBuilder builder;
    private Optional<TimeSpan> span = Optional.empty();
    private boolean open;
    private boolean sentence = true;
    private String voice = "";

    private final Map<String, Integer> dashed = new HashMap<>();

    private CueDocument(String name) {
        builder = new DocumentBuilder(name);
        builder.layout(Layout.CUE);
    }

    /** @throws UnreadableTranscriptException if there are none */
    public static SourceDocument of(TranscriptFile file, List<Cue> cues) throws UnreadableTranscriptException {
        return of(file, cues, Reading.PLAIN);
    }

    /** @throws UnreadableTranscriptException if there are none */
    public static SourceDocument of(TranscriptFile file, List<Cue> cues, Reading reading)
            throws UnreadableTranscriptException {
        if (cues.stream().allMatch(c -> c.lines().isEmpty())) {
            throw file.unreadable(TranscriptFault.NO_SUBTITLE);
        }
        CueDocument document = new CueDocument(file.name());
        cues.forEach(c -> c.lines().forEach(l -> document.dashed.merge(beforeDash(l.text()), 1, Integer::sum)));
        for (Cue cue : RollingCaptions.once(Interjections.apart(NameLines.voiced(NameLines.unlabelled(cues))))) {
            cue.lines().forEach(line -> document.add(cue, line));
        }
        document.end();
        document.builder.reading(reading);
        return document.builder.build();
    }

    private static String beforeDash(String text) {
        if (!mayBeNamed(text)) {
            return "";
        }
        Matcher m = DASHED.matcher(text);
        return m.matches() ? m.group(1) == null ? m.group(2) : m.group(1) : "";
    }

    private static boolean mayBeNamed(String text) {
        for (int i = 1; i < Math.min(MAX_HEAD, text.length()); i++) {
            char c = text.charAt(i);
            if (c == ':' || c == '-' || c >= '\u2010' && c <= '\u2015') {
                return true;
            }
        }
        return false;
    }

    private boolean opens(String text) {
        String name = beforeDash(text);
        return OPENS.matcher(text).matches() || !name.isEmpty() && dashed.get(name) > 1;
    }

    private void add(Cue cue, Cue.Line line) {
        if (line.text().isBlank()) {
            return;
        }
        boolean pause = sentence
                && span.isPresent()
                && cue.time().isPresent()
                && cue.time().get().startSeconds() - span.get().endSeconds() > PAUSE;
        boolean speaker = !line.speaker().isEmpty() && !line.speaker().equals(voice);
        if (open && (pause || speaker || opens(line.text()))) {
            end();
        }
        if (!open) {
            voice = line.speaker().isEmpty() ? voice : line.speaker();
            builder.speaker(voice);
        }
        if (!line.words().isEmpty()) {
            line.words().forEach(w -> builder.word(w.text(), w.time()));
        } else if (cue.time().isPresent()) {
            builder.stretch(line.text(), cue.time().get());
        } else {
            builder.append((open ? " " : "") + line.text());
        }
        open = true;
        span = span.isPresent() && cue.time().isPresent()
                ? Optional.of(span.get().union(cue.time().get()))
                : span.or(cue::time);
        sentence = endsSentence(line.text());
    }

    private void end() {
        span.ifPresent(builder::time);
        builder.endParagraph();
        span = Optional.empty();
        open = false;
    }

    /** Whether a text ends a sentence, by itself or within quotes and brackets. */
    public static boolean endsSentence(String text) {
        int i = text.length() - 1;
        while (i >= 0 && (CLOSES.indexOf(text.charAt(i)) >= 0 || Character.isWhitespace(text.charAt(i)))) {
            i--;
        }
        return i >= 0 && ENDS.indexOf(text.charAt(i)) >= 0;
    }
}
