package org.tapescript.align.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pronunciation dictionary in the form of CMU Sphinx: {@code word PH O N E S} a line, further pronunciations as {@code
 * word(2)}. Lines that begin with {@code ;;;} or {@code #} are comments. Words are kept in lower case.
 */
public final class Dictionary {
    private static final String MARKS = ",.;!?…";
    /** What texts have and phones, in any notation, have not: letters before a mark that ends them. */
    private static final Pattern PUNCTUATED = Pattern.compile("\\S*\\p{L}{2}[" + MARKS + "](?=[\"”“»’']?(\\s|$))");

    private final Map<String, List<String>> entries = new HashMap<>();

    /** An empty dictionary. */
    public Dictionary() {}

    /**
     * Adds the entries of a stream; later ones stand behind earlier ones.
     *
     * @param label how to name the stream to the user
     * @throws MalformedLexiconException if a line has a word and no phones, or is a sentence
     */
    public Dictionary read(InputStream in, String label) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            String text = number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
            if (text.isBlank() || text.startsWith(";;;") || text.startsWith("#")) {
                continue;
            }
            String entry = text.trim();
            int space = 0;
            while (space < entry.length() && !isSpace(entry.charAt(space))) {
                space++;
            }
            if (space == entry.length()) {
                throw new MalformedLexiconException(label, number, "'" + entry + "' has no phones");
            }
            String rest = entry.substring(space).trim();
            int comment = rest.indexOf(" #");
            String phones = comment < 0 ? rest : rest.substring(0, comment).trim();
            // Of 130,000 lines hardly any has a mark, and a pattern takes longer than all else that is done with a
            // line.
            if (hasMark(phones)) {
                Matcher sentence = PUNCTUATED.matcher(phones);
                if (sentence.find()) {
                    throw new MalformedLexiconException(label, number, "'" + sentence.group() + "' is no phone");
                }
            }
            add(entry.substring(0, space), phones);
        }
        return this;
    }

    private static boolean hasMark(String phones) {
        for (int i = 0; i < phones.length(); i++) {
            if (MARKS.indexOf(phones.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /** Adds a pronunciation behind those that the word has. */
    public void add(String word, String phones) {
        int bracket = word.indexOf('(', 1);
        String key = (bracket > 0 ? word.substring(0, bracket) : word).toLowerCase(Locale.ROOT);
        List<String> known = entries.get(key);
        if (known == null) {
            entries.put(key, List.of(phones));
        } else if (!known.contains(phones)) {
            List<String> more = new ArrayList<>(known);
            more.add(phones);
            entries.put(key, List.copyOf(more));
        }
    }

    /** Pronunciations of a word in lower case, each as phones between spaces; empty if it is not there. */
    public List<String> pronunciations(String word) {
        return entries.getOrDefault(word, List.of());
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    public boolean contains(String word) {
        return entries.containsKey(word);
    }

    /** Visits all words with all their pronunciations, in alphabetical order, so that training is reproducible. */
    public void forEach(BiConsumer<String, String> visitor) {
        entries.keySet().stream()
                .sorted()
                .forEach(word -> entries.get(word).forEach(phones -> visitor.accept(word, phones)));
    }
}
