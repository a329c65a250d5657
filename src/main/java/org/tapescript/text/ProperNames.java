package org.tapescript.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.Word;

/** Names in a text: capitalised words that do not begin a sentence. Translators mostly leave their sound as it is. */
public final class ProperNames {
    private static final Pattern NAME = Pattern.compile("(\\p{Lu}\\p{M}*\\p{Ll}[\\p{L}\\p{M}]+)(?:['’]\\p{L}{1,2})?");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern OPENS_QUOTE = Pattern.compile("^[\"“”„«‘'(\\[]");
    /** Shorter names sound like too much else. */
    private static final int MINIMUM_LETTERS = 4;

    private final Set<String> names = new HashSet<>();

    /** @param sentences the text */
    public ProperNames(List<List<Word>> sentences) {
        Set<String> common = new HashSet<>();
        for (List<Word> sentence : sentences) {
            for (int i = 0; i < sentence.size(); i++) {
                String word = sentence.get(i).text();
                String core = EDGES.matcher(word).replaceAll("");
                common.add(core);
                boolean begins = i == 0 || OPENS_QUOTE.matcher(word).find();
                Matcher name = NAME.matcher(core);
                if (!begins && name.matches() && name.group(1).length() >= MINIMUM_LETTERS) {
                    names.add(name.group(1));
                }
            }
        }
        names.removeIf(n -> common.contains(n.toLowerCase(Locale.ROOT)));
    }

    /** The name that a word is, without what belongs to the grammar of its sentence. */
    public Optional<String> of(Word word) {
        Matcher name = NAME.matcher(EDGES.matcher(word.text()).replaceAll(""));
        return name.matches() && names.contains(name.group(1)) ? Optional.of(name.group(1)) : Optional.empty();
    }
}
