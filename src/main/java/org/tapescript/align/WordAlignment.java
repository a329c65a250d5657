package org.tapescript.align;

/**
 * A word found.
 *
 * @param word its index in the request
 * @param start seconds
 * @param end seconds
 * @param margin mean log likelihood a frame beyond the phone loop's
 * @param confidence in [0, 1]
 */
record WordAlignment(int word, double start, double end, double margin, double confidence) {}
