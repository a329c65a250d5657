package org.tapescript.format.encoding;

import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How well a text that was decoded one way is text of a language: whether its letters beyond ASCII are that language's (by CLDR's
 * exemplars), small and capital letters where they belong, quotes and dashes at the edges of words.
 */
final class LetterFit {
    private static final Map<String, UnicodeSet[]> EXEMPLARS = new ConcurrentHashMap<>();
    /** Score of a letter used only in loan words of the language. */
    private static final double FOREIGN = 0.3;

    /** Letters that take this form only at the end of a word. */
    private static final String FINAL = "ςךםןףץ";

    private final String text;
    private final int[] places;

    LetterFit(String text) {
        this.text = text;
        this.places = java.util.stream.IntStream.range(0, text.length())
                .filter(i -> text.charAt(i) >= 0x80)
                .toArray();
    }

    /** Mean score (-4 to 1.2) of all non-ASCII characters, for the best-fitting language. */
    double best(List<String> languages) {
        double best = Double.NEGATIVE_INFINITY;
        for (String language : languages) {
            UnicodeSet[] sets = EXEMPLARS.computeIfAbsent(language, LetterFit::exemplars);
            double score = 0;
            for (int i : places) {
                score += score(i, sets);
            }
            best = Math.max(best, score);
        }
        return best / Math.max(1, places.length);
    }

    private static UnicodeSet[] exemplars(String language) {
        ULocale locale = new ULocale(language);
        int options = UnicodeSet.ADD_CASE_MAPPINGS;
        UnicodeSet own = new UnicodeSet(LocaleData.getExemplarSet(locale, options, LocaleData.ES_STANDARD));
        UnicodeSet foreign = new UnicodeSet(LocaleData.getExemplarSet(locale, options, LocaleData.ES_AUXILIARY));
        switch (language) {
            // The cedilla stood for the comma below until Unicode told them apart.
            case "ro" -> own.addAll("ŞşŢţ");
            // Vietnamese of that time put tones behind the letter; Hebrew and Arabic points are optional.
            case "vi" -> own.addAll(new UnicodeSet("[\\u0300\\u0301\\u0303\\u0309\\u0323]"));
            case "he", "yi" -> own.addAll(new UnicodeSet("[\\u05b0-\\u05c2\\u05f0-\\u05f4]"));
            case "ar", "fa", "ur" -> own.addAll(new UnicodeSet("[\\u064b-\\u0652،؛؟ـ\\u200c\\u200d]"));
            // English texts often contain French, German or Spanish names.
            case "en" -> own.addAll("éèêëáàâäçñóöüïîíåøæœßÉÄÖÜ");
            default -> {}
        }
        return new UnicodeSet[] {own.freeze(), foreign.freeze()};
    }

    private double score(int i, UnicodeSet[] sets) {
        char c = text.charAt(i);
        char before = i > 0 ? text.charAt(i - 1) : ' ';
        char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
            double known = sets[0].contains(c) ? 1 : sets[1].contains(c) ? FOREIGN : -1;
            // A lower-case letter before a capital suggests bytes of another encoding.
            boolean odd = Character.isUpperCase(c) && Character.isLowerCase(before)
                    || Character.isLowerCase(c) && Character.isUpperCase(after) && Character.isLetter(before)
                    || Character.isLetter(before) && !kin(before, c)
                    || Character.isLetter(after) && !kin(c, after)
                    || FINAL.indexOf(c) >= 0 && Character.isLetter(after)
                    || c == 'σ' && !Character.isLetter(after) && Character.isLetter(before);
            return known - (odd ? 1.5 : 0);
        }
        return sets[0].contains(c) ? 1 : sign(c, before, after);
    }

    private static double sign(char c, char before, char after) {
        if (c == '’') {
            return Character.isLetter(before) ? 1.2 : 0.2;
        }
        if ("“‘„«".indexOf(c) >= 0) {
            return !Character.isLetter(before) && !Character.isWhitespace(after) ? 1.5 : -0.5;
        }
        if ("”»…".indexOf(c) >= 0) {
            return !Character.isWhitespace(before) && !Character.isLetter(after) ? 1.5 : -0.5;
        }
        if ("–—".indexOf(c) >= 0) {
            // A dash within a word is rare, but that is how Mac OS Roman letters decode.
            boolean within = Character.isLetter(before) && Character.isLetter(after);
            boolean aside = Character.isLetter(before) != Character.isLetter(after);
            return within && c == '–' ? -0.5 : within || aside ? 0.6 : 1.2;
        }
        if (c == '\u00a0') {
            return Character.isLetter(before) && Character.isLetter(after) ? 0 : 0.8;
        }
        if (c == '\u00ad') {
            return Character.isLetter(before) && Character.isLetter(after) ? 0.8 : -1;
        }
        if ("¿¡".indexOf(c) >= 0) {
            return Character.isLetter(before) ? -1 : 1;
        }
        if ("°№§€£©®™•·".indexOf(c) >= 0) {
            return Character.isLetter(before) && Character.isLetter(after) ? -1 : 0.1;
        }
        return c == '\ufffd' || Character.isISOControl(c) ? -4 : -1;
    }

    private static boolean kin(char a, char b) {
        return Character.UnicodeScript.of(a) == Character.UnicodeScript.of(b)
                || Character.UnicodeScript.of(b) == Character.UnicodeScript.INHERITED
                || Character.UnicodeScript.of(a) == Character.UnicodeScript.INHERITED;
    }
}
