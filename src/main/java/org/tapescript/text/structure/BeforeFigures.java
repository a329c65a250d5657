package org.tapescript.text.structure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Tells names before answers that are figures, {@code A. 1951.}, from abbreviations before their numbers, {@code S. 1042}, and headings of
 * rows: those also stand before words, at least as often.
 */
final class BeforeFigures {
    /** What stands before words less often than this is no name. */
    private static final int MIN_WORDS = 2;

    private BeforeFigures() {}

    /**
     * Marks without those that only count something.
     *
     * @param figures whether figures follow a mark
     */
    static List<Mark> without(List<Mark> marks, Predicate<Mark> figures) {
        Map<String, Integer> before = new HashMap<>();
        Map<String, Integer> words = new HashMap<>();
        for (Mark mark : marks) {
            (figures.test(mark) ? before : words).merge(person(mark), 1, Integer::sum);
        }
        return marks.stream()
                .filter(m -> {
                    int spoken = words.getOrDefault(person(m), 0);
                    return !figures.test(m) || spoken >= MIN_WORDS && spoken >= before.get(person(m));
                })
                .toList();
    }

    /** Questions and answers go together: of a witness, all answers may be figures. */
    private static String person(Mark mark) {
        String key = mark.key().replace(".", "");
        return key.equals("a") ? "q" : key;
    }
}
