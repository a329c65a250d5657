package org.tapescript.language;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tapescript.align.lexicon.WordSounds;

/** Words as eSpeak NG reads them in one language, in phones of the {@link IpaTable}. */
final class EspeakSounds implements WordSounds {
    private final Espeak engine;
    private final String language;
    private final Map<String, List<Guess>> known = new ConcurrentHashMap<>();

    EspeakSounds(Espeak engine, String language) {
        this.engine = engine;
        this.language = language;
    }

    @Override
    public List<Guess> pronounce(String word, int most) {
        return known.computeIfAbsent(word, this::say);
    }

    private List<Guess> say(String word) {
        List<String> phones = IpaTable.get().phones(engine.ipa(language, word));
        return phones.isEmpty() ? List.of() : List.of(new Guess(String.join(" ", phones), 0));
    }
}
