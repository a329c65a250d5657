package org.tapescript.format.ass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TimedTurns.Said;

/**
 * The text of a line of dialogue, gone through once: commands stand in braces, which a backslash makes plain ones; {@code \k} says for how
 * many hundredths of a second the text behind it is sung, {@code \p} draws what would be text. Without its end a brace is text.
 */
final class AssText {
    private static final Pattern KARAOKE = Pattern.compile("\\\\[kK][fo]?(\\d{1,7})");
    private static final Pattern DRAWING = Pattern.compile("\\\\p(\\d{1,2})(?![a-z])");

    private final List<String> lines = new ArrayList<>();
    private final List<Said> words = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder syllable = new StringBuilder();
    private boolean sung;
    private boolean drawn;
    /** Whether the last syllable ends within a word. */
    private boolean goesOn;

    private double from;
    private double to;

    AssText(String text, TimeSpan cue) {
        from = cue.startSeconds();
        to = from;
        int lastBrace = text.lastIndexOf('}');
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c == '\\' && (next == 'N' || next == 'n')) {
                endLine();
                i += 2;
            } else if (c == '\\' && (next == 'h' || next == '{' || next == '}' || next == '\u2060')) {
                put(next == 'h' ? ' ' : next == '\u2060' ? '\\' : next);
                i += 2;
            } else if (c == '{' && i < lastBrace) {
                int end = text.indexOf('}', i);
                command(text.substring(i + 1, end));
                i = end + 1;
            } else {
                put(c);
                i++;
            }
        }
        endSyllable();
        endLine();
    }

    private void put(char c) {
        if (!drawn) {
            line.append(c);
            syllable.append(c);
        }
    }

    private void command(String command) {
        Matcher drawing = DRAWING.matcher(command);
        while (drawing.find()) {
            drawn = !drawing.group(1).equals("0");
        }
        Matcher karaoke = KARAOKE.matcher(command);
        while (karaoke.find()) {
            endSyllable();
            sung = true;
            from = to;
            to = from + Double.parseDouble(karaoke.group(1)) / 100;
        }
    }

    private void endSyllable() {
        String raw = syllable.toString();
        String said = raw.strip();
        syllable.setLength(0);
        if (said.isEmpty()) {
            goesOn &= raw.isEmpty();
            return;
        }
        List<Said> all = new ArrayList<>(TimedTurns.words(said));
        if (goesOn && !words.isEmpty() && !Character.isWhitespace(raw.charAt(0))) {
            Said first = words.remove(words.size() - 1);
            String whole = first.text() + all.remove(0).text();
            words.add(new Said(
                    whole,
                    first.time().flatMap(t -> TimedTurns.span(t.startSeconds(), all.isEmpty() ? to : t.endSeconds()))));
        }
        goesOn = !Character.isWhitespace(raw.charAt(raw.length() - 1));
        all.forEach(w -> words.add(
                new Said(w.text(), all.size() == 1 && to > from ? TimedTurns.span(from, to) : Optional.empty())));
    }

    private void endLine() {
        String text = line.toString().replaceAll("(?U)\\s+", " ").strip();
        line.setLength(0);
        syllable.append(' ');
        if (!text.isEmpty()) {
            lines.add(text);
        }
    }

    List<String> lines() {
        return lines;
    }

    /** Whether the text's words have times. */
    boolean isSung() {
        return sung && !words.isEmpty();
    }

    List<Said> words() {
        return words;
    }
}
