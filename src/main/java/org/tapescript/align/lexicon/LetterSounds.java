package org.tapescript.align.lexicon;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a name may sound in an unknown language, judging by its letters alone, as most European languages read the Latin and
 * Cyrillic ones. Phones are those of the CMU dictionary.
 */
public final class LetterSounds {
    private static final Map<String, String> SOUNDS = new LinkedHashMap<>();
    private static final int LONGEST = 4;

    static {
        sounds(
                "shch SH CH, tsch CH, sch SH, tch CH, ch CH, sh SH, zh ZH, kh HH, ts T S, tz T S, th T, ph F, ck K, qu K V");
        sounds(
                "ee IY, oo UW, ou UW, yu Y UW, iu Y UW, ju Y UW, ya Y AA, ia Y AA, ja Y AA, ye Y EH, yo Y AO, ei EY, ay AY, ai AY");
        sounds(
                "ss S, ll L, nn N, mm M, tt T, pp P, rr R, ff F, dd D, bb B, gg G, kk K, cc K, zz Z, ce S EH, ci S IY, cy S IY");
        sounds(
                "a AA, b B, c K, d D, e EH, f F, g G, h HH, i IY, j Y, k K, l L, m M, n N, o AO, p P, q K, r R, s S, t T, u UW");
        sounds("v V, w V, x K S, y IY, z Z, ß S, ł L, ø EH, æ EH, đ D, ı IH");
        sounds(
                "а AA, б B, в V, г G, д D, е Y EH, ё Y AO, ж ZH, з Z, и IY, й Y, к K, л L, м M, н N, о AO, п P, р R, с S, т T");
        sounds("у UW, ф F, х HH, ц T S, ч CH, ш SH, щ SH, ы IH, э EH, ю Y UW, я Y AA, і IY, ї Y IY, є Y EH, ґ G, ў V");
    }

    private static void sounds(String table) {
        for (String entry : table.split(", ")) {
            SOUNDS.put(entry.substring(0, entry.indexOf(' ')), entry.substring(entry.indexOf(' ') + 1));
        }
    }

    private LetterSounds() {}

    /** Names of phones; letters of other scripts are passed over. */
    public static List<String> of(String name) {
        String letters = bare(name.toLowerCase(Locale.ROOT));
        List<String> phones = new ArrayList<>();
        for (int at = 0; at < letters.length(); ) {
            int length = Math.min(LONGEST, letters.length() - at);
            while (length > 0 && !SOUNDS.containsKey(letters.substring(at, at + length))) {
                length--;
            }
            if (length > 0) {
                phones.addAll(
                        List.of(SOUNDS.get(letters.substring(at, at + length)).split(" ")));
            }
            at += Math.max(1, length);
        }
        return phones;
    }

    /** Without accents, but with the breve that makes another letter of a Cyrillic one. */
    private static String bare(String letters) {
        StringBuilder result = new StringBuilder();
        letters.codePoints().forEach(c -> {
            String one = Character.toString(c);
            result.append(
                    SOUNDS.containsKey(one)
                            ? one
                            : Normalizer.normalize(one, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
        });
        return result.toString();
    }
}
