package org.tapescript.text.speech;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns printed words into what a speaker may say for them: numbers, years, ordinals, decades, currency, times, percent,
 * initialisms, abbreviations, hyphens, contractions, words in another script. Several readings a word; the sound chooses.
 *
 * <p>Rules for English are in {@link EnglishForms}; other languages have the numbers of {@link NumberForms} and words as they
 * are written. Not thread-safe.
 */
public final class SpokenForms {
    private static final int MAXIMUM = 8;
    /** A compact name written in capitals may be said letter by letter up to this length. */
    private static final int MAX_INITIALISM_LENGTH = 6;

    private static final Pattern SEPARATORS = Pattern.compile("[-\u2010-\u2015\u2212/…_]+|\\.{2,}");
    private static final Pattern WORD_CHARACTERS = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})[-\u2010-\u2015](\\d{1,4})");
    private static final Pattern FRACTION = Pattern.compile("(\\d)/(\\d{1,2})");
    private static final Pattern DOTTED = Pattern.compile("(?:\\p{L}{1,2}\\.){2,}\\p{L}?");
    private static final Pattern ALPHANUMERIC = Pattern.compile("[\\p{L}\\p{M}]+|\\p{N}+");

    private final NumberForms numbers;
    private final boolean english;
    private final Predicate<String> known;
    private final Predicate<Integer> ownScript;
    private final Transliterator toLatin = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    private final Transliterator fold = Transliterator.getInstance("Latin-ASCII");

    /**
     * @param language BCP 47 tag, as {@code en-us}
     * @param known whether the dictionary has a word in lower case
     */
    public SpokenForms(String language, Predicate<String> known) {
        Locale locale = Locale.forLanguageTag(language);
        this.numbers = new NumberForms(locale);
        this.english = locale.getLanguage().equals("en");
        this.known = known;
        String script = new com.ibm.icu.util.ULocale(language).getLanguage();
        Set<Integer> scripts = scripts(script);
        this.ownScript = c -> !Character.isLetter(c) || scripts.contains(com.ibm.icu.lang.UScript.getScript(c));
    }

    private static Set<Integer> scripts(String language) {
        int[] codes = com.ibm.icu.lang.UScript.getCode(com.ibm.icu.util.ULocale.forLanguageTag(language));
        Set<Integer> result = new LinkedHashSet<>();
        for (int code : codes == null ? new int[] {com.ibm.icu.lang.UScript.LATIN} : codes) {
            result.add(code);
        }
        return result;
    }

    /** Whether a word is written in a script that the language does not use. */
    public boolean isForeign(String token) {
        return token.codePoints().anyMatch(c -> !ownScript.test(c));
    }

    /**
     * Readings of a printed word, the usual one first.
     *
     * @param before the printed word before it in the same paragraph, or the empty string
     * @param after the one after it, or the empty string
     * @return empty if it holds nothing that can be said
     */
    public List<Reading> readings(String token, String before, String after) {
        String text = plain(token);
        Set<Reading> found = new LinkedHashSet<>();
        whole(text).forEach(found::add);
        if (found.isEmpty()) {
            List<List<String>> ways = List.of(List.of());
            for (String part : SEPARATORS.split(text)) {
                List<List<String>> partWays = part(part);
                if (!partWays.isEmpty()) {
                    ways = combine(ways, partWays);
                }
            }
            ways.stream().filter(w -> !w.isEmpty()).map(w -> new Reading(w, 0)).forEach(found::add);
        }
        if (english) {
            found.addAll(EnglishForms.inContext(core(text), core(plain(before)), core(plain(after))));
        }
        return found.stream().limit(MAXIMUM).toList();
    }

    /** Typographic marks replaced by plain ones; combining forms composed. */
    private static String plain(String token) {
        return java.text.Normalizer.normalize(token, java.text.Normalizer.Form.NFC)
                .replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace('\u02bc', '\'')
                .replace("\u00ad", "");
    }

    /** A word without what stands around it, in lower case. */
    static String core(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && !isOfAWord(text.charAt(from))) {
            from++;
        }
        while (to > from && !isOfAWord(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }

    /** Letters, digits and the marks that belong to letters: vowels, in many scripts. */
    private static boolean isOfAWord(char c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Tokens that are not to be cut at hyphens, slashes and dots. */
    private List<Reading> whole(String text) {
        List<Reading> result = new ArrayList<>();
        String core = core(text);
        Matcher range = RANGE.matcher(core);
        if (range.matches()) {
            for (List<String> from : numbers.cardinalOrYear(range.group(1))) {
                for (List<String> to : numbers.cardinalOrYear(range.group(2))) {
                    result.add(joined(from, english ? List.of("to") : List.of(), to));
                    result.add(joined(from, List.of(), to));
                }
            }
            return result.subList(0, Math.min(MAXIMUM, result.size()));
        }
        Matcher fraction = FRACTION.matcher(core);
        if (english && fraction.matches()) {
            List<String> upper = numbers.cardinal(Long.parseLong(fraction.group(1)));
            List<String> lower = numbers.cardinal(Long.parseLong(fraction.group(2)));
            EnglishForms.fraction(fraction.group(1), fraction.group(2)).ifPresent(f -> result.add(new Reading(f, 0)));
            result.add(joined(upper, List.of(), lower));
            result.add(joined(upper, List.of("over"), lower));
            return result;
        }
        if (english) {
            EnglishForms.abbreviation(core, text).forEach(result::add);
            if (result.isEmpty()
                    && DOTTED.matcher(core + (text.endsWith(".") ? "." : "")).matches()) {
                result.add(new Reading(letters(core), 0));
            }
            String host = core;
            if (result.isEmpty() && host.matches("[a-z0-9@-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,4}")) {
                List<String> words = new ArrayList<>();
                for (String part : host.replace("@", ".at.").split("\\.")) {
                    words.addAll(
                            words.isEmpty() || part.equals("at") || last(words).equals("at")
                                    ? List.of()
                                    : List.of("dot"));
                    words.add(part);
                }
                result.add(new Reading(words, 0));
            }
        }
        return result;
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }

    @SafeVarargs
    private static Reading joined(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return new Reading(all, 0);
    }

    private static List<List<String>> combine(List<List<String>> heads, List<List<String>> tails) {
        List<List<String>> result = new ArrayList<>();
        for (List<String> tail : tails) {
            for (List<String> head : heads) {
                if (result.size() < MAXIMUM) {
                    List<String> both = new ArrayList<>(head);
                    both.addAll(tail);
                    result.add(both);
                }
            }
        }
        return result;
    }

    private List<List<String>> part(String raw) {
        if (!WORD_CHARACTERS.matcher(raw).find()) {
            return List.of();
        }
        List<List<String>> number = numbers.read(raw, english);
        if (!number.isEmpty()) {
            return number;
        }
        String core = core(raw);
        String bare = raw.replaceAll("[^\\p{L}\\p{N}']", "");
        if (isForeign(core)) {
            core = toLatin.transliterate(core).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            return core.isEmpty() ? List.of() : List.of(List.of(core));
        }
        if (!known.test(core)) {
            String folded = fold.transliterate(core);
            core = known.test(folded) || english ? folded : core;
        }
        if (core.chars().anyMatch(Character::isDigit)) {
            return alphanumeric(core);
        }
        core = core.replaceAll("[^\\p{L}\\p{M}']", "");
        List<List<String>> ways = new ArrayList<>();
        boolean capitals = english
                && bare.length() >= 2
                && bare.replace("'s", "").length() <= MAX_INITIALISM_LENGTH
                && bare.replace("'s", "").chars().allMatch(Character::isUpperCase);
        if (capitals) {
            List<String> roman = EnglishForms.roman(bare, numbers);
            ways.addAll(
                    roman.isEmpty()
                            ? List.of()
                            : List.of(
                                    roman,
                                    joined(List.of("the"), numbers.ordinal(EnglishForms.romanValue(bare)))
                                            .words()));
            boolean possessive = bare.endsWith("'s");
            List<String> spelled = new ArrayList<>(letters(core.replace("'s", "")));
            if (possessive) {
                spelled.add("/Z");
            }
            ways.add(spelled);
        }
        if (!core.isEmpty()) {
            ways.add(List.of(core));
        }
        if (english && !capitals) {
            EnglishForms.expansions(core).forEach(ways::add);
        }
        return ways;
    }

    private List<List<String>> alphanumeric(String core) {
        List<List<String>> ways = List.of(List.of());
        Matcher parts = ALPHANUMERIC.matcher(core);
        while (parts.find()) {
            String part = parts.group();
            boolean digits = Character.isDigit(part.charAt(0));
            List<List<String>> partWays = digits
                    ? numbers.cardinalOrYear(part)
                    : part.length() <= 3 ? List.of(letters(part), List.of(part)) : List.of(List.of(part));
            ways = combine(ways, partWays);
        }
        return ways;
    }

    private List<String> letters(String text) {
        List<String> result = new ArrayList<>();
        for (char c : text.toCharArray()) {
            if (Character.isLetter(c)) {
                // The dictionary's "a" is mostly the article.
                result.add(english && c == 'a' ? "/EY" : String.valueOf(c));
            } else if (Character.isDigit(c)) {
                result.addAll(numbers.cardinal(c - '0'));
            }
        }
        return result;
    }
}
