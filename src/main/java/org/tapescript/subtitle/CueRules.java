package org.tapescript.subtitle;

/**
 * What subtitles must keep to.
 *
 * @param lineLength characters a line at most
 * @param lines lines a cue at most
 * @param charactersPerSecond reading speed at most
 * @param minSeconds a cue is shown at least so long
 * @param maxSeconds a cue is shown at most so long
 * @param gapSeconds between two cues at least
 */
public record CueRules(
        int lineLength,
        int lines,
        double charactersPerSecond,
        double minSeconds,
        double maxSeconds,
        double gapSeconds) {
    /** Netflix's English guide: 42 characters by 2 lines, 20 a second, 5/6 to 7 s, 2 frames at 25 a second between cues. */
    public static final CueRules DEFAULT = new CueRules(42, 2, 20, 5 / 6.0, 7, 2 / 25.0);

    public CueRules {
        if (lineLength < 8 || lines < 1 || charactersPerSecond <= 0 || maxSeconds < minSeconds || gapSeconds < 0) {
            throw new IllegalArgumentException("subtitle rules that nothing can keep to");
        }
    }
}
