package org.tapescript.audio.decode;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.audio.decode.AudioDecoder.Gap;

/**
 * Says where silence must stand so that sound keeps the clock of its file: players keep it, and so must times that are to fit them.
 * Sound is never left out: a clock that steps back, or further ahead than the file is long, is not believed.
 */
final class SoundClock {
    /** Seconds by which the clock must be ahead: less is rounding, or the start of a codec. */
    private static final double TOLERANCE = 0.1;
    /** Seconds by which a clock that steps back is a new one. */
    private static final double STEP_BACK = 1;
    /** Streams that may be cut together: a longer step ahead is a new clock, as FFmpeg has it too (its -dts_delta_threshold). */
    private static final double LONGEST_IN_STREAMS = 10;
    /** The longest step ahead that is believed of a file that does not say how long it is. */
    private static final double LONGEST_UNCLAIMED = 600;

    private final double rate;
    private final double end;
    private final double longest;
    private final List<Gap> gaps = new ArrayList<>();
    private double start;
    private long silence;
    private boolean begun;

    SoundClock(AudioDecoder.Info info, int rate) {
        this.rate = rate;
        this.start = info.start();
        boolean claimed = !Double.isNaN(info.seconds());
        this.end = claimed ? info.seconds() : Double.MAX_VALUE;
        this.longest = Math.min(longest(info.form()), claimed ? Double.MAX_VALUE : LONGEST_UNCLAIMED);
    }

    private static double longest(String form) {
        return switch (form) {
            // Times in AVI are guesses, made of bytes and bit rates; the beginning is told.
            case "avi" -> 0;
            case "mpeg", "mpegts" -> LONGEST_IN_STREAMS;
            default -> Double.MAX_VALUE;
        };
    }

    /**
     * How many samples of silence come before a block of samples.
     *
     * @param samples of the track before this block
     * @param seconds at which the block begins by the file's clock
     */
    long silenceBefore(long samples, double seconds) {
        double position = (samples + silence) / rate;
        double ahead = seconds - start - position;
        double believed = begun ? longest : Math.max(longest, LONGEST_UNCLAIMED);
        begun = true;
        // Of an unclocked file this is no number, and nothing below holds.
        if (ahead > TOLERANCE && ahead <= believed && seconds - start <= end) {
            long count = Math.round(ahead * rate);
            gaps.add(new Gap(position, count / rate));
            silence += count;
            return count;
        }
        if (ahead > TOLERANCE || ahead < -STEP_BACK) {
            start += ahead;
        }
        return 0;
    }

    List<Gap> gaps() {
        return gaps;
    }
}
