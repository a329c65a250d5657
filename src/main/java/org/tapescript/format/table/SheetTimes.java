package org.tapescript.format.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Times as spreadsheets spoil them: minutes and seconds that were typed, as 31:38, become hours and minutes, 31:38:00. Where times would
 * leap from minutes to hours that way, they are taken for what was typed.
 */
final class SheetTimes {
    private static final String SPOILT = "\\d{1,2}:\\d{2}:00";
    private static final int MIN_COUNT = 3;
    /** Seconds that no two turns lie apart. */
    private static final double LEAP = 3 * 3600;

    private SheetTimes() {}

    /**
     * Times of rows, mended where that is needed.
     *
     * @param cells as they are written
     * @param times in seconds, by the letter
     */
    static List<OptionalDouble> mended(List<String> cells, List<OptionalDouble> times) {
        long spoilt = cells.stream().filter(c -> c.matches(SPOILT)).count();
        long full = cells.stream()
                .filter(c -> c.matches("\\d{1,3}:\\d{2}:\\d{2}") && !c.matches(SPOILT))
                .count();
        double last = 0;
        boolean leaps = false;
        for (OptionalDouble time : times) {
            leaps |= time.isPresent() && time.getAsDouble() - last > LEAP;
            last = time.orElse(last);
        }
        if (spoilt < MIN_COUNT || full > 0 || !leaps) {
            return times;
        }
        List<OptionalDouble> mended = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            OptionalDouble time = times.get(i);
            mended.add(
                    cells.get(i).matches(SPOILT) && time.isPresent()
                            ? OptionalDouble.of(time.getAsDouble() / 60)
                            : time);
        }
        return mended;
    }
}
