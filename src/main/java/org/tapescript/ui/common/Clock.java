package org.tapescript.ui.common;

import java.util.Locale;

/** Times as people read them in the window. */
public final class Clock {
    private Clock() {}

    /** As {@code 1:02:03} or {@code 2:03}. */
    public static String brief(double seconds) {
        long s = (long) Math.max(0, seconds);
        return s >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60);
    }

    /** As {@code 01:02:03.4}. */
    public static String tenths(double seconds) {
        long t = Math.round(Math.max(0, seconds) * 10);
        return String.format(Locale.ROOT, "%02d:%02d:%02d.%d", t / 36000, t / 600 % 60, t / 10 % 60, t % 10);
    }

    /** As {@code 2:03.4567}, with so many digits after the point, {@code 1:02:03.4567} from an hour on. */
    public static String precise(double seconds, int digits) {
        double s = Math.max(0, seconds);
        String rest = String.format(Locale.ROOT, "%0" + (digits + 3) + "." + digits + "f", s % 60);
        return s >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%s", (long) s / 3600, (long) s / 60 % 60, rest)
                : String.format(Locale.ROOT, "%d:%s", (long) s / 60, rest);
    }
}
