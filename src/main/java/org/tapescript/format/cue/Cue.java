package org.tapescript.format.cue;

import java.util.List;
import java.util.Optional;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TimedTurns.Said;

/**
 * Lines that are shown for a time.
 *
 * @param time unknown where a file has spoilt it
 */
public record Cue(Optional<TimeSpan> time, List<Line> lines) {
    public Cue {
        lines = List.copyOf(lines);
    }

    public Cue(TimeSpan time, List<Line> lines) {
        this(Optional.of(time), lines);
    }

    /**
     * A line of a cue, and who says it: nobody known if the name is empty.
     *
     * @param words with their times, if the file gives them; else empty
     */
    public record Line(String speaker, String text, List<Said> words) {
        public Line(String speaker, String text) {
            this(speaker, text, List.of());
        }
    }
}
