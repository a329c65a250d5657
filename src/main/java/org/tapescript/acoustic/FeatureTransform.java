package org.tapescript.acoustic;

/** Turns cepstra into the vectors that a model scores: mean normalisation, derivatives, streams, projection. */
public interface FeatureTransform {
    /**
     * @param cepstra static coefficients, left as they are
     * @return as many frames of {@link AcousticModel#featureDimension()} values
     */
    Features apply(Features cepstra);
}
