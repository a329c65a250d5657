package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a misspelt name from somebody else's: it stands once or twice, and differs in one word, by a letter or two, from a name that
 * stands much more often. Names that people do share but for a letter are left alone: roles (interviewer, interviewee), titles, short names,
 * and those of men and women (Mario, Maria; Daniel, Daniela).
 */
final class Misspelling {
    private static final int MAX_COUNT = 2;
    /** The right name must stand at least this many times as often. */
    private static final int MORE = 3;
    /** More names than this with the same first letter are not a cast, and comparing all pairs would take long. */
    private static final int MAX_ALIKE = 100;

    private static final int MIN_LETTERS = 4;
    /** Words of fewer letters differ by one letter at most. */
    private static final int LONG = 6;

    private static final String VOWELS = "aeiouyàáâäåæèéêëìíîïòóôöøùúûüýаеёиоуыэюяαεηιουω";

    private final Map<String, Integer> counts;
    /** Names that stand often, by their first letter. */
    private final Map<Character, List<String>> usual = new HashMap<>();

    /** @param counts how often each name stands, as it is compared */
    Misspelling(Map<String, Integer> counts) {
        this.counts = counts;
        counts.forEach((key, count) -> {
            if (count >= MORE && !key.isEmpty()) {
                usual.computeIfAbsent(key.charAt(0), c -> new ArrayList<>()).add(key);
            }
        });
    }

    /** The name that was meant by one that stands so often. */
    Optional<String> meant(String key, int times) {
        if (times > MAX_COUNT || key.isEmpty()) {
            return Optional.empty();
        }
        List<String> alike = usual.getOrDefault(key.charAt(0), List.of());
        return alike.size() > MAX_ALIKE
                ? Optional.empty()
                : alike.stream()
                        .filter(other ->
                                counts.get(other) >= MORE * times && !other.equals(key) && isMisspelt(key, other))
                        .findFirst();
    }

    private static boolean isMisspelt(String written, String meant) {
        String[] words = written.split(" ");
        String[] others = meant.split(" ");
        if (words.length != others.length) {
            return false;
        }
        int differs = -1;
        for (int i = 0; i < words.length; i++) {
            if (!words[i].equals(others[i])) {
                if (differs >= 0) {
                    return false;
                }
                differs = i;
            }
        }
        return differs >= 0 && isSlip(words[differs], others[differs], words.length > 1);
    }

    /** @param more whether another word of the name is the same */
    private static boolean isSlip(String written, String meant, boolean more) {
        int shorter = Math.min(written.length(), meant.length());
        int longer = Math.max(written.length(), meant.length());
        int edits = shorter < LONG ? 1 : 2;
        return shorter >= MIN_LETTERS
                && (more || longer > MIN_LETTERS)
                && longer - shorter <= edits
                && written.charAt(0) == meant.charAt(0)
                && isWord(written)
                && isWord(meant)
                && !WordLists.of("roles").contains(written)
                && !WordLists.of("titles").contains(written)
                && !isOtherEnding(written, meant)
                && distance(written, meant) <= edits;
    }

    /** Whether two names differ as those of a man and a woman may: by a vowel at the end, or by what follows it. */
    private static boolean isOtherEnding(String one, String other) {
        int common = 0;
        while (common < Math.min(one.length(), other.length()) && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        String rest = one.substring(common);
        String otherRest = other.substring(common);
        boolean vowels = isVowel(rest) && isVowel(otherRest);
        boolean longer = rest.isEmpty() || otherRest.isEmpty();
        return vowels || longer && (rest + otherRest).charAt(0) != one.charAt(common - 1);
    }

    private static boolean isVowel(String rest) {
        return rest.isEmpty() || rest.length() == 1 && VOWELS.contains(rest);
    }

    private static boolean isWord(String word) {
        return word.codePoints().allMatch(Character::isLetter);
    }

    /** How many letters were left out, added, changed or swapped with their neighbour (Damerau 1964). */
    private static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                edits[i][j] =
                        Math.min(edits[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], 1 + edits[i - 2][j - 2]);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
