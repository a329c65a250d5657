package org.tapescript.format.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Decodes text of unknown encoding: byte order marks, valid UTF-8, UTF-16 by its zero bytes, and of the one-byte encodings the
 * one that gives the most plausible text.
 */
public final class TextDecoder {
    private static final List<String> ONE_BYTE =
            List.of("windows-1252", "windows-1251", "x-MacRoman", "KOI8-R", "x-MacCyrillic", "windows-1250");
    /** Share of bytes that text never holds, above which a file counts as binary. */
    private static final double BINARY = 0.002;

    private TextDecoder() {}

    /**
     * @param text without byte order mark
     * @param charset in which it was encoded
     */
    public record Decoded(String text, Charset charset) {}

    /** The text of some bytes, or nothing if they are none. */
    public static Optional<Decoded> decode(byte[] bytes) {
        return decode(bytes, Optional.empty());
    }

    /** The text of some bytes in an encoding that is known, or else is found; nothing if they are no text. */
    public static Optional<Decoded> decode(byte[] bytes, Optional<Charset> known) {
        if (known.isPresent()) {
            return Optional.of(decoded(bytes, 0, known.get()));
        }
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return Optional.of(decoded(bytes, 3, StandardCharsets.UTF_8));
        }
        if (startsWith(bytes, 0xff, 0xfe)) {
            return Optional.of(decoded(bytes, 2, StandardCharsets.UTF_16LE));
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return Optional.of(decoded(bytes, 2, StandardCharsets.UTF_16BE));
        }
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            return wide.map(c -> decoded(bytes, 0, c));
        }
        if (isBinary(bytes)) {
            return Optional.empty();
        }
        return Optional.of(
                utf8(bytes).map(t -> new Decoded(t, StandardCharsets.UTF_8)).orElseGet(() -> oneByte(bytes)));
    }

    private static Decoded decoded(byte[] bytes, int from, Charset charset) {
        String text = new String(bytes, from, bytes.length - from, charset);
        return new Decoded(text.startsWith("\ufeff") ? text.substring(1) : text, charset);
    }

    private static boolean startsWith(byte[] bytes, int... values) {
        for (int i = 0; i < values.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != values[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> wide(byte[] bytes) {
        int n = Math.min(bytes.length, 4000) / 2;
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < n; i++) {
            evenZeros += bytes[2 * i] == 0 ? 1 : 0;
            oddZeros += bytes[2 * i + 1] == 0 ? 1 : 0;
        }
        // Spaces and punctuation have a zero byte in any script.
        if (n > 4
                && bytes.length % 2 == 0
                && Math.max(evenZeros, oddZeros) > n / 10
                && Math.min(evenZeros, oddZeros) == 0) {
            return Optional.of(oddZeros > 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    private static boolean isBinary(byte[] bytes) {
        int odd = 0;
        for (byte b : bytes) {
            odd += b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x0b ? 1 : 0;
        }
        return odd > BINARY * bytes.length;
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Decoded oneByte(byte[] bytes) {
        Decoded best = new Decoded("", StandardCharsets.UTF_8);
        double bestScore = Double.NEGATIVE_INFINITY;
        for (String name : ONE_BYTE) {
            Decoded text = decoded(bytes, 0, Charset.forName(name));
            double score = plausibility(text.text());
            if (score > bestScore) {
                bestScore = score;
                best = text;
            }
        }
        return best;
    }

    /** Rewards what text has beyond ASCII - letters within words, quotes and dashes at their edges - and punishes the rest. */
    private static double plausibility(String text) {
        double score = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            char before = i > 0 ? text.charAt(i - 1) : ' ';
            char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            score += plausibility(c, before, after);
        }
        return score;
    }

    private static double plausibility(char c, char before, char after) {
        if (Character.isLetter(c)) {
            boolean sameScript = !Character.isLetter(before) || kin(before, c);
            boolean sameAfter = !Character.isLetter(after) || kin(c, after);
            boolean casing = !(Character.isUpperCase(c) && Character.isLowerCase(before));
            // A single accented letter among plain ones is usual; a capital within a word is not.
            return (sameScript && sameAfter ? 1 : -1) + (casing ? 0 : -1.5) + (RARE.indexOf(c) >= 0 ? -0.6 : 0);
        }
        if ("’".indexOf(c) >= 0) {
            return Character.isLetter(before) ? 1.5 : 0.2;
        }
        if ("“‘„«".indexOf(c) >= 0) {
            return !Character.isLetter(before) && !Character.isWhitespace(after) ? 1.5 : -0.5;
        }
        if ("”»…".indexOf(c) >= 0) {
            return !Character.isWhitespace(before) && !Character.isLetter(after) ? 1.5 : -0.5;
        }
        if ("–—".indexOf(c) >= 0) {
            return 1.2;
        }
        if (c == '\u00a0') {
            return Character.isLetter(before) && Character.isLetter(after) ? 0 : 0.8;
        }
        if ("°№§€£©®™•¿¡".indexOf(c) >= 0) {
            return 0.1;
        }
        return c == '\ufffd' || Character.isISOControl(c) ? -4 : -1;
    }

    private static final String RARE = "ÐÞðþŠšŽžÿŸƒªºıµΩπ∂∫ђѓљњќћџЂЃЉЊЌЋЏҐґЅѕЈјÊÕÂÃ";

    private static boolean kin(char a, char b) {
        return Character.UnicodeScript.of(a) == Character.UnicodeScript.of(b);
    }
}
