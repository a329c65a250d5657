package org.tapescript.placement;

/**
 * Where a sentence lies.
 *
 * @param from index of its first word among the words of the text
 * @param to index after its last
 * @param start seconds
 * @param end seconds
 * @param confidence probability that the start is right to about two seconds, in [0, 1]
 */
public record PlacedSentence(int from, int to, double start, double end, double confidence) {}
