package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.Block.Emphasis;
import org.tapescript.domain.CharSpan;

/** Finds what stands in a turn and is not said: editors' notes in square brackets, "(Laughs)", times, footnote marks, markup. */
final class StageDirections {
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]]{0,3000}\\]|【[^】]{0,3000}】");
    private static final Pattern PARENTHESES = Pattern.compile(
            "\\(([^()]{1,60})\\)|（([^（）]{1,60})）|(?<!\\*)\\*([^*\\n]{1,40})\\*(?!\\*)|<([^<>]{1,40})>|♪\\h*([^♪\\n]{1,60}?)\\h*♪");
    /** No word boundary: Java looks for one through all the combining marks before a place. */
    private static final Pattern TIME_CODE = Pattern.compile(
            "\\(?(?<![\\p{L}\\p{N}_])\\d{1,2}:\\d{2}(?::\\d{2})(?:[.,]\\d{1,3})?\\)?|\\(\\d{1,2}:\\d{2}\\)");
    /** Numbers that point to footnotes, and signs that make text bold. */
    private static final Pattern SIGNS = Pattern.compile(
            "(?<=[\\p{L}\\p{M}\\p{N}.,;:?!…”\"’)])[⁰¹²³⁴-⁹]+|\\*\\*|(?<![:/])//(?=\\s|$)|(?<![\\p{L}_])__|__(?![\\p{L}_])");

    /** Codes of oral history archives: {@code <p5>}, {@code <n(his brother)>}, {@code wo<=>wo}; "<s(laughing) Yes.>" holds what is said. Models of speech and text add {@code <|en|>}. */
    private static final Pattern CODES = Pattern.compile(
            "<(?:=|\\|[^<>|]{1,30}\\||[a-z]{1,2}\\d{0,3}|[a-z]{1,3}\\([^()<>]{0,300}\\))>|(<[a-z]{1,2}\\([^()<>]{1,40}\\))\\h[^<>]{1,400}(>)");

    /** Events of corpora: {@code {vocalsound}}, {@code {disfmarker}}; what is said in braces has a blank or a capital. */
    private static final Pattern EVENT = Pattern.compile("\\{[a-z][a-z_-]{2,30}\\}");

    /** Lengths of pauses: {@code (.)}, {@code (2.0)}, {@code (3 sec)}. */
    private static final Pattern PAUSE = Pattern.compile(
            "\\((?:[.…-]{1,3}|\\d{1,2}[.,]\\d|\\d{1,2}\\h?(?:s|sec|secs|seconds|sek|Sek|Sekunden)\\.?)\\)");

    /** What is heard, as subtitlers write it: {@code *applause*}; not a sentence that is stressed. */
    private static final Pattern STARRED = Pattern.compile("\\*[^*\\n]{1,40}(?<![.?!…,])\\*");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}-]+");
    private static final int MAX_WORDS = 6;
    private static final int MAX_ITALIC_LENGTH = 60;

    private StageDirections() {}

    /** Notes within a stretch of text, in order, without overlap. */
    static List<CharSpan> in(String text, CharSpan stretch) {
        List<CharSpan> notes = new ArrayList<>();
        if (!mayHold(text, stretch)) {
            return notes;
        }
        collect(BRACKETS.matcher(text).region(stretch.start(), stretch.end()), notes, true);
        collect(PARENTHESES.matcher(text).region(stretch.start(), stretch.end()), notes, false);
        Matcher time = TIME_CODE.matcher(text).region(stretch.start(), stretch.end());
        while (time.find()) {
            // "at 12:30:15" may be said; a code alone at an edge or in brackets is not.
            boolean bracketed = time.group().startsWith("(");
            if (bracketed || time.start() == stretch.start() || time.end() == stretch.end()) {
                notes.add(new CharSpan(time.start(), time.end()));
            }
        }
        for (int i = stretch.start(); i < stretch.end(); i++) {
            if ("#<({（".indexOf(text.charAt(i)) >= 0) {
                Optional<TimeCode> code = TimeCode.at(text, i, stretch.end());
                code.filter(TimeCode::bracketed).ifPresent(c -> notes.add(new CharSpan(c.start(), c.end())));
            }
        }
        for (Pattern pattern : List.of(PAUSE, EVENT)) {
            Matcher m = pattern.matcher(text).region(stretch.start(), stretch.end());
            while (m.find()) {
                notes.add(new CharSpan(m.start(), m.end()));
            }
        }
        codes(CODES.matcher(text).region(stretch.start(), stretch.end()), notes);
        Matcher sign =
                SIGNS.matcher(text).region(stretch.start(), stretch.end()).useTransparentBounds(true);
        while (sign.find()) {
            notes.add(new CharSpan(sign.start(), sign.end()));
        }
        return apart(notes);
    }

    private static void codes(Matcher code, List<CharSpan> notes) {
        while (code.find()) {
            if (code.group(1) == null) {
                notes.add(new CharSpan(code.start(), code.end()));
            } else {
                notes.add(new CharSpan(code.start(1), code.end(1)));
                notes.add(new CharSpan(code.start(2), code.end(2)));
            }
        }
    }

    /** What is in italics and says how something is said, or what is done meanwhile. */
    static List<CharSpan> inItalics(String text, CharSpan stretch, List<Emphasis> emphases) {
        List<CharSpan> notes = new ArrayList<>();
        for (Emphasis emphasis : emphases) {
            CharSpan place = emphasis.place();
            boolean part = place.start() >= stretch.start()
                    && place.end() <= stretch.end()
                    && place.end() - place.start() < stretch.end() - stretch.start()
                    && place.end() - place.start() <= MAX_ITALIC_LENGTH;
            if (!emphasis.bold() && part && (isDirection(place.of(text)) || isBetweenSentences(text, place, stretch))) {
                notes.add(place);
            }
        }
        return notes;
    }

    /** Whether a few small words stand between two sentences, and are none: {@code Yes. leans back It was so.} */
    private static boolean isBetweenSentences(String text, CharSpan place, CharSpan stretch) {
        String own = place.of(text).strip();
        int above = place.start() - 1;
        while (above >= stretch.start() && Character.isWhitespace(text.charAt(above))) {
            above--;
        }
        int below = place.end();
        while (below < stretch.end() && Character.isWhitespace(text.charAt(below))) {
            below++;
        }
        return !own.isEmpty()
                && Character.isLowerCase(own.codePointAt(0))
                && !Sentence.ends(own)
                && BETWEEN_WORDS.split(own).length <= MAX_WORDS
                && (above < stretch.start() || ".?!…".indexOf(text.charAt(above)) >= 0)
                && below < stretch.end()
                && Character.isUpperCase(text.codePointAt(below));
    }

    /** Whether any of the characters stands there without which there is no note; most speech has none, and is done with at once. */
    private static boolean mayHold(String text, CharSpan stretch) {
        for (int i = stretch.start(); i < stretch.end(); i++) {
            char c = text.charAt(i);
            if (c < 0x80 ? "[(<{#*_:/".indexOf(c) >= 0 : "【（♪¹²³⁰".indexOf(c) >= 0 || c >= '⁴' && c <= '⁻') {
                return true;
            }
        }
        return false;
    }

    /** Without what lies in another, in order. */
    static List<CharSpan> apart(List<CharSpan> notes) {
        List<CharSpan> sorted = new ArrayList<>(notes);
        sorted.sort(Comparator.comparingInt(CharSpan::start)
                .thenComparing(Comparator.comparingInt(CharSpan::end).reversed()));
        List<CharSpan> result = new ArrayList<>();
        for (CharSpan note : sorted) {
            if (result.isEmpty() || result.get(result.size() - 1).end() <= note.start()) {
                result.add(note);
            }
        }
        return result;
    }

    private static void collect(Matcher matcher, List<CharSpan> notes, boolean all) {
        while (matcher.find()) {
            if (all || isDirection(inner(matcher))) {
                notes.add(new CharSpan(matcher.start(), matcher.end()));
            }
        }
    }

    private static String inner(Matcher matcher) {
        for (int g = 1; g <= matcher.groupCount(); g++) {
            if (matcher.group(g) != null) {
                return matcher.group(g);
            }
        }
        return matcher.group();
    }

    /** Whether what stands in brackets says how something is said, or what is heard besides. */
    static boolean isDirection(String text) {
        Set<String> vocabulary = WordLists.of("directions");
        // How long a pause is does not matter: "(4 seconds pause)".
        String[] words = BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(w -> !w.isEmpty() && !(WordLists.of("units").contains(w) && hasDigit(text)))
                .toArray(String[]::new);
        boolean first = text.matches("[\\p{Lu}].*");
        int known = 0;
        for (String word : words) {
            known += vocabulary.contains(word) ? 1 : 0;
        }
        // "(laughs)", "(Phone rings)"; but not "(I was reading it then)".
        return words.length <= MAX_WORDS
                && known > 0
                && (words.length <= 2 || first || known * 2 >= words.length)
                && !text.matches("(?iu).*\\b(i|we|you|my)\\b.*");
    }

    private static boolean hasDigit(String text) {
        return text.codePoints().anyMatch(Character::isDigit);
    }

    /** Whether a whole paragraph is a note. */
    static boolean isWhole(String paragraph) {
        String t = paragraph.strip();
        boolean bracketed = (t.startsWith("[") && t.endsWith("]")) || (t.startsWith("【") && t.endsWith("】"));
        boolean round = t.startsWith("(") && t.endsWith(")") && t.indexOf(')') == t.length() - 1
                || t.startsWith("（") && t.endsWith("）") && t.indexOf('）') == t.length() - 1;
        return bracketed && t.indexOf(']') == t.length() - 1
                || round && t.length() < 400
                || STARRED.matcher(t).matches();
    }
}
