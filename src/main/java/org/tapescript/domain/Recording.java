package org.tapescript.domain;

/**
 * A recording of the interview.
 *
 * @param path where it lies
 * @param fingerprint tells it from others, see the audio package
 * @param channels channels kept of it
 * @param micros its length in microseconds
 * @param mixture how its channels were made one
 * @param breaksOff whether the file ends before the end that it claims
 */
public record Recording(String path, String fingerprint, int channels, long micros, String mixture, boolean breaksOff) {
    public double seconds() {
        return micros / 1e6;
    }
}
