package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.tapescript.domain.CharSpan;
import org.tapescript.text.WordTokens;

/** Groups lines into paragraphs: a mark or the page layout opens one; a name on its own line waits for its speech. */
final class Passages {
    private final String text;
    private final Furniture furniture;
    private final Wrapping wrapping;
    private final Map<Integer, Mark> heads = new HashMap<>();
    private final Map<Integer, List<Mark>> within = new HashMap<>();
    private final boolean leadingTimes;
    private final Line[] next;
    private final List<Passage> done = new ArrayList<>();
    private Passage open;
    private int pendingTime = -1;

    private Passages(String text, Furniture furniture, Wrapping wrapping, Collection<Mark> marks) {
        this.text = text;
        this.furniture = furniture;
        this.wrapping = wrapping;
        for (Mark mark : marks) {
            if (mark.inner()) {
                within.computeIfAbsent(mark.line(), k -> new ArrayList<>()).add(mark);
            } else {
                heads.put(mark.line(), mark);
            }
        }
        this.leadingTimes = leadingTimes();
        this.next = nextText();
    }

    static List<Passage> of(String text, Furniture furniture, Wrapping wrapping, Collection<Mark> marks) {
        Passages passages = new Passages(text, furniture, wrapping, marks);
        passages.run();
        return passages.done;
    }

    /** Whether unbracketed times at line starts are timestamps rather than speech, which holds if many lines have one. */
    private boolean leadingTimes() {
        int timed = 0;
        for (Line line : furniture.lines()) {
            timed += MarkParser.afterTimes(text, line.place()) > line.place().start() ? 1 : 0;
        }
        return timed >= 3 && timed * 5 >= furniture.lines().size();
    }

