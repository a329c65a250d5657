package org.tapescript.format;

import org.tapescript.domain.Paragraph;
import org.tapescript.domain.Turn;

/** A piece of a text as people read it, from the top. */
public sealed interface Piece {
    /** What somebody says. */
    record Spoken(Turn turn) implements Piece {}

    /** What is printed and not spoken. */
    record Unspoken(Paragraph paragraph) implements Piece {}
}
