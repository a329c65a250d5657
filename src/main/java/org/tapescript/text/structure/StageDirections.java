package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.CharSpan;

/** Finds what stands in a turn and is not said: editors' notes in square brackets, "(Laughs)", time codes. */
final class StageDirections {
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]]{0,600}\\]|【[^】]{0,600}】");
    private static final Pattern PARENTHESES =
            Pattern.compile("\\(([^()]{1,60})\\)|\\*([^*\\n]{1,40})\\*|<([^<>]{1,40})>");
    private static final Pattern TIME_CODE =
            Pattern.compile("\\(?\\b\\d{1,2}:\\d{2}(?::\\d{2})(?:[.,]\\d{1,3})?\\)?|\\(\\d{1,2}:\\d{2}\\)");
    private static final int MOST_WORDS = 6;

    private static final Set<String> VOCABULARY = Set.of(
            "laughs",
            "laugh",
            "laughing",
            "laughter",
            "chuckles",
            "chuckling",
            "giggles",
            "smiles",
            "smiling",
            "sighs",
            "sigh",
            "pause",
            "pauses",
            "paused",
            "silence",
            "applause",
            "coughs",
            "coughing",
            "cries",
            "crying",
            "weeps",
            "sobs",
            "inaudible",
            "unintelligible",
            "indistinct",
            "crosstalk",
            "cross-talk",
            "overlapping",
            "music",
            "nods",
            "nodding",
            "shrugs",
            "whispers",
            "whispering",
            "shouts",
            "sings",
            "singing",
            "gestures",
            "points",
            "clears",
            "phone",
            "knock",
            "door",
            "recording",
            "tape",
            "interruption",
            "break",
            "sic",
            "ed",
            "ironically",
            "sarcastically",
            "thinks",
            "reads",
            "reading",
            "interrupts",
            "interrupting",
            "together",
            "noise",
            "смеется",
            "смеётся",
            "смех",
            "смеются",
            "пауза",
            "вздыхает",
            "улыбается",
            "молчит",
            "плачет",
            "неразборчиво",
            "аплодисменты",
            "lacht",
            "lachen",
            "gelächter",
            "schweigt",
            "seufzt",
            "unverständlich",
            "lächelt",
            "rires",
            "rire",
            "rit",
            "silencio",
            "sourit",
            "soupire",
            "risas",
            "ríe",
            "rie",
            "suspira",
            "ride",
            "risate",
            "pausa",
            "sorride",
            "risos",
            "śmiech",
            "śmieje",
            "smích",
            "gelach",
            "skratt");

    private StageDirections() {}

    /** Notes within a stretch of text, in order, without overlap. */
    static List<CharSpan> in(String text, CharSpan stretch) {
        List<CharSpan> notes = new ArrayList<>();
        collect(BRACKETS.matcher(text).region(stretch.start(), stretch.end()), notes, true);
        collect(PARENTHESES.matcher(text).region(stretch.start(), stretch.end()), notes, false);
        Matcher time = TIME_CODE.matcher(text).region(stretch.start(), stretch.end());
        while (time.find()) {
            // "at 12:30:15" may be said; a code alone at an edge or in brackets is not.
            boolean bracketed = time.group().startsWith("(");
            if (bracketed || time.start() == stretch.start() || time.end() == stretch.end()) {
                add(notes, new CharSpan(time.start(), time.end()));
            }
        }
        notes.sort(java.util.Comparator.comparingInt(CharSpan::start));
        return notes;
    }

    private static void collect(Matcher matcher, List<CharSpan> notes, boolean all) {
        while (matcher.find()) {
            if (all || isDirection(inner(matcher))) {
                add(notes, new CharSpan(matcher.start(), matcher.end()));
            }
        }
    }

    private static void add(List<CharSpan> notes, CharSpan span) {
        if (notes.stream().noneMatch(span::overlaps)) {
            notes.add(span);
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

    private static boolean isDirection(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+");
        boolean first = text.matches("[\\p{Lu}].*");
        int known = 0;
        for (String word : words) {
            known += VOCABULARY.contains(word) ? 1 : 0;
        }
        // "(laughs)", "(Phone rings)"; but not "(I was reading it then)".
        return words.length <= MOST_WORDS
                && known > 0
                && (words.length <= 2 || first || known * 2 >= words.length)
                && !text.matches("(?iu).*\\b(i|we|you|my)\\b.*");
    }

    /** Whether a whole paragraph is a note. */
    static boolean isWhole(String paragraph) {
        String t = paragraph.trim();
        boolean bracketed = (t.startsWith("[") && t.endsWith("]")) || (t.startsWith("【") && t.endsWith("】"));
        boolean round = t.startsWith("(") && t.endsWith(")") && t.indexOf(')') == t.length() - 1;
        return bracketed && t.indexOf(']') == t.length() - 1 || round && t.length() < 400;
    }
}
