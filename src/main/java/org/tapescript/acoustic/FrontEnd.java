package org.tapescript.acoustic;

import org.tapescript.job.CancellationToken;

/** Turns sound into the cepstra that an acoustic model was trained on. */
public interface FrontEnd {
    /** Samples a second that {@link #cepstra} expects. */
    int sampleRate();

    /**
     * Cepstra of the samples of a source, from one sample to another, without mean normalisation or derivatives.
     *
     * @param samples amplitudes as 16-bit numbers
     * @return one vector of static coefficients for each 10 ms, fewer than the length only at the very end
     */
    Features cepstra(SampleSource samples, CancellationToken cancel);
}
