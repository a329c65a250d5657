package org.tapescript.format.cue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TimedTurns;
import org.tapescript.text.WordTokens;

/**
 * Reads SubRip, WebVTT, SBV and SubViewer as they are found: a line of times, then text up to the next. Numbers, identifiers, blank lines
 * and arrows may be missing or spoilt; text without a time is kept.
 */
public final class CueBlocks {
    private static final Pattern TIMES = Pattern.compile("\\h*(?<from>" + CueTime.ANY
            + ")\\h*(?:[-–—−=]{1,3}\\h*[-–—]?\\h*>{1,2}|→|⟶|,)\\h*(?<to>" + CueTime.ANY + ")(?:[^\\d].*)?");
    /** One of the times is spoilt. */
    private static final Pattern SPOILT = Pattern.compile(
            "\\h*(?=\\d)(?<from>" + CueTime.ANY + ")?[^\\h-]{0,20}\\h*-->\\h*(?<to>" + CueTime.ANY + ")?.*");

    private static final Pattern RUN_TOGETHER = Pattern.compile(
            "(?:^|\\h)(\\d{1,6})\\h+(\\d{1,3}:\\d\\d:\\d\\d[,.]\\d{3}\\h+-->\\h+\\d{1,3}:\\d\\d:\\d\\d[,.]\\d{3})\\h+");

    private static final int MAX_LINE_LENGTH = 2000;
    private static final Pattern NUMBER = Pattern.compile("\\h*#?(\\d{1,7})[.:)]?\\h*");
    private static final Pattern SKIPPED = Pattern.compile("(?:NOTE|STYLE|REGION)(?:\\h.*)?|WEBVTT(?:\\h.*)?");

    /** Webex's identifiers name the speaker: {@code 12 "Ann Holt" (1234567)}. */
    private static final Pattern VOICED = Pattern.compile("\\d{1,7}\\h+\"([^\"]{1,100})\"(?:\\h+\\(\\d+\\))?");

    private String voice = "";
    private String speaker = "";
    private final String[] lines;
    private final boolean web;
    private final boolean[] times;
    private final List<Cue> cues = new ArrayList<>();
    private int at;
    private int lastNumber;

    private CueBlocks(String text, boolean web) {
        this.lines = broken(text.split("\\r\\n|\\r|\\n|\\u2028|\\u0085", -1));
        this.web = web;
        this.times = new boolean[lines.length];
        for (int i = 0; i < lines.length; i++) {
            times[i] = isTimes(lines[i]);
        }
    }

    /** The lines; cues that were pasted from a web page as one line are split at their numbers and after their times. */
    private static String[] broken(String[] lines) {
        String first = lines[0].isBlank() && lines.length > 1 ? lines[1] : lines[0];
        Matcher run = RUN_TOGETHER.matcher(first);
        int found = 0;
        while (found < 2 && run.find()) {
            found++;
        }
        if (found < 2) {
            return lines;
        }
        return Arrays.stream(lines)
                .flatMap(l -> RUN_TOGETHER.matcher(l).replaceAll("\n\n$1\n$2\n").lines())
                .toArray(String[]::new);
    }

    /** Whether a line gives the times of a cue. */
    public static boolean isTimes(String line) {
        if (line.length() > MAX_LINE_LENGTH || !beginsWithDigit(line)) {
            return false;
        }
        Matcher spoilt = SPOILT.matcher(line);
        return TIMES.matcher(line).matches()
                || line.contains("-->")
                        && spoilt.matches()
                        && (spoilt.group("from") != null || spoilt.group("to") != null);
    }

    private static boolean beginsWithDigit(String line) {
        int i = 0;
        while (i < line.length() && WordTokens.isSpace(line.charAt(i))) {
            i++;
        }
        return i < line.length() && Character.isDigit(line.charAt(i));
    }

    /**
     * The cues of a text.
     *
     * @param web whether it is WebVTT, in which notes and styles stand between cues and anything may identify one
     */
    public static List<Cue> of(String text, boolean web) {
        CueBlocks blocks = new CueBlocks(text, web);
        blocks.read();
        return blocks.cues;
    }

