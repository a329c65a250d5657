package org.tapescript.domain;

/**
 * A transcript as it was understood, and how that was done.
 *
 * @param scheme what marks turns, as a code
 * @param reading how the file was read
 */
public record Understanding(Transcript transcript, String scheme, Reading reading) {}
