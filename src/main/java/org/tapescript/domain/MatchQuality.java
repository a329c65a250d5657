package org.tapescript.domain;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well a text and a sound match.
 *
 * @param anchoredShare share of the words found without any position given, in [0, 1]
 * @param speechSeconds speech on the tape
 * @param margin mean log likelihood a frame of the words found beyond that of any phones; about 1 on clean speech, below -1 in
 *     strong noise
 * @param signalToNoise decibels
 * @param lent how the tape was heard if its language has no model of its own
 * @param written the language that the text seems to be written in, as {@code nl}, if the tape was heard as another
 */
public record MatchQuality(
        double anchoredShare,
        double speechSeconds,
        double margin,
        double signalToNoise,
        Optional<Lent> lent,
        Optional<String> written) {
    /**
     * A language heard with another's model.
     *
     * @param model whose sounds were lent, as {@code en-us}
     * @param byLetters whether words were read by their letters, for want of the language's rules
     * @param agreement how well phones heard without the text agree with the text's, as Cohen's kappa; unknown of a short tape
     */
    public record Lent(String model, boolean byLetters, OptionalDouble agreement) {}

    /** Of a language heard with its own model. */
    public MatchQuality(double anchoredShare, double speechSeconds, double margin, double signalToNoise) {
        this(anchoredShare, speechSeconds, margin, signalToNoise, Optional.empty(), Optional.empty());
    }

    public MatchQuality withWritten(Optional<String> language) {
        return new MatchQuality(anchoredShare, speechSeconds, margin, signalToNoise, lent, language);
    }
}
