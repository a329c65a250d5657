package org.tapescript.subtitle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tapescript.domain.Cue;

/** Which of its rules a cue breaks: where the text and the speech leave no other way, a cue is shown all the same. */
public final class CueCheck {
    /** A rule that a cue can break. */
    public enum Breach {
        LINE_LENGTH,
        LINES,
        READING_SPEED,
        TOO_SHORT,
        TOO_LONG
    }

    /**
     * A rule that is broken.
     *
     * @param found what is so, in characters, lines, characters a second or seconds
     * @param allowed what was asked for
     * @param reason both, and why there was no other way
     */
    public record Finding(Breach breach, double found, double allowed, String reason) {}

    /** Times are rounded when they are written. */
    private static final double ROUNDING = 0.002;

    private CueCheck() {}

    /** What a cue breaks, if anything. */
    public static List<Breach> of(Cue cue, CueRules rules) {
        return findings(cue, rules).stream().map(Finding::breach).toList();
    }

    /** What a cue breaks, and why. */
    public static List<Finding> findings(Cue cue, CueRules rules) {
        List<Finding> result = new ArrayList<>();
        int longest = cue.lines().stream().mapToInt(LineBreaker::length).max().orElse(0);
        if (longest > rules.lineLength()) {
            add(
                    result,
                    Breach.LINE_LENGTH,
                    "%d characters in a line, %d allowed: a word is that long",
                    longest,
                    rules.lineLength());
        }
        if (cue.lines().size() > rules.lines()) {
            add(result, Breach.LINES, "%d lines, %d allowed", cue.lines().size(), rules.lines());
        }
        double seconds = cue.time().seconds();
        int words = cue.parts().stream().mapToInt(p -> p.words().size()).sum();
        int characters = LineBreaker.length(String.join(" ", cue.lines()));
        if (isTooFast(characters, words, seconds, rules)) {
            add(
                    result,
                    Breach.READING_SPEED,
                    "%.1f characters a second, %.0f allowed: what follows leaves no more time",
                    characters / seconds,
                    rules.charactersPerSecond());
        }
        if (isTooShort(seconds, rules)) {
            add(
                    result,
                    Breach.TOO_SHORT,
                    "shown for %.2f s, at least %.2f wanted: somebody else speaks at once",
                    seconds,
                    rules.minSeconds());
        }
        if (isTooLong(seconds, rules)) {
            add(
                    result,
                    Breach.TOO_LONG,
                    "shown for %.2f s, %.2f allowed: a word lasts so long",
                    seconds,
                    rules.maxSeconds());
        }
        return result;
    }

    /** How fast a cue is to be read. */
    public static double charactersPerSecond(Cue cue) {
        double seconds = cue.time().seconds();
        return seconds > 0 ? LineBreaker.length(String.join(" ", cue.lines())) / seconds : 0;
    }

    static boolean isTooFast(int characters, int words, double seconds, CueRules rules) {
        return seconds + ROUNDING < readingSeconds(characters, words, rules);
    }

    static boolean isTooShort(double seconds, CueRules rules) {
        return seconds < rules.minSeconds() - ROUNDING;
    }

    static boolean isTooLong(double seconds, CueRules rules) {
        return seconds > rules.maxSeconds() + ROUNDING;
    }

    /** How long readers need. */
    static double readingSeconds(int characters, int words, CueRules rules) {
        double byCharacters = characters / rules.charactersPerSecond();
        return rules.wordsPerMinute() > 0 ? Math.max(byCharacters, words * 60 / rules.wordsPerMinute()) : byCharacters;
    }

    private static void add(List<Finding> findings, Breach breach, String reason, Number found, Number allowed) {
        findings.add(new Finding(
                breach,
                found.doubleValue(),
                allowed.doubleValue(),
                String.format(Locale.ROOT, reason, found, allowed)));
    }
}
