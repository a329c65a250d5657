package org.tapescript.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What is odd about the recordings of a synced transcript, in words. */
final class RecordingRemarks {
    /** A recorder's speed may be off by less than this. */
    private static final double WRONG_SPEED = 0.01;
    /** So many words with a printed time, over so many seconds, tell how fast the printed times run. */
    private static final int LEAST_WORDS = 20;

    private static final double LEAST_SECONDS = 120;
    /** Seconds by which half of the words may lie off, once speed and beginning are allowed for. */
    private static final double AGREEING = 2.5;
    /** Decibels of speech above the noise below which times suffer. */
    private static final double NOISY = 3;

    private RecordingRemarks() {}

    static List<String> of(SyncedTranscript t) {
        List<String> result = new ArrayList<>();
        t.recordings().forEach(r -> result.addAll(of(r)));
        printedSpeed(t).ifPresent(speed -> {
            if (Math.abs(speed - 1) >= WRONG_SPEED) {
                result.add(String.format(
                        Locale.ROOT,
                        "going by the times in the transcript the sound runs %s, or those times are of another version of it",
                        percent(speed)));
            }
        });
        long imported = t.words().stream()
                .filter(w -> w.timing() instanceof Timing.Timed timed && timed.origin() == Origin.IMPORTED)
                .count();
        if (imported > 0) {
            result.add(imported
                    + " words have the times that the transcript's file gives; they were not compared with the sound");
        }
        if (imported == 0 && t.match().signalToNoise() < NOISY) {
            result.add(String.format(
                    Locale.ROOT,
                    "strong noise (%.0f dB below the speech): times are less exact",
                    t.match().signalToNoise()));
        }
        return result;
    }

    private static List<String> of(Recording r) {
        List<String> result = new ArrayList<>();
        if (r.breaksOff()) {
            result.add(String.format(
                    Locale.ROOT, "%s breaks off after %.1f s; the file claims to be longer", r.path(), r.seconds()));
        }
        if (r.hiddenSeconds() >= 1) {
            result.add(String.format(
                    Locale.ROOT,
                    "%s goes on for %.1f s after the end that its header tells; that sound was not read: have the header mended",
                    r.path(),
                    r.hiddenSeconds()));
        }
        // That sound begins after the picture is no loss.
        List<TimeSpan> gaps = r.gaps().stream().filter(g -> g.startMicros() > 0).toList();
        if (!gaps.isEmpty()) {
            result.add(String.format(
                    Locale.ROOT,
                    "%s lacks %.1f s of sound, first at %.1f s; that counts as silent",
                    r.path(),
                    gaps.stream().mapToDouble(TimeSpan::seconds).sum(),
                    gaps.get(0).startSeconds()));
        }
        double speed = r.speed().orElse(1);
        if (Math.abs(speed - 1) >= WRONG_SPEED) {
            result.add(r.path() + " runs " + percent(speed)
                    + ", going by its mains hum; times are those of the file as it is");
        }
        if (r.mixture().equals("difference")) {
            result.add(r.path() + ": its channels are in opposite phase; their difference was used");
        } else if (r.mixture().equals("first") || r.mixture().equals("second")) {
            result.add(r.path() + ": only the " + r.mixture() + " channel holds sound");
        }
        return result;
    }

    private static String percent(double speed) {
        return String.format(Locale.ROOT, "%.1f %% %s", 100 * Math.abs(speed - 1), speed > 1 ? "fast" : "slow");
    }

    /**
     * How fast the sound runs if the times that the transcript's file gives are right: the slope of a line through the words' times,
     * by the median of slopes (P. K. Sen 1968, Journal of the American Statistical Association 63), which words that were found in
     * a wrong place do not bend.
     *
     * @return nothing where there are too few such times, or they do not agree with what was heard
     */
    private static OptionalDouble printedSpeed(SyncedTranscript t) {
        List<double[]> pairs = new ArrayList<>();
        int at = 0;
        for (Transcript.Hint hint : t.transcript().hints()) {
            while (at < t.words().size()
                    && t.words().get(at).place().start() < hint.place().start()) {
                at++;
            }
            if (!hint.exact()
                    && at < t.words().size()
                    && t.words().get(at).place().start() < hint.place().end()
                    && t.words().get(at).timing() instanceof Timing.Timed timed
                    && timed.origin() == Origin.ALIGNED) {
                pairs.add(new double[] {hint.time().startSeconds(), timed.time().startSeconds()});
            }
        }
        if (pairs.size() < LEAST_WORDS) {
            return OptionalDouble.empty();
        }
        // Each with its partner half the tape away: near ones say little of a slope.
        int half = pairs.size() / 2;
        double[] slopes = new double[pairs.size() - half];
        double span = 0;
        for (int i = 0; i < slopes.length; i++) {
            double printed = pairs.get(i + half)[0] - pairs.get(i)[0];
            slopes[i] = (pairs.get(i + half)[1] - pairs.get(i)[1]) / printed;
            span = Math.max(span, printed);
        }
        double slope = median(slopes);
        double begin =
                median(pairs.stream().mapToDouble(p -> p[1] - slope * p[0]).toArray());
        double off = median(pairs.stream()
                .mapToDouble(p -> Math.abs(p[1] - begin - slope * p[0]))
                .toArray());
        return span < LEAST_SECONDS || off > AGREEING || !(slope > 0)
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 / slope);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
