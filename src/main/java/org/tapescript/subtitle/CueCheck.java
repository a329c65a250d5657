package org.tapescript.subtitle;

import java.util.ArrayList;
import java.util.List;
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

    private static final double ROUNDING = 0.002;

    private CueCheck() {}

    public static List<Breach> of(Cue cue, CueRules rules) {
        List<Breach> result = new ArrayList<>();
        int characters = cue.lines().stream().mapToInt(String::length).sum();
        if (cue.lines().stream().anyMatch(l -> l.length() > rules.lineLength())) {
            result.add(Breach.LINE_LENGTH);
        }
        if (cue.lines().size() > rules.lines()) {
            result.add(Breach.LINES);
        }
        double seconds = cue.time().seconds();
        if (characters > rules.charactersPerSecond() * (seconds + ROUNDING)) {
            result.add(Breach.READING_SPEED);
        }
        if (seconds < rules.minSeconds() - ROUNDING) {
            result.add(Breach.TOO_SHORT);
        }
        if (seconds > rules.maxSeconds() + ROUNDING) {
            result.add(Breach.TOO_LONG);
        }
        return result;
    }
}
