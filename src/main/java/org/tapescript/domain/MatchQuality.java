package org.tapescript.domain;

/**
 * How well a text and a sound match.
 *
 * @param anchoredShare share of the words found without any position given, in [0, 1]
 * @param speechSeconds speech on the tape
 * @param margin mean log likelihood a frame of the words found beyond that of any phones; about 1 on clean speech, below -1 in
 *     strong noise
 * @param signalToNoise decibels
 */
public record MatchQuality(double anchoredShare, double speechSeconds, double margin, double signalToNoise) {}
