package org.tapescript.text.structure;

import java.util.regex.Pattern;

/** Emoji and other small pictures, with which people decorate names: {@code 🎙 Anna: Hello.} They make no name and no other person. */
final class Emoji {
    private static final char FIRST = '\u2300';
    /** Pictures, musical notes excepted, which mark singing; with skin tones, joiners and what chooses their look. */
    private static final Pattern PICTURES = Pattern.compile(
            "(?:[\\x{1F000}-\\x{1FAFF}\\x{2300}-\\x{23FF}\\x{2600}-\\x{2668}"
                    + "\\x{2670}-\\x{27BF}\\x{2B00}-\\x{2BFF}][\\x{200D}\\x{20E3}\\x{FE0E}\\x{FE0F}\\x{E0020}-\\x{E007F}]*)+");

    private static final Pattern BLANKS = Pattern.compile("\\h{2,}");

    private Emoji() {}

    /** A name without them, or itself if it has none or is nothing else. */
    static String without(String name) {
        if (name.chars().noneMatch(c -> c >= FIRST)) {
            return name;
        }
        String plain = BLANKS.matcher(PICTURES.matcher(name).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return plain.isEmpty() ? name : plain;
    }
}
