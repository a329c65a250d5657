package org.tapescript.text.structure;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time that a transcript prints: bare or in brackets, as a range, with frames, with a date before it, or spelled out.
 *
 * @param start where it begins, as an offset into the text
 * @param end behind it and its brackets
 * @param seconds of the tape; nothing for a time of day, which a date tells
 * @param until where a range ends, in seconds
 * @param bracketed whether brackets or number signs hold it, so that nobody says it
 */
record TimeCode(int start, int end, OptionalDouble seconds, OptionalDouble until, boolean bracketed) {
    private static final String CLOCK = "(?:(?:\\d{1,3}[:;])?\\d{1,3}[:;]\\d{2}(?:[.,]\\d{1,7}|[:;]\\d{2}(?!\\d))?"
            + "|\\d{1,2}:\\d{1,2}:\\d{1,2}[.,]\\d{1,7})";
    private static final String DATE =
            "(?:\\d{1,4}[./-](?:\\d{1,2}|\\p{L}{3,9})[./-]\\d{1,4}|\\d{1,2}\\.?\\h\\p{L}{3,9}\\.?,?\\h\\d{4})(?:,?\\h+|T(?=\\d))";
    /** Transana keeps its own count of milliseconds before each time. */
    private static final String COUNT = "(?:¤<\\d{1,10}>)?+";

    private static final String ARROW = "\\h*(?:-{1,2}\\h?>|→|[–—-]|to|bis)\\h*";
    /** The number of a tape in front of its times: {@code 02-00:14:31}. */
    private static final String TAPE = "(?:\\d{1,2}-(?=\\d{1,2}:\\d{2}:\\d{2}))?+";

    private static final Pattern PLAIN = Pattern.compile(COUNT + "(?<open>[\\[(<{（【]?+)\\h*(?:T:\\h*)?"
            + TAPE + "(?<date>" + DATE + ")?+(?<clock>" + CLOCK + ")(?:\\h?[AaPp]\\.?[Mm]\\b\\.?)?"
            + "(?:" + ARROW + "(?<until>" + CLOCK + "))?+(?!\\d)\\h*(?<close>[\\])>}）】]?)");
    private static final Pattern F4 = Pattern.compile("#(?<clock>" + CLOCK + ")(?:-\\d{1,3})?#");
    private static final Pattern SPELLED = spelled();

    /** With letters right behind the numbers: {@code [1h02m03s]}, {@code [4s]}; without brackets, minutes and seconds. */
    private static final Pattern LETTERS = Pattern.compile("(?<open>[\\[(<]?+)(?:(?<hours>\\d{1,2})h\\h?)?"
            + "(?:(?<minutes>\\d{1,3})m(?:in)?\\h?)?(?<seconds>\\d{1,5}(?:\\.\\d{1,3})?)s\\b(?<close>[\\])>]?)");

    private static Pattern spelled() {
        String unit = "\\h?(?:" + String.join("|", WordLists.of("units")) + ")\\b\\.?";
        String part = "(\\d{1,4})" + unit;
        return Pattern.compile("(?iU)(?<open>[\\[(<]?+)\\h*(?:T:\\h*)?" + part + "(?:[\\h,]*" + part + ")?(?:[\\h,]*"
                + part + ")?\\h*(?<close>[\\])>]?)");
    }

    /** The time that begins exactly at a place, if one does. */
    static Optional<TimeCode> at(CharSequence text, int from, int to) {
        char first = from < to ? text.charAt(from) : ' ';
        if (first == '#') {
            Matcher f4 = F4.matcher(text).region(from, to);
            return f4.lookingAt()
                    ? Optional.of(new TimeCode(
                            from,
                            f4.end(),
                            OptionalDouble.of(seconds(f4.group("clock"))),
                            OptionalDouble.empty(),
                            true))
                    : Optional.empty();
        }
        if (!Character.isDigit(first) && "[(<{（【¤".indexOf(first) < 0) {
            return Optional.empty();
        }
        Matcher m = PLAIN.matcher(text).region(from, to);
        if (m.lookingAt() && closes(m.group("open"), m.group("close"))) {
            return Optional.of(new TimeCode(
                    from,
                    m.end(),
                    m.group("date") == null ? OptionalDouble.of(seconds(m.group("clock"))) : OptionalDouble.empty(),
                    m.group("until") == null ? OptionalDouble.empty() : OptionalDouble.of(seconds(m.group("until"))),
                    !m.group("open").isEmpty()));
        }
        Matcher letters = LETTERS.matcher(text).region(from, to);
        if (letters.lookingAt()
                && closes(letters.group("open"), letters.group("close"))
                && (letters.group("minutes") != null || !letters.group("open").isEmpty())) {
            double seconds = part(letters, "hours") * 3600 + part(letters, "minutes") * 60 + part(letters, "seconds");
            return Optional.of(new TimeCode(
                    from,
                    letters.end(),
                    OptionalDouble.of(seconds),
                    OptionalDouble.empty(),
                    !letters.group("open").isEmpty()));
        }
        Matcher s = SPELLED.matcher(text).region(from, to);
        if (s.lookingAt() && closes(s.group("open"), s.group("close"))) {
            return Optional.of(new TimeCode(
                    from,
                    s.end(),
                    OptionalDouble.of(spelledSeconds(s)),
                    OptionalDouble.empty(),
                    !s.group("open").isEmpty()));
        }
        return Optional.empty();
    }

    private static double part(Matcher m, String group) {
        return m.group(group) == null ? 0 : Double.parseDouble(m.group(group));
    }

    private static boolean closes(String open, String close) {
        return open.isEmpty() ? close.isEmpty() : !close.isEmpty() && "[](){}<>（）【】".contains(open + close);
    }

    private static double spelledSeconds(Matcher m) {
        double total = 0;
        for (String part : m.group().toLowerCase(java.util.Locale.ROOT).split("(?<=[\\p{L}.])(?=[\\h,]*\\d)")) {
            String unit = part.replaceAll("[^\\p{L}]", "");
            String digits = part.replaceAll("\\D", "");
            double value = digits.isEmpty() ? 0 : Double.parseDouble(digits);
            char first =
                    unit.startsWith("t") && unit.length() > 1 ? unit.charAt(1) : unit.isEmpty() ? 's' : unit.charAt(0);
            total += value
                    * ("hoч".indexOf(first) >= 0 || unit.startsWith("st")
                            ? 3600
                            : first == 'm' || first == 'м' ? 60 : 1);
        }
        return total;
    }

    private static double seconds(String clock) {
        String[] parts =
                clock.replace(';', ':').replace(',', '.').replaceAll("\\h", "").split(":");
        if (parts.length == 4) {
            // The last part counts video frames, of which few make a second; their number is not known here.
            parts = new String[] {parts[0], parts[1], parts[2]};
        }
        double result = 0;
        for (String part : parts) {
            result = result * 60 + Double.parseDouble(part);
        }
        return result;
    }
}
