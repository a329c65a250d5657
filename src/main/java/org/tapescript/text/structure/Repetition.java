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
    private static final int MIN_WORDS = 5;
    /** Wording shared by this many paragraphs tells nothing about any of them. */
    private static final int COMMON = 50;
    /** What is longer is no quotation in large type. */
    private static final int MAX_LENGTH = 200;

    private static final int FORMULA = 3;
    private static final int UNKNOWN = -2;

    private final List<String> paragraphs;
    private final List<int[]> grams = new ArrayList<>();
    private final int[] words;
    private int[] whole;
    /** Grams with the paragraphs that have them, a pair a number, in order. */
    private long[] places;
    /** Of each paragraph, how much it shares with the one that is looked at. */
    private int[] shared;
    /** Those that share something with it. */
    private int[] touched;

    private int[] sources;
    private final Map<Integer, Integer> alike = new HashMap<>();

    Repetition(List<String> paragraphs) {
        this.paragraphs = paragraphs;
        words = new int[paragraphs.size()];
        for (int p = 0; p < words.length; p++) {
            words[p] = count(paragraphs.get(p));
        }
    }

    /** What is needed to compare paragraphs: many texts never ask for it. */
    private void index() {
        if (places != null) {
            return;
        }
        int count = words.length;
        whole = new int[count];
        shared = new int[count];
        touched = new int[count];
        sources = new int[count];
        Arrays.fill(sources, UNKNOWN);
        int all = 0;
        for (int p = 0; p < count; p++) {
            int[] own = hashes(paragraphs.get(p), words[p]);
            whole[p] = Arrays.hashCode(own);
            alike.merge(whole[p], 1, Integer::sum);
            grams.add(grams(own));
            all += grams.get(p).length;
        }
        places = new long[all];
        int at = 0;
        for (int p = 0; p < count; p++) {
            for (int gram : grams.get(p)) {
                places[at++] = (long) gram << Integer.SIZE | p;
            }
        }
        Arrays.sort(places);
    }

    /** Whether several paragraphs say just this, as formulas of a procedure do. */
    boolean isFormula(int paragraph) {
        index();
        return alike.get(whole[paragraph]) >= FORMULA;
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

    private static int count(String text) {
        int count = 0;
        boolean within = false;
        for (int i = 0; i < text.length(); i++) {
            boolean part = isPart(text.charAt(i));
            count += part && !within ? 1 : 0;
            within = part;
        }
        return count;
    }

    private static int[] hashes(String text, int words) {
        int[] result = new int[words];
        int count = 0;
        int hash = 0;
        boolean within = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (isPart(c)) {
                within = true;
                hash = 31 * hash + (c == '’' ? '\'' : Character.toLowerCase(c));
            } else if (within) {
                result[count++] = hash;
                within = false;
                hash = 0;
            }
        }
        return result;
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
        index();
        if (sources[paragraph] == UNKNOWN) {
            boolean fit = words[paragraph] >= MIN_WORDS && words[paragraph] <= MAX_LENGTH;
            sources[paragraph] = fit ? find(paragraph) : -1;
        }
        return sources[paragraph];
    }

    private int find(int paragraph) {
        int[] own = grams.get(paragraph);
        int count = 0;
        for (int gram : own) {
            int distinct = 0;
            int last = -1;
            for (int i = first(gram); i < places.length && distinct < COMMON; i++) {
                int other = (int) places[i];
                if ((int) (places[i] >> Integer.SIZE) != gram) {
                    break;
                }
                if (other == last) {
                    continue;
                }
                last = other;
                distinct++;
                if (other != paragraph && words[other] >= words[paragraph]) {
                    if (shared[other]++ == 0) {
                        touched[count++] = other;
                    }
                }
            }
        }
        int best = -1;
        for (int i = 0; i < count; i++) {
            int other = touched[i];
            boolean better = best < 0 || shared[other] > shared[best] || shared[other] == shared[best] && other < best;
            best = shared[other] >= MAXIMUM * own.length && better ? other : best;
        }
        for (int i = 0; i < count; i++) {
            shared[touched[i]] = 0;
        }
        return best;
    }

    /** Where a gram's places begin. */
    private int first(int gram) {
        int at = Arrays.binarySearch(places, (long) gram << Integer.SIZE);
        return at < 0 ? -at - 1 : at;
    }
}
