package org.tapescript.format.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tapescript.text.Unseen;

/**
 * Decodes text of unknown encoding: byte order marks, UTF-16 by its zero bytes, UTF-8 by its sequences, with or without a few stray
 * bytes; otherwise the older encoding whose text is most likely in some language.
 */
public final class TextDecoder {
    /** Share of bytes that text never holds, above which a file counts as binary. */
    private static final double BINARY = 0.002;
    /** A short text is spoilt sooner. */
    private static final double MANY_OF_FEW = 0.02;

    private static final int FEW = 5;

    private TextDecoder() {}

    /**
     * @param text without byte order marks
     * @param charset in which it was encoded
     * @param guessed whether the bytes themselves do not prove the charset
     * @param strays how many bytes were none of that encoding's and were put right
     * @param twice an example of what had been decoded wrongly before it was written and was put right; empty if nothing was
     */
    public record Decoded(String text, Charset charset, boolean guessed, int strays, String twice) {
        Decoded(String text, Charset charset, boolean guessed) {
            this(text, charset, guessed, 0, "");
        }

        /** What files and texts call the encoding. */
        public String encoding() {
            return charset.name();
        }
    }

    /** The text of some bytes, or nothing if they are none. */
    public static Optional<Decoded> decode(byte[] bytes) {
        return decode(bytes, Optional.empty());
    }

    /** The text of some bytes in an encoding that is known, or else is found; nothing if they are no text. */
    public static Optional<Decoded> decode(byte[] bytes, Optional<Charset> known) {
        return known.map(charset -> new Decoded(new String(bytes, charset), charset, false))
                .or(() -> found(bytes))
                .map(TextDecoder::withoutMarks);
    }

    private static Optional<Decoded> found(byte[] bytes) {
        Optional<Charset> proven = marked(bytes).or(() -> WideText.charset(bytes));
        if (proven.isPresent()) {
            return proven.map(c -> new Decoded(new String(bytes, c), c, false));
        }
        if (isBinary(bytes)) {
            return Optional.empty();
        }
        Optional<Decoded> hz = HzText.decode(bytes);
        if (hz.isPresent()) {
            return hz;
        }
        return Optional.of(Utf8Text.decode(bytes).orElseGet(() -> OlderEncodings.decode(bytes)));
    }

    private static Optional<Charset> marked(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xff, 0xfe, 0, 0)) {
            return Optional.of(Charset.forName("UTF-32LE"));
        }
        if (startsWith(bytes, 0, 0, 0xfe, 0xff)) {
            return Optional.of(Charset.forName("UTF-32BE"));
        }
        if (startsWith(bytes, 0xff, 0xfe)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        if (latin.contains("\u001b$B") && Charset.isSupported("ISO-2022-JP")) {
            return Optional.of(Charset.forName("ISO-2022-JP"));
        }
        if (latin.contains("\u001b$)C") && Charset.isSupported("ISO-2022-KR")) {
            return Optional.of(Charset.forName("ISO-2022-KR"));
        }
        return startsWith(bytes, 0xfe, 0xff) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /** Byte order marks stand in mid-text too, where files were joined. */
    private static Decoded withoutMarks(Decoded d) {
        String text = Unseen.removed(d.text);
        return text.length() == d.text.length() ? d : new Decoded(text, d.charset, d.guessed, d.strays, d.twice);
    }

    private static boolean startsWith(byte[] bytes, int... values) {
        for (int i = 0; i < values.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != values[i]) {
                return false;
            }
        }
        return true;
    }

    /** Besides blanks, text may hold CHAT's marks (1 to 4, 0x15), the end mark of old systems (0x1a) and escapes (0x1b: ISO 2022). */
    private static boolean isBinary(byte[] bytes) {
        int odd = 0;
        for (byte b : bytes) {
            boolean blank = b >= '\t' && b <= '\r';
            odd += b >= 0 && b < 32 && !blank && (b == 0 || b > 4) && b != 0x15 && b != 0x1a && b != 0x1b ? 1 : 0;
        }
        return odd > MANY_OF_FEW * bytes.length || odd > FEW && odd > BINARY * bytes.length;
    }
}
