package org.tapescript.domain;

import java.util.List;

/**
 * A place where the understanding of the transcript may be wrong.
 *
 * @param line of the paragraph in question
 * @param code what is doubted
 * @param arguments what the code's sentence is about: names, kinds, shares
 * @param likelihood in [0, 1], how likely it is that something is wrong there
 */
public record Doubt(int line, DoubtCode code, List<String> arguments, double likelihood) {
    public Doubt {
        arguments = List.copyOf(arguments);
    }

    public Doubt(int line, DoubtCode code, double likelihood) {
        this(line, code, List.of(), likelihood);
    }
}
