package org.tapescript.domain;

/**
 * A place where the understanding of the transcript may be wrong.
 *
 * @param line of the paragraph in question
 * @param reason in words, for the editor
 * @param likelihood in [0, 1], how likely it is that something is wrong there
 */
public record Doubt(int line, String reason, double likelihood) {}
