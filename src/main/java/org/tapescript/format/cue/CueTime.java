package org.tapescript.format.cue;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of subtitles as people and programs write them: with blanks, any separator before the fraction, frames, or no fraction at all. */
public final class CueTime {
    private static final String CLOCK =
            "(?:\\d{1,4}\\h*[:;]\\h*)?\\d{1,3}\\h*[:;]\\h*\\d{1,2}(?:\\h*[.,:;]\\h*\\d{1,6})?|\\d{1,6}[.,]\\d{1,6}";
    /** A time that stands for itself. */
    static final String ANY = "(?:" + CLOCK + ")";

    private static final Pattern PARTS =
            Pattern.compile("(?:(?:(\\d{1,4})[:;])?(\\d{1,3})[:;])?(\\d{1,6})(?:([.,:;])(\\d{1,6}))?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,4}[:;]\\d{1,3}[:;]\\d{1,2}");
    private static final Pattern BLANKS = Pattern.compile("\\h+");
    private static final int FRAMES = 25;

    private CueTime() {}

    /** Seconds of a time; nothing if it is none. Two digits behind a third colon are frames, three are thousandths. */
    public static OptionalDouble seconds(String time) {
        String bare = BLANKS.matcher(time).replaceAll("");
        Matcher m = PARTS.matcher(bare);
        // The last of three numbers between colons is seconds, not a fraction.
        long colons = bare.chars().filter(c -> c == ':' || c == ';').count();
        if (colons == 2 && WHOLE.matcher(bare).matches()) {
            String[] n = bare.split("[:;]");
            return OptionalDouble.of(
                    3600 * Double.parseDouble(n[0]) + 60 * Double.parseDouble(n[1]) + Double.parseDouble(n[2]));
        }
        if (!m.matches()) {
            return OptionalDouble.empty();
        }
        double fraction = 0;
        if (m.group(5) != null) {
            boolean frames = (m.group(4).equals(":") || m.group(4).equals(";"))
                    && m.group(5).length() < 3;
            fraction = frames ? Double.parseDouble(m.group(5)) / FRAMES : Double.parseDouble("0." + m.group(5));
        }
        return OptionalDouble.of(3600 * number(m.group(1)) + 60 * number(m.group(2)) + number(m.group(3)) + fraction);
    }

    private static double number(String text) {
        return text == null ? 0 : Double.parseDouble(text);
    }
}
