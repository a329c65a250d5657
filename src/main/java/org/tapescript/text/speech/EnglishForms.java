package org.tapescript.text.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is English about reading English out: abbreviations, contractions both ways, Roman numerals, fractions. */
final class EnglishForms {
    /** An unprinted contraction ("do not" said "don't") is less likely than what is printed; natural logarithm. */
    private static final float CONTRACTED = -3f;

    private static final Map<String, List<List<String>>> ABBREVIATIONS = Map.ofEntries(
            Map.entry("mr", List.of(List.of("mister"))),
            Map.entry("mrs", List.of(List.of("missus"))),
            Map.entry("ms", List.of(List.of("miz"), List.of("m", "s"))),
            Map.entry("dr", List.of(List.of("doctor"), List.of("drive"))),
            Map.entry("prof", List.of(List.of("professor"))),
            Map.entry("st", List.of(List.of("saint"), List.of("street"))),
            Map.entry("jr", List.of(List.of("junior"))),
            Map.entry("sr", List.of(List.of("senior"))),
            Map.entry("gen", List.of(List.of("general"))),
            Map.entry("col", List.of(List.of("colonel"))),
            Map.entry("lt", List.of(List.of("lieutenant"))),
            Map.entry("sgt", List.of(List.of("sergeant"))),
            Map.entry("capt", List.of(List.of("captain"))),
            Map.entry("gov", List.of(List.of("governor"))),
            Map.entry("sen", List.of(List.of("senator"))),
            Map.entry("rep", List.of(List.of("representative"))),
            Map.entry("rev", List.of(List.of("reverend"))),
            Map.entry("vs", List.of(List.of("versus"))),
            Map.entry("etc", List.of(List.of("et", "cetera"))),
            Map.entry("e.g", List.of(List.of("for", "example"), List.of("e", "g"), List.of("for", "instance"))),
            Map.entry("i.e", List.of(List.of("that", "is"), List.of("i", "e"))),
            Map.entry("approx", List.of(List.of("approximately"))),
            Map.entry("ph.d", List.of(List.of("p", "h", "d"))),
            Map.entry("no", List.of(List.of("number"))),
            Map.entry("jan", List.of(List.of("january"))),
            Map.entry("feb", List.of(List.of("february"))),
            Map.entry("aug", List.of(List.of("august"))),
            Map.entry("sept", List.of(List.of("september"))),
            Map.entry("oct", List.of(List.of("october"))),
            Map.entry("nov", List.of(List.of("november"))),
            Map.entry("dec", List.of(List.of("december"))),
            Map.entry("inc", List.of(List.of("incorporated"))),
            Map.entry("ltd", List.of(List.of("limited"))),
            Map.entry("corp", List.of(List.of("corporation"))),
            Map.entry("dept", List.of(List.of("department"))));

    /** Abbreviations that are words as well when no dot follows. */
    private static final Set<String> WORDS_WITHOUT_DOT = Set.of(
            "no", "gen", "col", "rep", "sen", "dec", "inc", "st", "rev", "jan", "nov", "oct", "aug", "corp", "gov");

    private static final Set<String> PRONOUNS = Set.of("i", "you", "he", "she", "it", "we", "they");
    private static final Set<String> BEFORE_IS = Set.of(
            "he",
            "she",
            "it",
            "that",
            "what",
            "there",
            "here",
            "who",
            "where",
            "how",
            "when",
            "this",
            "everything",
            "nobody",
            "somebody",
            "everyone",
            "one");
    private static final Set<String> BEFORE_HAVE =
            Set.of("i", "you", "we", "they", "could", "would", "should", "might", "must");
    private static final Set<String> BEFORE_NOT = Set.of(
            "do", "does", "did", "is", "are", "was", "were", "have", "has", "had", "would", "could", "should", "must",
            "can", "will", "need");
    private static final Pattern ROMAN = Pattern.compile("(?=[IVX]+$)X{0,3}(?:IX|IV|V?I{0,3})");

    private EnglishForms() {}

