package org.tapescript.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damage as disks, mail, editors and people do it to files: bytes changed, lost, doubled, moved; the syntax of any format put in. */
public final class Mutations {
    private static final String[] TOKENS = {
        "-->",
        "<v ",
        "<",
        ">",
        "</",
        "{",
        "}",
        "{\\k5}",
        "\"",
        "\"\"",
        "[",
        "]",
        "\n\n",
        "\r",
        "\t",
        ",",
        ";",
        ":",
        "::",
        "00:00:00",
        "99:99:99,999",
        "0",
        "-1",
        "1e308",
        "NaN",
        "999999999999",
        "<!--",
        "]]>",
        "&",
        "&lt;",
        "&#0;",
        "&#x110000;",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
        "&e;",
        "\\u",
        "\\'",
        "\\u-3",
        "WEBVTT\n\n",
        "NOTE ",
        "@Begin\n",
        "*A:\t",
        "\u0000",
        "\u0015",
        "\ufeff",
        "\u2028",
        "\ud800",
        "e\u0301",
        "\u202e",
        "# ",
        "> ",
        "- ",
        "* ",
        "|",
        "---\n",
        "```\n",
        "<div>",
        "</div>",
        "<table><tr><td>",
        "Speaker 1: ",
        "[00:01] ",
        "\f",
        "=",
        "!",
        "%PDF-",
        "PK\u0003\u0004"
    };

    private final Random random;

    public Mutations(long seed) {
        random = new Random(seed);
    }

    /** A copy of one of some files, damaged one to five times, perhaps by a piece of another. */
    public byte[] of(List<byte[]> files, int which) {
        byte[] bytes = files.get(which);
        for (int n = 1 + random.nextInt(5); n > 0 && bytes.length > 1; n--) {
            bytes = damaged(bytes, files);
        }
        return bytes;
    }

    private byte[] damaged(byte[] bytes, List<byte[]> files) {
        int at = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(random.nextBoolean() ? 8 : Math.max(1, bytes.length / 3));
        int end = Math.min(bytes.length, at + length);
        return switch (random.nextInt(9)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> joined(part(bytes, 0, at), part(bytes, end, bytes.length));
            case 2 -> joined(part(bytes, 0, end), part(bytes, at, bytes.length));
            case 3 -> {
                byte[] copy = bytes.clone();
                copy[at] = (byte) random.nextInt(256);
                yield copy;
            }
            case 4 -> {
                byte[] copy = bytes.clone();
                copy[at] ^= (byte) (1 << random.nextInt(8));
                yield copy;
            }
            case 5, 6 -> joined(part(bytes, 0, at), token(), part(bytes, at, bytes.length));
            case 7 -> {
                byte[] other = files.get(random.nextInt(files.size()));
                int from = random.nextInt(other.length);
                yield joined(
                        part(bytes, 0, at),
                        part(other, from, Math.min(other.length, from + length)),
                        part(bytes, at, bytes.length));
            }
            default -> joined(part(bytes, end, bytes.length), part(bytes, at, end), part(bytes, 0, at));
        };
    }

    private byte[] token() {
        String token = TOKENS[random.nextInt(TOKENS.length)];
        return token.repeat(random.nextInt(20) == 0 ? 1 + random.nextInt(300) : 1)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
