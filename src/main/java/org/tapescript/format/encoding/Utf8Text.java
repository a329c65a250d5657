package org.tapescript.format.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.format.encoding.TextDecoder.Decoded;

/** UTF-8, also where a few bytes are of another encoding, or where text was taken for windows-1252 once before it was written. */
final class Utf8Text {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    /** What UTF-8's sequences look like when they are taken for windows-1252: a lead byte's letter, then what stands for 0x80 to 0xbf. */
    private static final Pattern TAKEN_WRONG = Pattern.compile(
            "[\u00c2-\u00df\u00e0-\u00ef\u00f0-\u00f4][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152"
                    + "\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]{1,3}");

    /** Two letters in a row may stand for themselves, as in capitals before a quote, unless nearly all are of such pairs. */
    private static final double MOSTLY = 0.8;

    private Utf8Text() {}

    /** The text; nothing if the bytes are of another encoding. */
    static Optional<Decoded> decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        int strays = 0;
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isUnderflow()) {
                break;
            }
            for (int i = 0; i < result.length(); i++) {
                out.put(new String(bytes, in.position(), 1, WESTERN));
                in.position(in.position() + 1);
                strays++;
            }
            // Text in another encoding hardly ever forms a valid sequence: no need to read on.
            if (strays > 50 && strays > bytes.length / 20) {
                return Optional.empty();
            }
        }
        out.flip();
        String text = out.toString();
        if (strays > 0) {
            long wide = text.chars().filter(c -> c >= 0x80).count() - strays;
            if (wide < 2L * strays) {
                return Optional.empty();
            }
            return Optional.of(new Decoded(text, StandardCharsets.UTF_8, false, strays, ""));
        }
        return Optional.of(mended(text));
    }

    private static Decoded mended(String text) {
        Matcher m = TAKEN_WRONG.matcher(text);
        if (!m.find()) {
            return new Decoded(text, StandardCharsets.UTF_8, false, 0, "");
        }
        m.reset();
        long wide = text.chars().filter(c -> c >= 0x80).count();
        long taken = m.results()
                .filter(r -> meant(r.group()).isPresent())
                .mapToLong(r -> r.group().length())
                .sum();
        boolean all = taken > MOSTLY * wide;
        StringBuilder result = new StringBuilder();
        String example = "";
        m.reset();
        while (m.find()) {
            Optional<String> meant =
                    meant(m.group()).filter(s -> all || m.group().length() > 2);
            if (meant.isPresent() && example.isEmpty()) {
                example = m.group();
            }
            m.appendReplacement(result, Matcher.quoteReplacement(meant.orElse(m.group())));
        }
        m.appendTail(result);
        return new Decoded(result.toString(), StandardCharsets.UTF_8, false, 0, example);
    }

    /** What a sequence was before it was taken for windows-1252; nothing if that is none of UTF-8, or a letter that stands for itself. */
    private static Optional<String> meant(String taken) {
        byte[] bytes = new byte[taken.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = taken.charAt(i);
            // Five bytes have no letter in windows-1252; programs give them the control character of their number.
            bytes[i] = c < 0x100 ? (byte) c : taken.substring(i, i + 1).getBytes(WESTERN)[0];
        }
        int need = (bytes[0] & 0xff) >= 0xf0 ? 4 : (bytes[0] & 0xff) >= 0xe0 ? 3 : 2;
        if (bytes.length < need) {
            return Optional.empty();
        }
        try {
            String first = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, need))
                    .toString();
            return Optional.of(first + taken.substring(need));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
