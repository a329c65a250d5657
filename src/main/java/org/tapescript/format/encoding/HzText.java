package org.tapescript.format.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.format.encoding.TextDecoder.Decoded;

/**
 * HZ (RFC 1843), in which Chinese was mailed in seven bits: between <code>~{</code> and <code>~}</code> stand the signs of GB 2312, each
 * byte without its highest bit. Java has no such charset.
 */
final class HzText {
    private static final Pattern STRETCH = Pattern.compile("~\\{((?:[!-w][!-~])+)(?:~}|(?=\\R)|$)");
    private static final int MIN_STRETCHES = 2;

    private HzText() {}

    /** The text; nothing if the bytes are of another encoding. */
    static Optional<Decoded> decode(byte[] bytes) {
        String seven = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!seven.contains("~{") || !seven.chars().allMatch(c -> c < 0x80) || !Charset.isSupported("GB2312")) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Matcher m = STRETCH.matcher(seven);
        int at = 0;
        int found = 0;
        while (m.find()) {
            plain(seven.substring(at, m.start()), out);
            m.group(1).chars().forEach(c -> out.write(c | 0x80));
            at = m.end();
            found++;
        }
        plain(seven.substring(at), out);
        Charset gb = Charset.forName("GB2312");
        return found < MIN_STRETCHES ? Optional.empty() : Optional.of(new Decoded(out.toString(gb), gb, false));
    }

    /** A tilde is written twice; before a line's end it only cuts a line. */
    private static void plain(String text, ByteArrayOutputStream out) {
        String read = text.replace("~\n", "").replace("~~", "~");
        out.writeBytes(read.getBytes(StandardCharsets.ISO_8859_1));
    }
}
