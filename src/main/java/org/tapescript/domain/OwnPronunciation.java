package org.tapescript.domain;

/**
 * How a word is pronounced, according to the user.
 *
 * @param word in lower case
 * @param phones of the language's model, between spaces
 */
public record OwnPronunciation(String word, String phones) {}
