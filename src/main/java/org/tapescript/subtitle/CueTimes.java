package org.tapescript.subtitle;

import org.tapescript.domain.TimeSpan;

/** When a cue is shown: from its first word on until it is read, or the next must come. In steps of frames, or of milliseconds. */
final class CueTimes {
    /** Whatever else is asked for, a cue is seen. */
    private static final double MINIMUM_SECONDS = 0.1;

    private final CueRules rules;
    private final double rate;
    private final long gap;

    CueTimes(CueRules rules) {
        this.rules = rules;
        this.rate = rules.frameRate() > 0 ? rules.frameRate() : 1000;
        this.gap = (long) Math.ceil(rules.gapSeconds() * rate - 1e-6);
    }

    /** Seconds for which a cue is shown, as {@link #span} has it. */
    double seconds(double first, double last, double next, int characters, int words) {
        long start = Math.round(first * rate);
        return (stop(start, last, next, characters, words) - start) / rate;
    }

    /**
     * @param first second at which its first word begins
     * @param last second at which its last word ends
     * @param next second at which what follows begins
     * @param earliest second before which it must not be shown
     */
    TimeSpan span(double first, double last, double next, int characters, int words, double earliest) {
        long start = Math.max(Math.round(first * rate), (long) Math.ceil(earliest * rate - 1e-6));
        long stop = stop(start, last, next, characters, words);
        return new TimeSpan(micros(start), micros(stop));
    }

    /** When the next cue may be shown after this one, in seconds. */
    double after(TimeSpan span) {
        return span.endSeconds() + gap / rate;
    }

    private long stop(long start, double last, double next, int characters, int words) {
        double wanted = Math.max(rules.minSeconds(), CueCheck.readingSeconds(characters, words, rules));
        long end = Math.max(Math.round(last * rate), start + (long) Math.ceil(wanted * rate - 1e-6));
        end = Math.min(end, start + (long) Math.floor(rules.maxSeconds() * rate + 1e-6));
        if (next < Double.POSITIVE_INFINITY) {
            end = Math.min(end, Math.round(next * rate) - gap);
        }
        // Two cues that begin together cannot both keep their time: each is shown for a moment at least.
        return Math.max(end, start + Math.max(1, Math.round(MINIMUM_SECONDS * rate)));
    }

    private long micros(long ticks) {
        return Math.round(ticks * 1000.0 / rate) * 1000;
    }
}
