package org.tapescript.spelling;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.analysis.hunspell.TimeoutPolicy;

/** A dictionary that is asked about words. Safe from any thread. */
public final class SpellChecker {
    private static final int MAXIMUM_SUGGESTIONS = 6;

    private final Path file;
    private final Hunspell hunspell;
    /** The same words come again and again. */
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    SpellChecker(Path file, Dictionary dictionary) {
        this.file = file;
        this.hunspell = new Hunspell(dictionary, TimeoutPolicy.NO_TIMEOUT, () -> {});
    }

    /** The dictionary's list of words. */
    public Path file() {
        return file;
    }

    /** Whether a word without punctuation is spelled right; of compounds, their parts may be. */
    boolean isRight(String word) {
        return known.computeIfAbsent(word, w -> hunspell.spell(w));
    }

    /** What may have been meant, the likeliest first. Takes its time: a busy computer is to find as much as an idle one. */
    public List<String> suggestions(String word) {
        return hunspell.suggest(word).stream().limit(MAXIMUM_SUGGESTIONS).toList();
    }
}
