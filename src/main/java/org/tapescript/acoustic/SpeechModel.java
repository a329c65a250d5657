package org.tapescript.acoustic;

/** A model with the front end and the features that belong to it. */
public record SpeechModel(AcousticModel acoustic, FrontEnd frontEnd, FeatureTransform transform) {}
