package org.tapescript.align.lexicon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.align.Pronunciation;
import org.tapescript.text.speech.Reading;

/**
 * Finds the pronunciations of readings: in the user's lexicon, then in the dictionary, then by a pronunciation model. Several
 * are offered, and the sound decides.
 */
public final class Pronouncer {
    private static final int MAXIMUM = 12;
    private static final int GUESSES = 3;
    /** A guess that is this much less likely than the best is not offered; natural logarithm. */
    private static final double GUESS_RANGE = 3.5;

    /** Models that have this phone are of English. */
    private static final String POSSESSIVE = "Z";

    private final AcousticModel model;
    private final List<Dictionary> dictionaries;
    private final WordSounds sounds;

    /** @param dictionaries the first that has a word decides */
    public Pronouncer(AcousticModel model, List<Dictionary> dictionaries, WordSounds sounds) {
        this.model = model;
        this.dictionaries = List.copyOf(dictionaries);
        this.sounds = sounds;
    }

    /**
     * Ways to say any of several readings.
     *
     * @return empty if no reading can be said
     */
    public List<Pronunciation> pronounce(List<Reading> readings) {
        Map<List<Integer>, Pronunciation> found = new LinkedHashMap<>();
        for (Reading reading : readings) {
            List<String> ways = List.of("");
            for (String word : reading.words()) {
                ways = append(ways, ways(word));
            }
            for (String way : ways) {
                int[] phones = parse(way.trim());
                if (phones.length > 0 && found.size() < MAXIMUM) {
                    found.putIfAbsent(
                            java.util.Arrays.stream(phones).boxed().toList(),
                            new Pronunciation(phones, reading.cost()));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static List<String> append(List<String> heads, List<String> tails) {
        // Long readings would multiply: past a handful of combinations, only the first way of each further word is
        // kept.
        int most = Math.max(1, Math.min(tails.size(), MAXIMUM / heads.size()));
        List<String> result = new ArrayList<>();
        for (String head : heads) {
            for (String tail : tails.subList(0, Math.min(most, tails.size()))) {
                result.add(head + " " + tail);
            }
        }
        return result.isEmpty() ? heads : result;
    }

    private List<String> ways(String word) {
        if (word.startsWith("/")) {
            return List.of(word.substring(1));
        }
        for (Dictionary dictionary : dictionaries) {
            if (dictionary.contains(word)) {
                return dictionary.pronunciations(word);
            }
        }
        if (model.phone(POSSESSIVE) >= 0 && (word.endsWith("'s") || word.endsWith("s'"))) {
            String stem = word.substring(0, word.length() - 2) + (word.endsWith("s'") ? "s" : "");
            List<String> stems = ways(stem);
            if (!stems.isEmpty()) {
                return stems.stream().map(s -> s + possessive(s)).toList();
            }
        }
        List<WordSounds.Guess> guesses = sounds.pronounce(word, GUESSES);
        return guesses.stream()
                .filter(g -> g.logProbability() > guesses.get(0).logProbability() - GUESS_RANGE)
                .map(WordSounds.Guess::phones)
                .toList();
    }

    /** The sound of an English possessive after a stem. */
    private static String possessive(String stem) {
        String last = stem.substring(stem.lastIndexOf(' ') + 1);
        if (List.of("S", "Z", "SH", "ZH", "CH", "JH").contains(last)) {
            return " IH Z";
        }
        return List.of("P", "T", "K", "F", "TH").contains(last) ? " S" : " Z";
    }

    /** A model's phone of a name, which may have a digit for stress, as cmudict has it, where the model has none; -1 if there is none. */
    public static int phone(AcousticModel model, String name) {
        int phone = model.phone(name);
        return phone >= 0 ? phone : model.phone(name.replaceAll("\\d$", ""));
    }

    private int[] parse(String phones) {
        if (phones.isEmpty()) {
            return new int[0];
        }
        String[] names = phones.split(" +");
        int[] result = new int[names.length];
        int n = 0;
        for (String name : names) {
            int phone = phone(model, name);
            if (phone >= 0) {
                result[n++] = phone;
            }
        }
        return java.util.Arrays.copyOf(result, n);
    }
}
