package org.tapescript.acoustic;

/**
 * A model with the front end and the features that belong to it.
 *
 * @param borrowed whether its phones are lent by another language's model: it should learn from the tape before it is believed
 */
public record SpeechModel(AcousticModel acoustic, FrontEnd frontEnd, FeatureTransform transform, boolean borrowed) {
    /** A model of the language's own. */
    public SpeechModel(AcousticModel acoustic, FrontEnd frontEnd, FeatureTransform transform) {
        this(acoustic, frontEnd, transform, false);
    }
}
