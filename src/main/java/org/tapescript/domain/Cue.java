package org.tapescript.domain;

import java.util.List;

/**
 * One timed subtitle.
 *
 * @param speaker who speaks
 * @param time when it is shown, in whole milliseconds' worth of microseconds
 * @param lines its text
 */
public record Cue(String speaker, TimeSpan time, List<String> lines) {
    public Cue {
        lines = List.copyOf(lines);
    }
}
