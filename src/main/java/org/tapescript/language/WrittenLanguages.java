package org.tapescript.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Detects the languages that a text is written in, with Apache OpenNLP's detector of 103 languages. */
public final class WrittenLanguages {
    private static final String MODEL = "/langdetect-183.bin";
    /** Characters that are looked at together: fewer do not tell kindred languages apart. */
    private static final int STRETCH = 600;
    /** Stretches shorter than this say nothing. */
    private static final int MINIMUM = 80;
    /** Characters of a text beyond which more of it says nothing new. */
    private static final int ENOUGH = 60_000;
    /** A stretch counts for another language than the text's if that is so likely, and so many times likelier than the next. */
    private static final double SURE = 0.4;

    private static final double LIKELIER = 4;
    /** A second language is one of at least this share of a text. */
    private static final double SECOND = 0.1;
    /** The detector's names where they are narrower than those in use. */
    private static final Map<String, String> USUAL = Map.of("ekk", "et", "lvs", "lv", "nob", "nb", "nno", "nn");

    /** A text of fewer characters may be all names. */
    private static final int MINIMUM_TOLD = 200;
    /** Characters that tell a text's only language. */
    private static final int TELLING = 6000;

    private static final List<Set<String>> KINDRED = List.of(
            Set.of("no", "nb", "nn", "da"),
            Set.of("hr", "sr", "bs", "sh"),
            Set.of("id", "ms", "zlm"),
            Set.of("zh", "cmn"));

    private static final Set<String> COMMON = Set.of("the", "and", "of", "to", "that", "was", "you", "it");
    /** One word in six of spoken English is one of these; of no other language one in twelve. */
    private static final double PLAIN = 1 / 12.0;

    private static LanguageDetectorModel model;

    private WrittenLanguages() {}

    /**
     * A language of a text.
     *
     * @param tag as {@code cs}
     * @param share of the text that is in it
     */
    public record Part(String tag, double share) {}

    /** Whether a text is English beyond doubt, going by its commonest words: quick, where most texts are. */
    public static boolean isPlainEnglish(String text) {
        String[] words = text.substring(0, Math.min(text.length(), ENOUGH))
                .toLowerCase(Locale.ROOT)
                .split("\\W+");
        long common = Arrays.stream(words).filter(COMMON::contains).count();
        return common > PLAIN * words.length;
    }

    /**
     * The language that a text is in beyond doubt, if that is another than the one it is taken to be in. Kindred languages, which the
     * detector takes for each other, and languages that it does not know are believed.
     *
     * @param tag as {@code en-us}
     */
    public static Optional<String> otherThan(String tag, String text) {
        String said = Locale.forLanguageTag(tag).getLanguage();
        boolean plain = isPlainEnglish(text);
        if (said.isEmpty() || plain && said.equals("en") || text.strip().length() < MINIMUM_TOLD) {
            return Optional.empty();
        }
        if (plain) {
            return Optional.of("en");
        }
        LanguageDetectorME detector = new LanguageDetectorME(model());
        Language[] found = detector.predictLanguages(text.substring(0, Math.min(text.length(), TELLING)));
        String written = tag(found[0]);
        boolean known = Arrays.stream(found).anyMatch(l -> tag(l).equals(said));
        boolean sure = found[0].getConfidence() > Math.max(SURE, LIKELIER * found[1].getConfidence());
        boolean same = KINDRED.stream().anyMatch(k -> k.contains(written) && k.contains(said));
        return known && sure && !same && !written.equals(said) ? Optional.of(written) : Optional.empty();
    }

    /** The languages of a text, the most first: one, or those of which there is much; nothing if there is too little text to tell. */
    public static List<Part> of(String text) {
        LanguageDetectorME detector = new LanguageDetectorME(model());
        String some = text.substring(0, Math.min(text.length(), ENOUGH));
        if (some.strip().length() < MINIMUM) {
            return List.of();
        }
        String main = tag(detector.predictLanguage(some));
        Map<String, Integer> characters = new HashMap<>();
        int all = 0;
        for (String stretch : stretches(some)) {
            Language[] found = detector.predictLanguages(stretch);
            boolean sure = found[0].getConfidence() > Math.max(SURE, LIKELIER * found[1].getConfidence());
            String language = sure ? tag(found[0]) : main;
            characters.merge(language, stretch.length(), Integer::sum);
            all += stretch.length();
        }
        int total = Math.max(1, all);
        characters.putIfAbsent(main, 0);
        return characters.entrySet().stream()
                .filter(e -> e.getKey().equals(main) || e.getValue() > SECOND * total)
                .map(e -> new Part(e.getKey(), e.getValue() / (double) total))
                .sorted(Comparator.comparing((Part p) -> !p.tag().equals(main)).thenComparing(p -> -p.share()))
                .toList();
    }

    /** Paragraphs, short ones with the next. */
    private static List<String> stretches(String text) {
        List<String> result = new ArrayList<>();
        StringBuilder stretch = new StringBuilder();
        for (String line : text.split("\\R+")) {
            stretch.append(line).append('\n');
            if (stretch.length() >= STRETCH) {
                result.add(stretch.toString());
                stretch.setLength(0);
            }
        }
        if (stretch.length() >= MINIMUM) {
            result.add(stretch.toString());
        }
        return result;
    }

    private static String tag(Language found) {
        String three = found.getLang();
        return USUAL.getOrDefault(three, two().getOrDefault(three, three));
    }

    /** By names of three letters, those of two. */
    private static Map<String, String> two() {
        Map<String, String> result = new LinkedHashMap<>();
        for (String language : Locale.getISOLanguages()) {
            result.put(Locale.forLanguageTag(language).getISO3Language(), language);
        }
        return result;
    }

    private static synchronized LanguageDetectorModel model() {
        if (model == null) {
            try (InputStream in = WrittenLanguages.class.getResourceAsStream(MODEL)) {
                model = new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException("Reading what tells languages, which comes with the program", e);
            }
        }
        return model;
    }
}
