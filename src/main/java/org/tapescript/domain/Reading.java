package org.tapescript.domain;

import java.util.List;

/**
 * How a transcript's file was read, as far as that could have been done otherwise.
 *
 * @param encoding name of the character encoding; empty where the format leaves no doubt
 * @param choices what was chosen among parts of the file
 * @param doubts about the reading, such as bytes that are no text
 */
public record Reading(String encoding, List<Choice> choices, List<Doubt> doubts) {
    /** Nothing was chosen, nothing is doubtful. */
    public static final Reading PLAIN = new Reading("", List.of(), List.of());

    public Reading {
        choices = List.copyOf(choices);
        doubts = List.copyOf(doubts);
    }

    /** What a choice is about. */
    public enum Part {
        TIER,
        COLUMN
    }

    /** Parts of a file of which some hold what is said. */
    public record Choice(Part part, List<String> all, List<String> chosen) {
        public Choice {
            all = List.copyOf(all);
            chosen = List.copyOf(chosen);
        }
    }
}