    /** Readings of an abbreviation, or none. */
    static List<Reading> abbreviation(String core, String text) {
        boolean dot = text.replaceAll("[\\p{Pe}\\p{Pf}\",;:!?…]+$", "").endsWith(".");
        List<List<String>> ways = ABBREVIATIONS.get(core);
        if (ways == null || (!dot && WORDS_WITHOUT_DOT.contains(core))) {
            return List.of();
        }
        List<Reading> result = new ArrayList<>();
        ways.forEach(w -> result.add(new Reading(w, 0)));
        if (WORDS_WITHOUT_DOT.contains(core)) {
            result.add(Reading.of(core));
        }
        return result;
    }

    /** What a contraction is short for. */
    static List<List<String>> expansions(String core) {
        int apostrophe = core.lastIndexOf('\'');
        if (apostrophe <= 0) {
            return List.of();
        }
        String stem = core.substring(0, apostrophe);
        return switch (core.substring(apostrophe)) {
            case "'t" ->
                switch (core) {
                    case "can't" -> List.of(List.of("cannot"), List.of("can", "not"));
                    case "won't" -> List.of(List.of("will", "not"));
                    case "shan't" -> List.of(List.of("shall", "not"));
                    default ->
                        core.endsWith("n't")
                                ? List.of(List.of(stem.substring(0, stem.length() - 1), "not"))
                                : List.of();
                };
            case "'re" -> List.of(List.of(stem, "are"));
            case "'ve" -> List.of(List.of(stem, "have"));
            case "'ll" -> List.of(List.of(stem, "will"));
            case "'d" -> List.of(List.of(stem, "would"), List.of(stem, "had"));
            case "'m" -> List.of(List.of(stem, "am"));
            case "'s" -> BEFORE_IS.contains(stem) ? List.of(List.of(stem, "is"), List.of(stem, "has")) : List.of();
            default -> List.of();
        };
    }

    /** What a word may shrink to next to its neighbours. */
    static List<Reading> inContext(String word, String before, String after) {
        return switch (word) {
            case "not" -> BEFORE_NOT.contains(before) ? shrunk("/AH N T", "/N T", "/N") : List.of();
            case "do" -> after.equals("not") ? shrunk("/D OW") : List.of();
            case "will" ->
                after.equals("not") ? shrunk("/W OW") : PRONOUNS.contains(before) ? shrunk("/L", "/AH L") : List.of();
            case "is", "has" -> BEFORE_IS.contains(before) ? shrunk("/Z", "/S") : List.of();
            case "am" -> before.equals("i") ? shrunk("/M") : List.of();
            case "are" -> Set.of("you", "we", "they").contains(before) ? shrunk("/R", "/ER") : List.of();
            case "have" -> BEFORE_HAVE.contains(before) ? shrunk("/V", "/AH V") : List.of();
            case "had", "would" -> PRONOUNS.contains(before) ? shrunk("/D") : List.of();
            case "us" -> before.equals("let") ? shrunk("/S") : List.of();
            case "million", "billion", "trillion", "thousand" ->
                before.matches("\\d.*") ? List.of(new Reading(List.of(word, "dollars"), CONTRACTED)) : List.of();
            default -> List.of();
        };
    }

    private static List<Reading> shrunk(String... phones) {
        List<Reading> result = new ArrayList<>();
        for (String p : phones) {
            result.add(new Reading(List.of(p), CONTRACTED));
        }
        return result;
    }

    static Optional<List<String>> fraction(String upper, String lower) {
        return switch (upper + "/" + lower) {
            case "1/2" -> Optional.of(List.of("one", "half"));
            case "1/3" -> Optional.of(List.of("one", "third"));
            case "2/3" -> Optional.of(List.of("two", "thirds"));
            case "1/4" -> Optional.of(List.of("one", "quarter"));
            case "3/4" -> Optional.of(List.of("three", "quarters"));
            default -> Optional.empty();
        };
    }

    /** The number of a Roman numeral from II on, as words; empty for anything else. "I" is a word. */
    static List<String> roman(String text, NumberForms numbers) {
        return text.length() < 2 || !ROMAN.matcher(text).matches() ? List.of() : numbers.cardinal(romanValue(text));
    }

    static int romanValue(String text) {
        int sum = 0;
        int before = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            int value = Map.of('I', 1, 'V', 5, 'X', 10).getOrDefault(text.charAt(i), 0);
            sum += value < before ? -value : value;
            before = Math.max(before, value);
        }
        return sum;
    }
}
