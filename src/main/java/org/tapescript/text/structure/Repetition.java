package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells which paragraphs repeat what others say, as pull quotes do; word by word, but for what an editor cut. */
final class Repetition {
    private static final int GRAM = 3;
    private static final double MOST = 0.6;
    private static final int FEWEST_WORDS = 5;

    private final List<List<String>> words = new ArrayList<>();
    private final Map<List<String>, Set<Integer>> grams = new HashMap<>();

    Repetition(List<String> paragraphs) {
        for (int p = 0; p < paragraphs.size(); p++) {
            List<String> w = normalise(paragraphs.get(p));
            words.add(w);
            for (List<String> gram : grams(w)) {
                grams.computeIfAbsent(gram, k -> new HashSet<>()).add(p);
            }
        }
    }

    static List<String> normalise(String text) {
        List<String> result = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).replace('’', '\'').split("[^\\p{L}\\p{N}']+")) {
            if (!word.isEmpty()) {
                result.add(word);
            }
        }
        return result;
    }

    private static List<List<String>> grams(List<String> words) {
        List<List<String>> result = new ArrayList<>();
        for (int i = 0; i + GRAM <= words.size(); i++) {
            result.add(words.subList(i, i + GRAM));
        }
        return result;
    }

    /** The paragraph of at least the same length that holds most of this one's wording, or -1. */
    int source(int paragraph) {
        List<String> own = words.get(paragraph);
        if (own.size() < FEWEST_WORDS) {
            return -1;
        }
        List<List<String>> all = grams(own);
        Map<Integer, Integer> shared = new HashMap<>();
        for (List<String> gram : all) {
            for (int other : grams.get(gram)) {
                if (other != paragraph && words.get(other).size() >= own.size()) {
                    shared.merge(other, 1, Integer::sum);
                }
            }
        }
        int best = -1;
        for (Map.Entry<Integer, Integer> e : shared.entrySet()) {
            if (e.getValue() >= MOST * all.size() && (best < 0 || e.getValue() > shared.get(best))) {
                best = e.getKey();
            }
        }
        return best;
    }
}
