package org.tapescript.format.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells UTF-16 without a byte order mark: blanks and line ends have a zero byte in any script, and text in one byte has none. */
final class WideText {
    private static final int SAMPLE = 1 << 16;
    /** This share of zero bytes proves UTF-16; with fewer, as in Chinese, the decoded text must make sense. */
    private static final double MANY = 0.1;
    /** Single-byte text with a stray zero has a blank at least once in this many characters, and no zeros next to blanks. */
    private static final int WORD = 25;

    private WideText() {}

    static Optional<Charset> charset(byte[] bytes) {
        int n = Math.min(bytes.length, SAMPLE) / 2;
        int high = 0;
        int low = 0;
        int blanks = 0;
        for (int i = 0; i < n; i++) {
            high += bytes[2 * i] == 0 ? 1 : 0;
            low += bytes[2 * i + 1] == 0 ? 1 : 0;
            blanks += bytes[2 * i] == ' ' && bytes[2 * i + 1] != 0 ? 1 : 0;
            blanks += bytes[2 * i + 1] == ' ' && bytes[2 * i] != 0 ? 1 : 0;
        }
        if (n < 4 || high + low == 0) {
            return Optional.empty();
        }
        Charset likelier = low > high ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        if (Math.max(high, low) > n * MANY && Math.min(high, low) == 0) {
            return Optional.of(likelier);
        }
        if (blanks > 2 * n / WORD) {
            return Optional.empty();
        }
        return Stream.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .filter(c -> isSensible(bytes, 2 * n, c))
                .findFirst();
    }

    private static boolean isSensible(byte[] bytes, int length, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            int letters = 0;
            int odd = 0;
            boolean blank = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                letters += Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK ? 1 : 0;
                blank |= c == '\n' || c == ' ';
                odd += !Character.isDefined(c) || Character.getType(c) == Character.PRIVATE_USE || c == 0 ? 1 : 0;
            }
            // Half of a letter taken for one is another letter, but no blank.
            return letters > text.length() / 2 && odd == 0 && blank;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
