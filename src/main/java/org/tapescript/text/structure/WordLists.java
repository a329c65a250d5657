package org.tapescript.text.structure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that say what a line of a transcript is, of all languages together, for a file may hold several: lists in {@code words/*.txt}, a
 * section each. Sections of phrases have one a line, the others words between blanks; a low line
 * stands for a blank within.
 */
final class WordLists {
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "ru", "pl", "other");
    private static final Set<String> PHRASES = Set.of("footers", "notes", "closings", "crowds", "interview-titles");
    private static final Map<String, Set<String>> SECTIONS = read();
    private static final Map<String, Map<Character, List<String>>> BY_LETTER = byLetter();

    private WordLists() {}

    /** Lower-case words, or phrases, of a section. */
    static Set<String> of(String section) {
        return SECTIONS.get(section);
    }

    /** Whether a text begins with a phrase of a section. */
    static boolean begins(String section, String text) {
        if (text.isEmpty()) {
            return false;
        }
        for (String phrase : BY_LETTER.get(section).getOrDefault(lower(text.charAt(0)), List.of())) {
            int end = phrase.length();
            boolean whole = text.length() == end
                    || text.length() > end
                            && !(Character.isLetter(text.charAt(end)) && Character.isLetter(phrase.charAt(end - 1)));
            if (whole && startsWith(text, phrase)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(String text, String phrase) {
        for (int i = 0; i < phrase.length(); i++) {
            if (lower(text.charAt(i)) != phrase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char c) {
        return c == '’' ? '\'' : Character.toLowerCase(c);
    }

    private static Map<String, Map<Character, List<String>>> byLetter() {
        Map<String, Map<Character, List<String>>> all = new HashMap<>();
        for (String section : PHRASES) {
            all.put(section, SECTIONS.get(section).stream().collect(Collectors.groupingBy(p -> p.charAt(0))));
        }
        return all;
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> sections = new HashMap<>();
        for (String language : LANGUAGES) {
            String section = "";
            for (String line : lines(language)) {
                if (line.startsWith("[")) {
                    section = line.substring(1, line.indexOf(']'));
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    Set<String> words = sections.computeIfAbsent(section, s -> new HashSet<>());
                    Stream<String> all =
                            PHRASES.contains(section) ? Stream.of(line.strip()) : Stream.of(line.split(" "));
                    all.map(w -> w.replace('_', ' ')).forEach(words::add);
                }
            }
        }
        return sections;
    }

    private static List<String> lines(String language) {
        try (InputStream in = WordLists.class.getResourceAsStream("words/" + language + ".txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("a word list of the program cannot be read", e);
        }
    }
}
