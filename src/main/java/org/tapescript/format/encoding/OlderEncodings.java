package org.tapescript.format.encoding;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tapescript.format.encoding.TextDecoder.Decoded;

/**
 * Encodings from before Unicode. Those of two bytes are told by where in their tables the letters lie, those of one byte by whether some
 * language that was written in them has these letters; ICU's detector, which counts letters in a row, decides between the likely ones.
 */
final class OlderEncodings {
    private static final int SAMPLE = 1 << 16;
    /** Weight of ICU's confidence relative to the share of fitting letters. */
    private static final double ICU_WEIGHT = 0.1;

    private static final double DOUBLE_BYTE = 0.85;
    private static final char FIRST_WIDE = '\u2e80';

    /** A single-byte encoding and its languages; of equally good candidates the first wins. */
    private record OneByte(String charset, List<String> languages) {}

    private static final List<OneByte> ONE_BYTE = List.of(
            one("windows-1252", "en fr de es it pt nl da sv nb fi is ca ga gl eu af sw id ms"),
            // Before Russian: its capital and last letters are none of Hebrew's, but Hebrew might be Russian in small
            // letters.
            one("windows-1255", "he yi"),
            one("windows-1251", "ru uk be bg sr mk"),
            one("windows-1250", "pl cs sk hu hr sl sr-Latn ro sq de"),
            one("windows-1253", "el"),
            one("windows-1254", "tr az"),
            one("windows-1256", "ar fa ur"),
            one("windows-1257", "lt lv et"),
            one("windows-1258", "vi"),
            one("ISO-8859-2", "pl cs sk hu hr sl ro"),
            one("ISO-8859-3", "mt eo"),
            one("ISO-8859-5", "ru bg sr mk"),
            one("ISO-8859-6", "ar"),
            one("ISO-8859-7", "el"),
            one("ISO-8859-8", "he"),
            one("ISO-8859-13", "lt lv et"),
            one("ISO-8859-15", "fr fi et"),
            one("ISO-8859-16", "ro"),
            one("x-windows-874", "th"),
            one("KOI8-R", "ru bg"),
            one("KOI8-U", "uk"),
            one("IBM866", "ru be"),
            one("x-MacRoman", "en fr de es it pt nl da sv nb fi"),
            one("x-MacCyrillic", "ru uk bg"),
            one("x-MacCentralEurope", "pl cs sk hu"),
            one("x-MacGreek", "el"),
            one("x-MacTurkish", "tr"),
            one("IBM850", "en fr de es it pt nl da sv nb fi"),
            one("IBM852", "pl cs sk hu hr sl"));

    private static final List<List<String>> ALIKE =
            List.of(List.of("windows-1253", "ISO-8859-7"), List.of("windows-1257", "ISO-8859-13"));

    private OlderEncodings() {}

    private static OneByte one(String charset, String languages) {
        return new OneByte(charset, List.of(languages.split(" ")));
    }

    static Decoded decode(byte[] bytes) {
        byte[] sample = sample(bytes);
        Map<String, Integer> icu = icu(sample);
        String best = "windows-1252";
        double bestScore = Double.NEGATIVE_INFINITY;
        for (OneByte candidate : ONE_BYTE) {
            if (Charset.isSupported(candidate.charset)) {
                double score = new LetterFit(decoded(sample, candidate.charset)).best(candidate.languages)
                        + ICU_WEIGHT * confidence(icu, candidate.charset) / 100;
                if (score > bestScore + 1e-9) {
                    best = candidate.charset;
                    bestScore = score;
                }
            }
        }
        for (DoubleByte candidate : DoubleByte.values()) {
            double fit = candidate.fit(sample);
            double score = fit + ICU_WEIGHT * icu.getOrDefault(candidate.charset, 0) / 100;
            if (fit > DOUBLE_BYTE && score > bestScore && hasRuns(decoded(sample, candidate.charset))) {
                best = candidate.charset;
                bestScore = score;
            }
        }
        String text = decoded(bytes, best);
        // If several encodings decode to the same text, report the most common one.
        String same = decoded(sample, best);
        for (OneByte candidate : ONE_BYTE) {
            if (Charset.isSupported(candidate.charset)
                    && decoded(sample, candidate.charset).equals(same)) {
                best = candidate.charset;
                break;
            }
        }
        Charset charset = Charset.forName(best);
        return new Decoded(
                best.equals("windows-1258") ? Normalizer.normalize(text, Normalizer.Form.NFC) : text, charset, true);
    }

    /** A sample of the lines with non-ASCII bytes, so that one foreign name in a long English text carries full weight. */
    private static byte[] sample(byte[] bytes) {
        if (bytes.length <= SAMPLE) {
            return bytes;
        }
        byte[] result = new byte[SAMPLE];
        int n = 0;
        int from = 0;
        while (from < bytes.length && n < SAMPLE) {
            int end = from;
            boolean wide = false;
            while (end < bytes.length && bytes[end] != '\n' && end - from < SAMPLE) {
                wide |= bytes[end++] < 0;
            }
            if (wide) {
                int length = Math.min(end - from, SAMPLE - n);
                System.arraycopy(bytes, from, result, n, length);
                n += length;
            }
            if (n < SAMPLE) {
                result[n++] = '\n';
            }
            from = end + (end < bytes.length && bytes[end] == '\n' ? 1 : 0);
        }
        return Arrays.copyOf(result, n);
    }

    private static Map<String, Integer> icu(byte[] sample) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(sample);
        Map<String, Integer> result = new HashMap<>();
        for (CharsetMatch match : detector.detectAll()) {
            result.merge(match.getName().replaceAll("_(?:rtl|ltr)$", ""), match.getConfidence(), Math::max);
        }
        return result;
    }

    /** Whether wide characters occur next to each other, as in real text, rather than singly among Latin letters. */
    private static boolean hasRuns(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_WIDE && text.charAt(i - 1) >= FIRST_WIDE) {
                return true;
            }
        }
        return false;
    }

    /** ICU's confidence, pooled for encodings that share nearly all letters, so that the letters themselves decide between them. */
    private static int confidence(Map<String, Integer> icu, String charset) {
        int own = icu.getOrDefault(charset, 0);
        for (List<String> pair : ALIKE) {
            if (pair.contains(charset)) {
                own = pair.stream().mapToInt(c -> icu.getOrDefault(c, 0)).max().orElse(own);
            }
        }
        return own;
    }

    private static String decoded(byte[] bytes, String charset) {
        return new String(bytes, Charset.forName(charset));
    }
}
