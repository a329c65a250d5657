package org.tapescript.format.cue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What others say meanwhile, between double slashes within a subtitle that has a voice: {@code I was //B: Really?// seven then.} */
final class Interjections {
    private static final Pattern NAMED =
            Pattern.compile("//\\h?([\\p{L}\\p{N}][^/:\\v]{0,30}):\\h*([^/\\v]*(?:/[^/\\v]+)*)(?://\\h*|$)");

    private Interjections() {}

    /** The subtitles, each with a line for every piece that somebody says. */
    static List<Cue> apart(List<Cue> cues) {
        return cues.stream().map(Interjections::apart).toList();
    }

    private static Cue apart(Cue cue) {
        boolean any = cue.lines().stream()
                .anyMatch(l -> l.speaker().startsWith("//")
                        || mayHold(l) && NAMED.matcher(l.text()).find());
        return any
                ? new Cue(
                        cue.time(),
                        cue.lines().stream().flatMap(l -> pieces(l).stream()).toList())
                : cue;
    }

    /** Words with times of their own stay as they are. */
    private static boolean mayHold(Cue.Line line) {
        return !line.speaker().isEmpty()
                && line.words().isEmpty()
                && line.text().contains("//");
    }

    private static List<Cue.Line> pieces(Cue.Line line) {
        String who = line.speaker().replaceFirst("^//\\h?", "");
        if (!mayHold(line)) {
            return List.of(new Cue.Line(who, line.text(), line.words()));
        }
        List<Cue.Line> pieces = new ArrayList<>();
        Matcher m = NAMED.matcher(line.text());
        int from = 0;
        while (m.find()) {
            add(pieces, who, line.text().substring(from, m.start()));
            add(pieces, m.group(1), m.group(2));
            from = m.end();
        }
        add(pieces, who, line.text().substring(from));
        return pieces;
    }

    private static void add(List<Cue.Line> pieces, String speaker, String text) {
        if (!text.isBlank()) {
            pieces.add(new Cue.Line(speaker, text.strip()));
        }
    }
}
