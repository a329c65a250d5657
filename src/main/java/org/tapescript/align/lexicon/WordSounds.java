package org.tapescript.align.lexicon;

import java.util.List;

/** Pronounces words that are in no dictionary. Safe for all threads. */
public interface WordSounds {
    /** A way to say a word, phones between spaces, with the natural logarithm of its probability. */
    record Guess(String phones, double logProbability) {}

    /**
     * @param word in lower case; apostrophes are letters
     * @param most how many ways at most
     * @return ways to say it, the likeliest first; empty if it cannot be said
     */
    List<Guess> pronounce(String word, int most);
}
