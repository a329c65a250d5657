package org.tapescript.language;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.acoustic.SpeechModel;
import org.tapescript.align.lexicon.Dictionary;
import org.tapescript.align.lexicon.WordSounds;

/**
 * All that is needed to align speech of one language.
 *
 * @param tag language and variety, as {@code en-us}
 * @param speech acoustic model with its front end
 * @param dictionary pronunciations of known words
 * @param sounds says other words
 */
public record LanguagePack(String tag, SpeechModel speech, Dictionary dictionary, WordSounds sounds) {
    /** The dictionaries to ask, the user's own first. */
    public List<Dictionary> dictionaries(List<Dictionary> own) {
        List<Dictionary> all = new ArrayList<>(own);
        all.add(dictionary);
        return all;
    }
}
