package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import org.tapescript.text.WordTokens;

/** Finds marks within a line: where a turn opens behind the sentence of another. */
final class InnerMarks {
    private static final int MIN_CAPITALS = 4;

    private final String text;
    private final int index;
    private final Line line;
    private final List<Mark> marks = new ArrayList<>();

    private InnerMarks(String text, int index, Line line) {
        this.text = text;
        this.index = index;
        this.line = line;
    }

    static List<Mark> of(String text, int index, Line line) {
        InnerMarks inner = new InnerMarks(text, index, line);
        inner.find();
        return inner.marks;
    }

    private void find() {
        int from = line.place().start() + 2;
        int end = line.place().end();
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '>' && text.charAt(i - 1) != '>' && i + 2 < end && text.charAt(i + 1) == '>') {
                Matcher m = MarkParser.CHEVRON.matcher(text).region(i, end);
                if (m.lookingAt() && m.end() < end) {
                    marks.add(inner(Scheme.CHEVRON, i, m.end(), Optional.empty()));
                }
            } else if (c == ':' || c == '：') {
                boolean clock =
                        Character.isDigit(text.charAt(i - 1)) && i + 1 < end && Character.isDigit(text.charAt(i + 1));
                if (!clock && !capitals(i)) {
                    innerName(Scheme.COLON, i);
                }
            } else if (c == '.' && (text.charAt(i - 1) == 'Q' || text.charAt(i - 1) == 'A')) {
                innerName(Scheme.STOP, i);
            }
        }
    }

    /**
     * A name in capitals before a colon which speech touches, whatever stands before it, as where a page lost its lines: {@code is, uh
     * HALDEMAN:That's good.}
     */
    private boolean capitals(int at) {
        int speech = at + 1;
        boolean touches = text.charAt(at) == ':'
                && speech < line.place().end()
                && (Character.isLetter(text.charAt(speech)) || "(.[".indexOf(text.charAt(speech)) >= 0);
        int start = at;
        while (start > line.place().start() && isOfCapitals(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && !Character.isUpperCase(text.charAt(start))) {
            start++;
        }
        if (!touches || at - start < MIN_CAPITALS || start == line.place().start()) {
            return false;
        }
        marks.add(inner(Scheme.COLON, start, speech, Optional.of(text.substring(start, at))));
        return true;
    }

    private static boolean isOfCapitals(char c) {
        return Character.isUpperCase(c) || c == ' ' || c == '\'' || c == '-';
    }

    private void innerName(Scheme scheme, int at) {
        int start = at;
        int earliest = Math.max(line.place().start() + 1, at - MarkParser.MAX_NAME_LENGTH);
        while (start > earliest && !opensSentence(start)) {
            start--;
        }
        int next = at + 1;
        boolean glued = scheme == Scheme.STOP
                && next + 1 < line.place().end()
                && "–—".indexOf(text.charAt(next)) >= 0
                && at - start == 1;
        // Scripts without blanks need none behind their colon.
        boolean wide = text.charAt(at) == '：' && next < line.place().end() && Sentence.isWide(text.charAt(next));
        // Pages that lost blanks: "When? Holt:In May."
        boolean touches = text.charAt(at) == ':'
                && at - start >= MIN_CAPITALS
                && next < line.place().end()
                && Character.isUpperCase(text.charAt(next))
                && Character.isLowerCase(text.charAt(at - 1));
        boolean room = glued || wide || touches || next < line.place().end() && WordTokens.isSpace(text.charAt(next));
        if (start > earliest && room) {
            String name = CleanedName.of(text.substring(start, at), false);
            Optional<NameForm> form = NameForm.of(name);
            if (form.filter(NameForm::standsAlone).isPresent()) {
                marks.add(inner(
                        scheme,
                        start,
                        MarkParser.blanks(text, next, line.place().end(), glued ? "–—" : "*_"),
                        Optional.of(name)));
            }
        }
    }

    private Mark inner(Scheme scheme, int start, int end, Optional<String> name) {
        return new Mark(scheme, index, start, end, end, name, name.flatMap(NameForm::of), true, false, false);
    }

    /** Whether a sentence, or a dash, ends in front of a place. */
    private boolean opensSentence(int at) {
        boolean wide = "。？！…”」』".indexOf(text.charAt(at - 1)) >= 0 && Sentence.isWide(text.charAt(at));
        if (!wide && !WordTokens.isSpace(text.charAt(at - 1)) || WordTokens.isSpace(text.charAt(at))) {
            return false;
        }
        int i = at - 1;
        while (i > 0 && (WordTokens.isSpace(text.charAt(i)) || "\"'”’»)]*_」』".indexOf(text.charAt(i)) >= 0)) {
            i--;
        }
        return ".?!…。？！-–—".indexOf(text.charAt(i)) >= 0 && !isTitleAt(i);
    }

    private boolean isTitleAt(int stop) {
        int start = stop;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        String word = text.substring(start, stop).toLowerCase(Locale.ROOT);
        return text.charAt(stop) == '.'
                && (word.length() == 1 || WordLists.of("titles").contains(word));
    }
}
