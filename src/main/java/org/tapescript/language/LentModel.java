package org.tapescript.language;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tapescript.acoustic.SpeechModel;
import org.tapescript.align.lexicon.WordSounds;

/**
 * Stands in for the model of a language that has none: words are read by eSpeak NG's rules, or by the usual sounds of their
 * letters, and each sound of the language is modelled by the nearest English one.
 */
final class LentModel {
    /** Whose phones are lent. */
    static final String LENDER = "en-us";

    private final LanguagePacks packs;
    private final Path cache;

    LentModel(LanguagePacks packs, Path cache) {
        this.packs = packs;
        this.cache = cache;
    }

    /** Nothing if there is no such language, or no model to lend. */
    Optional<LanguagePack> load(String tag) throws IOException {
        Optional<Locale> language = language(tag);
        Optional<SpeechModel> lender = language.isEmpty() ? Optional.empty() : packs.speech(LENDER);
        if (lender.isEmpty()) {
            return Optional.empty();
        }
        SpeechModel english = lender.get();
        SpeechModel lent = new SpeechModel(
                english.acoustic().lending(IpaTable.get().english()), english.frontEnd(), english.transform(), true);
        return Optional.of(new LanguagePack(language.get().toLanguageTag(), lent, List.of(), sounds(language.get())));
    }

    private WordSounds sounds(Locale language) throws IOException {
        Espeak engine = Espeak.open(cache);
        for (String name : new String[] {language.toLanguageTag().toLowerCase(Locale.ROOT), language.getLanguage()}) {
            if (engine.speaks(name)) {
                return new EspeakSounds(engine, name);
            }
        }
        return new LetterReading();
    }

    static boolean isLanguage(String tag) {
        return language(tag).isPresent();
    }

    /** A tag's language; two letters must be one that there is, three are believed. */
    private static Optional<Locale> language(String tag) {
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
            String language = locale.getLanguage();
            boolean known = language.length() == 3
                    || Arrays.asList(Locale.getISOLanguages()).contains(language);
            return known ? Optional.of(locale) : Optional.empty();
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
