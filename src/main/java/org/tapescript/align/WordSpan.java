package org.tapescript.align;

/**
 * Where a path puts a word.
 *
 * @param word index of the word in the graph
 * @param variant index of its pronunciation
 * @param start first frame
 * @param end frame after the last
 */
record WordSpan(int word, int variant, int start, int end) {
    /** The same, of a word that has another index in another graph. */
    WordSpan as(int other) {
        return new WordSpan(other, variant, start, end);
    }
}
