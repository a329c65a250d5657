package org.tapescript.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tapescript.domain.Word;

/** Cuts words into sentences. */
public final class Sentences {
    private static final Pattern ENDS = Pattern.compile("(?s).*[.!?…。！？।؟][\"”’»)\\]]*");
    /** Titles and initials that a full stop follows and no sentence ends with. */
    private static final Pattern ABBREVIATION =
            Pattern.compile("[\"“‘«(\\[]*(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sen|Rep|Gov|No|vs|\\p{Lu})\\.");

    private Sentences() {}

    /** Whether a sentence ends with a word, as it is printed. */
    public static boolean endsWith(String word) {
        return ENDS.matcher(word).matches() && !ABBREVIATION.matcher(word).matches();
    }

    /**
     * The sentences of a turn, each as its words. A new paragraph begins a new sentence.
     *
     * @param text in which the words stand
     */
    public static List<List<Word>> of(List<Word> words, String text) {
        List<List<Word>> result = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= words.size(); i++) {
            boolean ends = i == words.size()
                    || endsWith(words.get(i - 1).text())
                    || text.substring(
                                    words.get(i - 1).place().end(),
                                    words.get(i).place().start())
                            .chars()
                            .anyMatch(c -> c == '\n' || c == '\r');
            if (ends) {
                result.add(List.copyOf(words.subList(from, i)));
                from = i;
            }
        }
        return result;
    }
}
