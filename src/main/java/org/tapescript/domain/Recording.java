package org.tapescript.domain;

import java.util.List;
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
 * @param track the track of its sound that was taken, counted from 1
 * @param hiddenSeconds sound that lies in the file beyond the end that its header tells, and was not read
 * @param gaps stretches that hold no sound in the file, in order; they count as silent
 */
public record Recording(
        String path,
        String fingerprint,
        int channels,
        long micros,
        String mixture,
        boolean breaksOff,
        OptionalDouble speed,
        int track,
        double hiddenSeconds,
        List<TimeSpan> gaps) {
    public Recording {
        gaps = List.copyOf(gaps);
    }

    /** A recording that holds all of its sound, in its first track. */
    public Recording(
            String path,
            String fingerprint,
            int channels,
            long micros,
            String mixture,
            boolean breaksOff,
            OptionalDouble speed) {
        this(path, fingerprint, channels, micros, mixture, breaksOff, speed, 1, 0, List.of());
    }

    public double seconds() {
        return micros / 1e6;
    }

    /** The same sound in another file. @param in track of that file */
    public Recording in(String file, String itsFingerprint, int in) {
        return new Recording(
                file, itsFingerprint, channels, micros, mixture, breaksOff, speed, in, hiddenSeconds, gaps);
    }

    public Recording withMicros(long length) {
        return new Recording(
                path, fingerprint, channels, length, mixture, breaksOff, speed, track, hiddenSeconds, gaps);
    }
}
