package org.tapescript.acoustic;

/**
 * An acoustic model with its front end and its feature transform.
 *
 * @param borrowed whether its phones are lent by another language's model: it should learn from the tape before it is believed
 */
public record SpeechModel(AcousticModel acoustic, FrontEnd frontEnd, FeatureTransform transform, boolean borrowed) {
    /** A model of the language's own. */
    public SpeechModel(AcousticModel acoustic, FrontEnd frontEnd, FeatureTransform transform) {
        this(acoustic, frontEnd, transform, false);
    }
}
