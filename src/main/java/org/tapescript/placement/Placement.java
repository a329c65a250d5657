package org.tapescript.placement;

import java.util.List;

/**
 * Where the sentences of a text lie.
 *
 * @param sentences in the order of the text
 * @param confidence their mean confidence; where they were placed by several numbers of voices, that of the least sure way: a text of
 *     another interview may seem to fit with one number, its own text fits with each
 */
public record Placement(List<PlacedSentence> sentences, double confidence) {
    public Placement {
        sentences = List.copyOf(sentences);
    }
}
