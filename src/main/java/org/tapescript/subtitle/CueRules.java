package org.tapescript.subtitle;

/**
 * What subtitles must keep to.
 *
 * @param lineLength characters a line at most
 * @param lines lines a cue at most
 * @param charactersPerSecond reading speed at most
 * @param wordsPerMinute reading speed at most, in words; 0 if it is not limited
 * @param minSeconds a cue is shown at least so long
 * @param maxSeconds a cue is shown at most so long
 * @param gapSeconds between two cues at least
 * @param frameRate of the film that cues begin and end with the frames of; 0 if there is none
 * @param twoSpeakers whether two short turns may share a cue, each on a line of its own opened by a dash
 */
public record CueRules(
        int lineLength,
        int lines,
        double charactersPerSecond,
        double wordsPerMinute,
        double minSeconds,
        double maxSeconds,
        double gapSeconds,
        double frameRate,
        boolean twoSpeakers) {
    /**
     * Netflix, English timed text style guide and general requirements: 42 characters by 2 lines, 20 a second, 5/6 s to 7 s, two
     * frames between cues, two speakers in a cue with dashes.
     */
    public static final CueRules DEFAULT = new CueRules(42, 2, 20, 0, 5 / 6.0, 7, 2 / 25.0, 0, true);

    /** Seconds between subtitles; whoever asks for more means frames, or milliseconds. */
    private static final double MAXIMUM_GAP = 2;

    /** @throws IllegalArgumentException if nothing could keep to them */
    public CueRules {
        if (lineLength < 8
                || lines < 1
                || !(charactersPerSecond > 0)
                || !(wordsPerMinute >= 0)
                || !(minSeconds >= 0)
                || !(maxSeconds >= minSeconds)
                || !(maxSeconds > 0)
                || !(gapSeconds >= 0 && gapSeconds < MAXIMUM_GAP)
                || !(frameRate == 0 || frameRate >= 10 && frameRate <= 240)) {
            throw new IllegalArgumentException(
                    "subtitle rules that nothing can keep to: lines of at least 8 characters, more than 0"
                            + " characters a second, longest not under shortest, gap under 2 seconds, frame rate from 10 to 240 or 0");
        }
    }
}
