package org.tapescript.format.textgrid;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Praat's backslash trigraphs (Praat manual, Special symbols): a letter and an accent, or two letters that stand for another. */
final class Trigraphs {
    private static final Pattern TRIGRAPH = Pattern.compile("\\\\([a-zA-Z!?<>|'^.:][a-zA-Z\"'`^~,/o<>!?|:.-])");
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ss", "ß"),
            Map.entry("ae", "æ"),
            Map.entry("Ae", "Æ"),
            Map.entry("oe", "œ"),
            Map.entry("Oe", "Œ"),
            Map.entry("o/", "ø"),
            Map.entry("O/", "Ø"),
            Map.entry("ao", "å"),
            Map.entry("Ao", "Å"),
            Map.entry("c,", "ç"),
            Map.entry("C,", "Ç"),
            Map.entry("!d", "¡"),
            Map.entry("?d", "¿"),
            Map.entry("<<", "«"),
            Map.entry(">>", "»"),
            Map.entry("sw", "ə"),
            Map.entry("sh", "ʃ"),
            Map.entry("zh", "ʒ"),
            Map.entry("th", "θ"),
            Map.entry("dh", "ð"),
            Map.entry("ng", "ŋ"),
            Map.entry("vt", "ʌ"),
            Map.entry("as", "ɑ"),
            Map.entry("ct", "ɔ"),
            Map.entry("ep", "ɛ"),
            Map.entry("ic", "ɪ"),
            Map.entry("hs", "ʊ"),
            Map.entry("rt", "ɹ"),
            Map.entry("gs", "ʔ"),
            Map.entry(":f", "ː"),
            Map.entry("bu", "•"),
            Map.entry("--", "–"));
    private static final Map<Character, String> ACCENTS =
            Map.of('"', "\u0308", '\'', "\u0301", '`', "\u0300", '^', "\u0302", '~', "\u0303");

    private Trigraphs() {}

    static String plain(String text) {
        return text.indexOf('\\') < 0
                ? text
                : TRIGRAPH.matcher(text).replaceAll(m -> Matcher.quoteReplacement(letter(m.group(1), m.group())));
    }

    private static String letter(String code, String otherwise) {
        String accent = ACCENTS.get(code.charAt(1));
        if (accent != null && Character.isLetter(code.charAt(0))) {
            return Normalizer.normalize(code.charAt(0) + accent, Normalizer.Form.NFC);
        }
        return LETTERS.getOrDefault(code, otherwise);
    }
}
