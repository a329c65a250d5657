package org.tapescript.format;

import java.util.Locale;
import java.util.Optional;

/** Writes and reads times as clocks show them; hours grow beyond two digits where they must. */
public final class ClockTime {
    private ClockTime() {}

    /** {@code HH:MM:SS} and milliseconds behind a separator, rounded. */
    public static String millis(long micros, char separator) {
        long ms = (micros + 500) / 1000;
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                ms / 3_600_000,
                ms / 60_000 % 60,
                ms / 1000 % 60,
                separator,
                ms % 1000);
    }

    /** {@code HH:MM:SS}, rounded down, as players show it. */
    public static String seconds(double seconds) {
        long s = (long) Math.floor(seconds);
        return String.format(Locale.ROOT, "%02d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }

    /** Seconds of {@code 75}, {@code 1:15}, {@code 1:02:03.5}; nothing if it is not a time. */
    public static Optional<Double> parse(String text) {
        String[] parts = text.strip().replace(',', '.').split(":", -1);
        double seconds = 0;
        try {
            for (String part : parts) {
                double value = Double.parseDouble(part);
                if (!(value >= 0 && value < 1e9)) {
                    return Optional.empty();
                }
                seconds = seconds * 60 + value;
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return parts.length > 3 ? Optional.empty() : Optional.of(seconds);
    }
}
