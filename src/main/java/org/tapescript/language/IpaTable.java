package org.tapescript.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sounds of the world's languages as phones, and the English phone that each is heard with at first: {@code ipa.txt}. */
final class IpaTable {
    /** eSpeak NG reads foreign words by the rules of their own language, and says so. */
    private static final String LANGUAGE_CHANGE = "\\([^)]*\\)";

    private static final IpaTable TABLE = read();

    /** By symbols, names of the phones that they stand for. */
    private final Map<String, List<String>> symbols = new HashMap<>();

    private final Map<String, String> english = new LinkedHashMap<>();
    private int longest;

    private IpaTable() {}

    static IpaTable get() {
        return TABLE;
    }

    /** For each phone, the English one that it is heard with. */
    Map<String, String> english() {
        return java.util.Collections.unmodifiableMap(english);
    }

    /** Phones of a word in IPA; stress, length, tone and other marks that the table does not have are passed over. */
    List<String> phones(String ipa) {
        String text = decomposed(ipa.replaceAll(LANGUAGE_CHANGE, "")).replaceAll("[\u0361\u035c]", "");
        List<String> result = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            Optional<String> symbol = symbolAt(text, at);
            symbol.ifPresent(s -> result.addAll(symbols.get(s)));
            at += symbol.map(String::length).orElse(1);
        }
        return result;
    }

    private Optional<String> symbolAt(String text, int at) {
        for (int length = Math.min(longest, text.length() - at); length > 0; length--) {
            String symbol = text.substring(at, at + length);
            if (symbols.containsKey(symbol)) {
                return Optional.of(symbol);
            }
        }
        return Optional.empty();
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    private static IpaTable read() {
        IpaTable table = new IpaTable();
        try (InputStream in = IpaTable.class.getResourceAsStream("ipa.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(table::add);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the table of sounds that comes with the program", e);
        }
        return table;
    }

    private void add(String line) {
        boolean compound = line.contains("=");
        String[] sides = line.split("[:=]");
        String[] names = decomposed(sides[0]).trim().split(" +");
        for (String name : names) {
            symbols.put(name, compound ? List.of(decomposed(sides[1]).trim().split(" +")) : List.of(names[0]));
            longest = Math.max(longest, name.length());
        }
        if (!compound) {
            english.put(names[0], sides[1].trim());
        }
    }
}
