package org.tapescript.voice;

/**
 * The voices that a {@link VoiceFinder} found.
 *
 * @param share by sample and voice, the share of the sample that is the voice's
 * @param agreement by sample, how likely its voice would still be that one if it were not certain how many there are
 */
public record FoundVoices(double[][] share, double[] agreement) {}
