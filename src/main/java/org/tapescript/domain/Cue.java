package org.tapescript.domain;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One timed subtitle.
 *
 * @param parts what it shows: usually of one speaker, of two where a rapid exchange shares a subtitle; never empty
 * @param time when it is shown
 */
public record Cue(List<Part> parts, TimeSpan time) {
    public Cue {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a subtitle shows something");
        }
    }

    /**
     * What one speaker says in a subtitle.
     *
     * @param words shown, some of which may have no time
     * @param lines their text, broken into lines; if there are two speakers each part has one, opened by a dash
     */
    public record Part(String speaker, List<Word> words, List<String> lines) {
        public Part {
            words = List.copyOf(words);
            lines = List.copyOf(lines);
        }
    }

    /** Who speaks, or speaks first. */
    public String speaker() {
        return parts.get(0).speaker();
    }

    /** All lines, from the top. */
    public List<String> lines() {
        return parts.size() == 1
                ? parts.get(0).lines()
                : parts.stream().flatMap(p -> p.lines().stream()).toList();
    }

    /** The speakers, for people to read. */
    public String speakers() {
        return parts.stream().map(Part::speaker).distinct().collect(Collectors.joining(", "));
    }
}
