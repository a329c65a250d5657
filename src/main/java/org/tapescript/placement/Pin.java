package org.tapescript.placement;

/**
 * A moment at which a word is known to be said because somebody vouches for it.
 *
 * @param word its index among the words of the text
 * @param seconds when it begins
 */
public record Pin(int word, double seconds) {}
