package org.tapescript.format.cue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TimedTurns.Said;

/** What players of SubRip, WebVTT and their kin mark in the text of a cue: voices, styles, entities, times of words. */
public final class CueMarkup {
    private static final String GUARD = "\u2060";
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!][^<>\\n]{0,300}>|</?[a-zA-Z]>|</>|<>");
    /** A line's end, as those write it who make cues of web pages. */
    private static final Pattern BREAK = Pattern.compile("(?i)<br ?/?>");
    /** Positions and styles of Advanced SubStation and MicroDVD, which SubRip's players know too. */
    private static final Pattern BRACES = Pattern.compile("\\{(?:\\\\|[a-zA-Z]:)[^{}\\n]{0,300}\\}|\\{/?[biusBIUS]\\}");

    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s<>]{0,200})?(?:[ \\t]+([^<>]{1,200}))?>|(</v>)");
    private static final Pattern STAMP = Pattern.compile("<((?:\\d{1,4}:)?\\d{1,2}:\\d{2}[.,]\\d{1,3})>");

    private CueMarkup() {}

    /** The lines of a cue's text of WebVTT, to which braces are text, but for those that a converter left before a line. */
    static List<Cue.Line> webLines(List<String> raw, Optional<TimeSpan> cue) {
        return lines(
                raw.stream()
                        .map(l -> {
                            Matcher m = BRACES.matcher(l);
                            String rest = m.lookingAt() ? l.substring(m.end()) : l;
                            return rest.replace("{", "{" + GUARD);
                        })
                        .toList(),
                cue);
    }

    /** The lines of a cue's text, marks removed; times of words are those between stamps (WebVTT 1, 4.2.2). */
    public static List<Cue.Line> lines(List<String> raw, Optional<TimeSpan> cue) {
        List<Cue.Line> lines = new ArrayList<>();
        String voice = "";
        Stamps stamps = new Stamps(raw, cue);
        for (String line : raw.stream().flatMap(BREAK::splitAsStream).toList()) {
            Matcher v = VOICE.matcher(line);
            int at = 0;
            while (v.find()) {
                add(lines, voice, line.substring(at, v.start()), stamps);
                voice = v.group(1) == null ? "" : plain(v.group(1)).strip();
                at = v.end();
            }
            add(lines, voice, line.substring(at), stamps);
        }
        return lines;
    }

    private static void add(List<Cue.Line> lines, String voice, String marked, Stamps stamps) {
        List<Said> words = stamps.words(marked);
        String text = plain(marked).strip();
        if (!text.isEmpty()) {
            lines.add(new Cue.Line(voice, text, words));
        }
    }

    /** Text without marks. */
    public static String plain(String marked) {
        String bare = marked.indexOf('<') < 0
                ? marked
                : TAG.matcher(STAMP.matcher(marked).replaceAll("")).replaceAll("");
        return unescape(bare.indexOf('{') < 0 ? bare : BRACES.matcher(bare).replaceAll(""));
    }

    private static String unescape(String text) {
        String bare = text.replace("<" + GUARD, "<").replace("{" + GUARD, "{");
        return bare.indexOf('&') < 0 ? bare : Parser.unescapeEntities(bare, true);
    }

    /**
     * Text that players of SubRip, which has no way to escape, take for nothing else: an arrow would be a time line, a bracket or brace
     * the beginning of a tag; a word joiner, which nobody sees, is put behind those.
     */
    public static String guarded(String text) {
        return text.replace("-->", "→").replaceAll("(<)(?=[/\\p{L}])|(\\{)(?=\\\\|[a-zA-Z]:)", "$1$2" + GUARD);
    }

    /** Goes through a cue's text from stamp to stamp: a word between two is said from the one to the other; words that share it guide. */
    private static final class Stamps {
        private final boolean any;
        private final double end;
        private double from;
        private final List<Double> next = new ArrayList<>();

        Stamps(List<String> raw, Optional<TimeSpan> cue) {
            for (String line : raw) {
                Matcher m = STAMP.matcher(line);
                while (m.find()) {
                    next.add(CueTime.seconds(m.group(1)).orElse(0));
                }
            }
            any = !next.isEmpty() && cue.isPresent();
            from = cue.map(TimeSpan::startSeconds).orElse(0.0);
            end = cue.map(TimeSpan::endSeconds).orElse(0.0);
        }

        /** Words of the next piece of text; empty if the cue has no timestamps. */
        List<Said> words(String marked) {
            List<Said> words = new ArrayList<>();
            if (!any) {
                return words;
            }
            Matcher m = STAMP.matcher(marked);
            int at = 0;
            boolean more = m.find();
            while (more) {
                add(words, marked.substring(at, m.start()), next.isEmpty() ? end : next.get(0));
                from = next.isEmpty() ? end : next.remove(0);
                at = m.end();
                more = m.find();
            }
            add(words, marked.substring(at), next.isEmpty() ? end : next.get(0));
            return words;
        }

        private void add(List<Said> words, String marked, double to) {
            String text = plain(marked).strip();
            if (!text.isEmpty()) {
                List<Said> said = TimedTurns.words(text);
                said.forEach(w ->
                        words.add(new Said(w.text(), said.size() == 1 ? TimedTurns.span(from, to) : Optional.empty())));
            }
        }
    }
}
