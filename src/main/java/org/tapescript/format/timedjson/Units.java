package org.tapescript.format.timedjson;

import java.util.List;
import java.util.Optional;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TimedTurns;

/** The unit of a file's times: seconds, unless integers only make sense as hundredths, milliseconds or 100 ns ticks. */
public final class Units {
    private static final double[] PER_SECOND = {1, 100, 1000, 1e7};
    /** Words a second in conversation. */
    private static final double USUAL = 2.5;

    /** Times whose unit the file tells. */
    public static final Units SECONDS = new Units(1);

    private final double unit;

    private Units(double unit) {
        this.unit = unit;
    }

    static Units of(List<Piece> pieces) {
        long words = 0;
        double last = 0;
        for (Piece piece : pieces) {
            if (piece.start().isEmpty()) {
                continue;
            }
            if (piece.start().get().unitKnown()) {
                return SECONDS;
            }
            words += piece.text().strip().split("(?U)\\s+").length;
            last = Math.max(last, piece.end().or(piece::start).get().number());
        }
        return of(words, last);
    }

    /** The unit in which so many words are said until a number, with the pace of people. */
    public static Units of(long words, double last) {
        double best = 1;
        double minimum = Double.POSITIVE_INFINITY;
        for (double per : PER_SECOND) {
            double off = Math.abs(Math.log(Math.max(1, words) * per / Math.max(1, last) / USUAL));
            if (off < minimum) {
                minimum = off;
                best = per;
            }
        }
        return new Units(1 / best);
    }

    public double seconds(double number) {
        return number * unit;
    }

    Optional<TimeSpan> span(Piece piece) {
        if (piece.start().isEmpty()) {
            return Optional.empty();
        }
        double start = seconds(piece.start().get());
        double end = piece.end().map(this::seconds).orElse(start);
        return TimedTurns.span(start, Math.max(start, end));
    }

    private double seconds(Fields.Value value) {
        return value.unitKnown() ? value.number() : seconds(value.number());
    }
}