    private void run() {
        List<Line> lines = furniture.lines();
        int gap = 0;
        boolean across = false;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            gap += line.blanks();
            Furniture.Kind kind = furniture.aside().get(i);
            if (kind != null) {
                aside(i, line, kind);
                across = true;
                continue;
            }
            Mark mark = heads.get(i);
            if (mark != null) {
                open(line, Optional.of(mark), mark.end());
                open.awaits = mark.alone();
            } else if (open != null && open.awaits) {
                takeText(line);
            } else if (open != null && goesOn(line, gap, across)) {
                extend(line);
            } else {
                open(line, Optional.empty(), speech(line));
            }
            split(i, line);
            gap = 0;
            across = false;
        }
        close();
        pending(lines.isEmpty() ? null : lines.get(lines.size() - 1));
    }

    private int speech(Line line) {
        int speech = afterSymbols(line, afterTimes(line));
        Matcher chevron =
                MarkParser.CHEVRON.matcher(text).region(speech, line.place().end());
        return chevron.lookingAt() && chevron.end() < line.place().end() ? chevron.end() : speech;
    }

    /** Skips symbols after a time, such as player buttons, but not musical notes, which mark singing. */
    private int afterSymbols(Line line, int from) {
        int at = from;
        while (at > line.place().start() && at < line.place().end()) {
            int c = text.codePointAt(at);
            boolean sign = c >= 0x2190 && c != '♪' && c != '♫' && isSymbol(c);
            if (!sign && !WordTokens.isSpace((char) c)) {
                return at;
            }
            at += Character.charCount(c);
        }
        return from;
    }

    private static boolean isSymbol(int c) {
        int type = Character.getType(c);
        return type == Character.OTHER_SYMBOL || type == Character.MATH_SYMBOL;
    }

    private int afterTimes(Line line) {
        int after = MarkParser.afterTimes(text, line.place());
        // The second line of a definition: ": Yes."
        if (after + 1 < line.place().end()
                && ":：".indexOf(text.charAt(after)) >= 0
                && WordTokens.isSpace(text.charAt(after + 1))) {
            return WordTokens.trim(text, after + 1, line.place().end()).start();
        }
        boolean bracketed = after > line.place().start()
                && !Character.isDigit(text.charAt(line.place().start()));
        return bracketed || leadingTimes ? after : line.place().start();
    }

    private boolean goesOn(Line line, int gap, boolean across) {
        boolean stamped = afterTimes(line) > line.place().start();
        return pendingTime < 0
                && (!stamped
                        || wrapping.wrapped()
                                && !Sentence.endsFully(open.last.place().of(text)))
                && wrapping.joins(text, open.last, line, gap, across);
    }

    private void aside(int i, Line line, Furniture.Kind kind) {
        if (kind == Furniture.Kind.TIME) {
            if (open != null && open.awaits) {
                return;
            }
            close();
            pendingTime = pendingTime < 0 ? line.place().start() : pendingTime;
            return;
        }
        if (kind == Furniture.Kind.PAGE && open != null) {
            Line next = this.next[i];
            boolean goesOn = next != null && (open.awaits || wrapping.joins(text, open.last, next, gapTo(i), true));
            if (goesOn) {
                return;
            }
        }
        if (line.length() == 0
                || open != null && open.awaits && Furniture.isRule(line.place().of(text))) {
            return;
        }
        close();
        Passage last = done.isEmpty() ? null : done.get(done.size() - 1);
        boolean same = last != null
                && last.furniture
                        .filter(k -> k == kind && kind == Furniture.Kind.DATA)
                        .isPresent();
        if (same) {
            last.end = line.place().end();
        } else {
            done.add(new Passage(
                    line,
                    line.place().start(),
                    line.place().start(),
                    line.place().end(),
                    Optional.empty(),
                    Optional.of(kind)));
        }
    }

    /** For each line, the next line of text, or null if that line opens a turn. */
    private Line[] nextText() {
        Line[] result = new Line[furniture.lines().size()];
        Line next = null;
        for (int i = result.length - 1; i >= 0; i--) {
            result[i] = next;
            if (!furniture.aside().containsKey(i)) {
                next = heads.containsKey(i) ? null : furniture.lines().get(i);
            }
        }
        return result;
    }

    private int gapTo(int i) {
        return furniture.lines().get(i).blanks() + 1;
    }

    private void open(Line line, Optional<Mark> mark, int speech) {
        close();
        int start = pendingTime < 0 ? line.place().start() : pendingTime;
        pendingTime = -1;
        int said = mark.map(m -> m.scheme() == Scheme.BESIDE).orElse(false) ? start : speech;
        open = new Passage(
                line,
                start,
                start < line.place().start() ? speech : said,
                line.place().end(),
                mark,
                Optional.empty());
    }

    private void takeText(Line line) {
        pendingTime = -1;
        open.speech = afterColon(line, speech(line));
        open.end = line.place().end();
        open.last = line;
        open.awaits = false;
    }

    /** Without the colon with which wikis let the second line of a definition begin: {@code ;Ann}, {@code :Yes.} */
    private int afterColon(Line line, int speech) {
        boolean colon = speech + 1 < line.place().end()
                && text.charAt(speech) == ':'
                && (Character.isLetterOrDigit(text.charAt(speech + 1))
                        || "\"“«„'".indexOf(text.charAt(speech + 1)) >= 0);
        return colon ? speech + 1 : speech;
    }

    private void extend(Line line) {
        int from = open.end;
        int to = line.place().start();
        if (!text.substring(from, to).isBlank()) {
            open.hidden.add(new CharSpan(from, to));
        }
        open.end = line.place().end();
        open.last = line;
    }

    /** Splits the open passage at marks within its last line. */
    private void split(int i, Line line) {
        for (Mark mark : within.getOrDefault(i, List.of())) {
            if (open == null || mark.start() <= open.speech) {
                continue;
            }
            CharSpan before = WordTokens.trim(text, open.start, mark.start());
            open.end = before.end();
            done.add(open);
            // What belongs to no scheme only ends the question before it.
            Optional<Mark> opens = Optional.of(mark).filter(m -> m.scheme() != Scheme.NONE);
            open = new Passage(line, mark.start(), mark.end(), line.place().end(), opens, Optional.empty());
        }
    }

    private void close() {
        if (open != null) {
            done.add(open);
            open = null;
        }
    }

    /** A trailing time with no text after it. */
    private void pending(Line last) {
        if (pendingTime >= 0 && last != null && last.place().end() > pendingTime) {
            done.add(new Passage(
                    last,
                    pendingTime,
                    pendingTime,
                    last.place().end(),
                    Optional.empty(),
                    Optional.of(Furniture.Kind.TIME)));
        }
    }

    /** Marks by the line that they open. */
    static Set<Integer> lines(Collection<Mark> marks) {
        TreeMap<Integer, Boolean> lines = new TreeMap<>();
        marks.stream().filter(m -> !m.inner()).forEach(m -> lines.put(m.line(), true));
        return lines.keySet();
    }
}
