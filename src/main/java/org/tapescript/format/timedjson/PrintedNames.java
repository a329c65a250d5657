package org.tapescript.format.timedjson;

import java.util.List;

/** Speakers' names that a file prints before what is said though it has them in fields of their own: {@code "text": "Mr. HOLT. I do."} */
final class PrintedNames {
    private static final double MOSTLY = 0.8;

    private PrintedNames() {}

    /** The pieces without the names, if nearly all that have a speaker begin so. */
    static List<Piece> without(List<Piece> pieces) {
        long named = pieces.stream().filter(p -> !p.speaker().isEmpty()).count();
        long printed = pieces.stream().filter(p -> end(p) > 0).count();
        return printed < 2 || printed < MOSTLY * named
                ? pieces
                : pieces.stream().map(PrintedNames::bare).toList();
    }

    private static Piece bare(Piece piece) {
        int end = end(piece);
        return end == 0
                ? piece
                : piece.withText(piece.text().strip().substring(end).strip());
    }

    /** Where the name ends with the sign behind it; 0 if the text begins otherwise. */
    private static int end(Piece piece) {
        String text = piece.text().strip();
        int end = piece.speaker().length();
        boolean named = end > 0 && text.startsWith(piece.speaker()) && text.length() > end + 1;
        return named && ".:".indexOf(text.charAt(end)) >= 0 && Character.isWhitespace(text.charAt(end + 1))
                ? end + 1
                : 0;
    }
}
