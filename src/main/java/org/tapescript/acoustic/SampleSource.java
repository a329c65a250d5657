package org.tapescript.acoustic;

/** Mono samples with random access; reading is safe from several threads. */
public interface SampleSource {
    /** Samples a second. */
    int rate();

    /** Number of samples. */
    long length();

    /** Copies {@code count} samples from {@code from} on into {@code target}, as 16-bit amplitudes; zero outside the sound. */
    void read(long from, float[] target, int count);
}
