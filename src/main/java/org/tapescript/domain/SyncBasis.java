package org.tapescript.domain;

import java.util.List;
import java.util.Optional;

/**
 * What a sync is based on besides the recordings and the text; kept in the project, so that syncing again has the same basis.
 *
 * @param language of the speech, as {@code en-us}; {@code none} where it was not said
 * @param method how the text finds its places
 * @param textLanguage of the text, where it is known to be another than that of the speech
 * @param lexicon the user's own pronunciations; of a word that is there several times, the likeliest first
 */
public record SyncBasis(
        String language, SyncMethod method, Optional<String> textLanguage, List<OwnPronunciation> lexicon) {
    public SyncBasis {
        lexicon = List.copyOf(lexicon);
    }

    public SyncBasis(String language, SyncMethod method) {
        this(language, method, Optional.empty(), List.of());
    }

    public SyncBasis withLanguage(String tag) {
        return new SyncBasis(tag, method, textLanguage, lexicon);
    }

    public SyncBasis withLexicon(List<OwnPronunciation> other) {
        return new SyncBasis(language, method, textLanguage, other);
    }

    public SyncBasis withTextLanguage(Optional<String> tag) {
        return new SyncBasis(language, method, tag, lexicon);
    }

    /** The language that is written, if it is known. */
    public Optional<String> writtenLanguage() {
        return textLanguage.isPresent() || method == SyncMethod.BY_VOICES ? textLanguage : Optional.of(language);
    }
}
