package org.tapescript.format.rtf;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/** Encodings as RTF numbers them: code pages of a document, character sets of fonts. */
final class RtfCharsets {
    private static final Map<Integer, String> FONTS = Map.ofEntries(
            Map.entry(0, "windows-1252"),
            Map.entry(77, "x-MacRoman"),
            Map.entry(128, "windows-31j"),
            Map.entry(129, "x-windows-949"),
            Map.entry(134, "GBK"),
            Map.entry(136, "Big5"),
            Map.entry(161, "windows-1253"),
            Map.entry(162, "windows-1254"),
            Map.entry(163, "windows-1258"),
            Map.entry(177, "windows-1255"),
            Map.entry(178, "windows-1256"),
            Map.entry(186, "windows-1257"),
            Map.entry(204, "windows-1251"),
            Map.entry(222, "x-windows-874"),
            Map.entry(238, "windows-1250"));
    private static final Map<Integer, String> PAGES = Map.of(
            932,
            "windows-31j",
            936,
            "GBK",
            949,
            "x-windows-949",
            950,
            "Big5",
            10000,
            "x-MacRoman",
            65001,
            "UTF-8",
            874,
            "x-windows-874");

    private RtfCharsets() {}

    static Optional<Charset> ofFont(int number) {
        return Optional.ofNullable(FONTS.get(number)).flatMap(RtfCharsets::named);
    }

    static Optional<Charset> ofPage(int number) {
        String usual = number > 1000 && number < 2000 ? "windows-" + number : "IBM" + number;
        return named(PAGES.getOrDefault(number, usual));
    }

    static Optional<Charset> named(String name) {
        return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    }
}
