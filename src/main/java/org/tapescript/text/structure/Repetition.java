package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells which paragraphs repeat what others say, as pull quotes do; word by word, but for what an editor cut. */
final class Repetition {
    private static final int GRAM = 3;
    private static final double MAXIMUM = 0.6;
    private static final int FEWEST_WORDS = 5;
    /** Wording that so many paragraphs have tells nothing about any of them. */
    private static final int COMMON = 50;
    /** What is longer is no quotation in large type. */
    private static final int LONGEST = 200;

    private final List<int[]> grams = new ArrayList<>();
    private final int[] words;
    private final Map<Integer, int[]> places = new HashMap<>();

    Repetition(List<String> paragraphs) {
        words = new int[paragraphs.size()];
        for (int p = 0; p < paragraphs.size(); p++) {
            int[] own = hashes(paragraphs.get(p));
            words[p] = own.length;
            int[] of = grams(own);
            grams.add(of);
            for (int gram : of) {
                places.merge(gram, new int[] {p}, Repetition::together);
            }
        }
    }

    /** Paragraphs of two lists of them, which both are in order. */
    private static int[] together(int[] before, int[] one) {
        if (before.length >= COMMON || before[before.length - 1] == one[0]) {
            return before;
        }
        int[] all = Arrays.copyOf(before, before.length + 1);
        all[before.length] = one[0];
        return all;
    }

    /** How many words a paragraph has. */
    int words(int paragraph) {
        return words[paragraph];
    }

    static List<String> normalise(String text) {
        List<String> result = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int from = -1;
        for (int i = 0; i <= lower.length(); i++) {
            boolean within = i < lower.length() && isPart(lower.charAt(i));
            if (within && from < 0) {
                from = i;
            } else if (!within && from >= 0) {
                result.add(lower.substring(from, i).replace('’', '\''));
                from = -1;
            }
        }
        return result;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '\'' || c == '’';
    }

    private static int[] hashes(String text) {
        return normalise(text).stream().mapToInt(String::hashCode).toArray();
    }

    /** Hashes of runs of words; that two runs share one by chance does not matter among so many. */
    private static int[] grams(int[] words) {
        int[] result = new int[Math.max(0, words.length - GRAM + 1)];
        for (int i = 0; i < result.length; i++) {
            int hash = 0;
            for (int k = 0; k < GRAM; k++) {
                hash = hash * 0x01000193 + words[i + k];
            }
            result[i] = hash;
        }
        return result;
    }

    /** The paragraph of at least the same length that holds most of this one's wording, or -1. */
    int source(int paragraph) {
        int[] own = grams.get(paragraph);
        if (words[paragraph] < FEWEST_WORDS || words[paragraph] > LONGEST) {
            return -1;
        }
        Map<Integer, Integer> shared = new HashMap<>();
        for (int gram : own) {
            for (int other : places.get(gram)) {
                if (other != paragraph && words[other] >= words[paragraph]) {
                    shared.merge(other, 1, Integer::sum);
                }
            }
        }
        int best = -1;
        for (Map.Entry<Integer, Integer> e : shared.entrySet()) {
            if (e.getValue() >= MAXIMUM * own.length && (best < 0 || e.getValue() > shared.get(best))) {
                best = e.getKey();
            }
        }
        return best;
    }
}
