package org.tapescript.format.stl;

import java.io.ByteArrayOutputStream;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Letters of Latin scripts as EBU STL has them: ISO/IEC 6937, an accent before its letter. */
final class Iso6937 {
    private static final Map<Integer, Integer> SIGNS = new HashMap<>();
    private static final Map<Integer, Integer> ACCENTS = new HashMap<>();
    private static final Map<Integer, Integer> SIGNS_OF = new HashMap<>();
    private static final Map<Integer, Integer> ACCENTS_OF = new HashMap<>();

    static {
        signs(0xa1, "¡¢£");
        SIGNS.put((int) '$', 0xa4);
        signs(0xa5, "¥");
        signs(0xa7, "§");
        signs(0xa9, "‘“«←↑→↓°±²³×µ¶·÷’”»¼½¾¿");
        signs(0xd0, "―¹®©™♪¬¦");
        signs(0xdc, "⅛⅜⅝⅞ΩÆĐªĦ");
        signs(0xe6, "ĲĿŁØŒºÞŦŊŉĸæđðħıĳŀłøœßþŧŋ");
        SIGNS.put((int) '–', 0xd0);
        SIGNS.put((int) '—', 0xd0);
        String accents = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308";
        for (int i = 0; i < accents.length(); i++) {
            ACCENTS.put((int) accents.charAt(i), 0xc1 + i);
        }
        ACCENTS.put(0x30a, 0xca);
        ACCENTS.put(0x327, 0xcb);
        ACCENTS.put(0x30b, 0xcd);
        ACCENTS.put(0x328, 0xce);
        ACCENTS.put(0x30c, 0xcf);
        SIGNS.forEach((point, code) -> SIGNS_OF.merge(code, point, Math::min));
        ACCENTS.forEach((point, code) -> ACCENTS_OF.put(code, point));
    }

    private Iso6937() {}

    private static void signs(int first, String signs) {
        for (int i = 0; i < signs.length(); i++) {
            SIGNS.put((int) signs.charAt(i), first + i);
        }
    }

    /** Bytes of a text; what there is no letter for becomes a question mark. */
    static byte[] encode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[] points =
                Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray();
        for (int point : points) {
            Integer sign = SIGNS.get(point);
            if (sign != null) {
                out.write(sign);
            } else if (point >= 0x20 && point < 0x7f) {
                out.write(point);
            } else if (point == 0xa0) {
                out.write(' ');
            } else if (point == '…') {
                out.writeBytes(new byte[] {'.', '.', '.'});
            } else {
                accented(point, out);
            }
        }
        return out.toByteArray();
    }

    /** The text of bytes; what they do not say is left out. */
    static String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            int code = bytes[i] & 0xff;
            Integer accent = ACCENTS_OF.get(code);
            if (code < 0x7f) {
                text.append((char) code);
            } else if (code == 0xa0) {
                text.append(' ');
            } else if (accent != null && i + 1 < bytes.length) {
                i++;
                text.append((char) (bytes[i] & 0xff)).appendCodePoint(accent);
            } else if (SIGNS_OF.containsKey(code)) {
                text.appendCodePoint(SIGNS_OF.get(code));
            }
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static void accented(int point, ByteArrayOutputStream out) {
        int[] parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD)
                .codePoints()
                .toArray();
        Integer accent = parts.length == 2 ? ACCENTS.get(parts[1]) : null;
        if (accent != null && parts[0] < 0x7f) {
            out.write(accent);
            out.write(parts[0]);
        } else if (Character.getType(point) != Character.NON_SPACING_MARK
                && Character.getType(point) != Character.FORMAT) {
            out.write('?');
        }
    }
}
