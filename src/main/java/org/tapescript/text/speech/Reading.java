package org.tapescript.text.speech;

import java.util.List;

/**
 * One way in which a printed word may be read out.
 *
 * @param words spoken words in lower case; one that begins with {@code /} is phones of the model instead, between spaces
 * @param cost natural logarithm, at most 0, of how much less likely this way is than the usual one
 */
public record Reading(List<String> words, float cost) {
    public Reading {
        words = List.copyOf(words);
    }

    static Reading of(String... words) {
        return new Reading(List.of(words), 0);
    }
}