    private void read() {
        Optional<TimeSpan> time = Optional.empty();
        boolean begun = false;
        List<String> open = new ArrayList<>();
        while (at < lines.length) {
            String line = lines[at];
            if (times[at]) {
                add(begun, time, open);
                speaker = voice;
                voice = "";
                time = span(line);
                begun = true;
                at++;
            } else if (web && isSkipped()) {
                skipBlock();
            } else if (isName()) {
                Matcher number = NUMBER.matcher(line);
                lastNumber = number.matches() ? Integer.parseInt(number.group(1)) : lastNumber;
                Matcher voiced = VOICED.matcher(line.strip());
                voice = voiced.matches() ? voiced.group(1) : "";
                at++;
            } else {
                // A blank line within a cue's text, or after its times, ends nothing: only times or a number do.
                if (orphan()) {
                    add(begun, time, open);
                    time = Optional.empty();
                    at++;
                } else {
                    open.add(line);
                    at++;
                }
            }
        }
        add(begun, time, open);
    }

    private void add(boolean begun, Optional<TimeSpan> time, List<String> open) {
        List<String> text = open.stream().filter(l -> !l.isBlank()).toList();
        // What stands before the first time is a title or a header.
        if (begun) {
            List<Cue.Line> said = web ? CueMarkup.webLines(text, time) : CueMarkup.lines(text, time);
            String who = speaker;
            cues.add(new Cue(
                    time,
                    who.isEmpty()
                            ? said
                            : said.stream()
                                    .map(l -> new Cue.Line(
                                            l.speaker().isEmpty() ? who : l.speaker(), l.text(), l.words()))
                                    .toList()));
        }
        open.clear();
    }

    private boolean isBlank(int line) {
        return line < 0 || line >= lines.length || lines[line].isBlank();
    }

    private boolean isSkipped() {
        return isBlank(at - 1) && SKIPPED.matcher(lines[at]).matches();
    }

    private void skipBlock() {
        while (at < lines.length && !lines[at].isBlank() && !times[at]) {
            at++;
        }
    }

    /** Whether the line is the number or identifier of the cue whose times follow. */
    private boolean isName() {
        int next = at + 1;
        while (next < lines.length && lines[next].isBlank() && next < at + 3) {
            next++;
        }
        if (next >= lines.length || !times[next] || lines[at].isBlank()) {
            return false;
        }
        Matcher number = NUMBER.matcher(lines[at]);
        if (number.matches()) {
            // The text of a subtitle may be a number, where the file has no others.
            return isBlank(at - 1) || Integer.parseInt(number.group(1)) == lastNumber + 1;
        }
        return web && next == at + 1 && isBlank(at - 1);
    }

    /** Whether the line is the number of a cue that has lost its times. */
    private boolean orphan() {
        Matcher number = NUMBER.matcher(lines[at]);
        return number.matches()
                && isBlank(at - 1)
                && !isBlank(at + 1)
                && (Integer.parseInt(number.group(1)) == lastNumber + 1
                        || Integer.parseInt(number.group(1)) == cues.size() + 2);
    }

    private static Optional<TimeSpan> span(String line) {
        Matcher m = TIMES.matcher(line);
        if (!m.matches()) {
            m = SPOILT.matcher(line);
            if (!m.matches() || m.group("from") == null) {
                return Optional.empty();
            }
        }
        OptionalDouble from = CueTime.seconds(m.group("from"));
        OptionalDouble to = m.group("to") == null ? OptionalDouble.empty() : CueTime.seconds(m.group("to"));
        return from.isEmpty()
                ? Optional.empty()
                : TimedTurns.span(from.getAsDouble(), Math.max(from.getAsDouble(), to.orElse(from.getAsDouble())));
    }

    /** Whether a text consists of cues: its first non-blank lines are an optional number, times and text. */
    public static boolean begins(String text) {
        List<String> first = Arrays.stream(text.split("\\R", 12))
                .limit(10)
                .filter(l -> !l.isBlank())
                .toList();
        int times = !first.isEmpty() && NUMBER.matcher(first.get(0)).matches() ? 1 : 0;
        return first.size() > times && isTimes(first.get(times));
    }
}
