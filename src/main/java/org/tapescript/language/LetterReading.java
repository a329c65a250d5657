package org.tapescript.language;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tapescript.align.lexicon.WordSounds;

/**
 * Reads words of a language about which nothing is known: they are put into Latin letters, each of which sounds as it does in
 * most languages. Letters that are IPA symbols as well, as in modern orthographies, sound as those.
 */
final class LetterReading implements WordSounds {
    /** Letters that IPA uses for other sounds than most orthographies do; the longer ones first. */
    private static final List<Map.Entry<String, String>> LETTERS = List.of(
            Map.entry("shch", "ʃtʃ"),
            Map.entry("tch", "tʃ"),
            Map.entry("sch", "ʃ"),
            Map.entry("chh", "tʃ"),
            Map.entry("ch", "tʃ"),
            Map.entry("sh", "ʃ"),
            Map.entry("zh", "ʒ"),
            Map.entry("ng", "ŋ"),
            Map.entry("ny", "ɲ"),
            Map.entry("kh", "k"),
            Map.entry("gh", "ɡ"),
            Map.entry("ph", "p"),
            Map.entry("bh", "b"),
            Map.entry("th", "t"),
            Map.entry("dh", "d"),
            Map.entry("jh", "dʒ"),
            Map.entry("ß", "s"),
            Map.entry("đ", "d"),
            Map.entry("ł", "l"),
            Map.entry("ı", "ɪ"),
            Map.entry("þ", "θ"),
            Map.entry("ou", "u_"),
            Map.entry("j", "dʒ"),
            Map.entry("y", "j"),
            Map.entry("x", "ks"),
            Map.entry("q", "k"),
            Map.entry("c", "tʃ"));

    private final Map<String, List<Guess>> known = new ConcurrentHashMap<>();

    @Override
    public List<Guess> pronounce(String word, int most) {
        return known.computeIfAbsent(word, LetterReading::say);
    }

    private static List<Guess> say(String word) {
        String latin =
                Transliterator.getInstance("Any-Latin").transliterate(word).toLowerCase(Locale.ROOT);
        // Accents mark tone, length or quality, differently everywhere; the tilde alone mostly says that a vowel is
        // nasal.
        String text = Normalizer.normalize(latin, Normalizer.Form.NFD).replaceAll("[\\p{M}&&[^\u0303]]", "");
        for (Map.Entry<String, String> letters : LETTERS) {
            text = text.replace(letters.getKey(), letters.getValue() + "_");
        }
        // A y between consonants is a vowel.
        text = text.replaceAll("(?<![aeiouɛɔəɪʊ])j_(?![aeiouɛɔəɪʊ])", "i");
        List<String> phones = IpaTable.get().phones(text);
        return phones.isEmpty() ? List.of() : List.of(new Guess(String.join(" ", phones), 0));
    }
}
