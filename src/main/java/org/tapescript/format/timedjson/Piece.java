package org.tapescript.format.timedjson;

import java.util.Optional;

/**
 * A piece of text that a file has: a segment or a word.
 *
 * @param text as it stands there, with its blanks
 * @param start in the file's unit
 * @param end in the file's unit
 * @param own whether the times are this piece's own; else they are of what holds it
 * @param speaker as the file names them; nobody if it is empty
 * @param mark whether it is a mark of punctuation, which follows the word before it
 * @param group which of the things that hold pieces holds this one
 */
record Piece(
        String text,
        Optional<Fields.Value> start,
        Optional<Fields.Value> end,
        boolean own,
        String speaker,
        boolean mark,
        int group) {
    Piece withText(String other) {
        return new Piece(other, start, end, own, speaker, mark, group);
    }
}
