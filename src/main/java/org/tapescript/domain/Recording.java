package org.tapescript.domain;

import java.util.OptionalDouble;

/**
 * A recording of the interview.
 *
 * @param path where it lies
 * @param fingerprint tells it from others, see the audio package
 * @param channels channels kept of it
 * @param micros its length in microseconds
 * @param mixture how its channels were made one
 * @param breaksOff whether the file ends before the end that it claims
 * @param speed how fast it runs, 1 being right; nothing where nothing tells
 */
public record Recording(
        String path,
        String fingerprint,
        int channels,
        long micros,
        String mixture,
        boolean breaksOff,
        OptionalDouble speed) {
    public double seconds() {
        return micros / 1e6;
    }
}
