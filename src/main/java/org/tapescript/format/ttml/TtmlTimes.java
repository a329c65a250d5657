package org.tapescript.format.ttml;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TimedTurns;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Time expressions of TTML (TTML 2, 12.3.1) and variants found in practice: commas for points, seconds without their unit. */
final class TtmlTimes {
    private static final Pattern CLOCK =
            Pattern.compile("(?:(\\d{1,6}):)?(\\d{1,2}):(\\d{1,2}(?:[.,]\\d+)?)(?::(\\d+(?:\\.\\d+)?))?");
    private static final Pattern OFFSET = Pattern.compile("(\\d+(?:[.,]\\d+)?)(h|m|s|ms|f|t)?");
    private static final double USUAL_RATE = 30;

    private final double rate;
    private final double ticks;

    private TtmlTimes(double rate, double ticks) {
        this.rate = rate;
        this.ticks = ticks;
    }

    /** As a document's root says, in whichever of the namespaces that this had. */
    static TtmlTimes of(Element root) {
        double nominal = parameter(root, "frameRate", USUAL_RATE);
        String[] multiplier = parameter(root, "frameRateMultiplier").strip().split("[\\s:]+");
        double factor = multiplier.length == 2 ? number(multiplier[0], 1) / number(multiplier[1], 1) : 1;
        double rate = nominal * (factor > 0 ? factor : 1);
        return new TtmlTimes(rate, parameter(root, "tickRate", parameter(root, "frameRate", 1)));
    }

    private static double parameter(Element root, String name, double otherwise) {
        return number(parameter(root, name), otherwise);
    }

    private static String parameter(Element root, String name) {
        for (int i = 0; i < root.getAttributes().getLength(); i++) {
            Node attribute = root.getAttributes().item(i);
            if (name.equals(attribute.getLocalName())) {
                return attribute.getNodeValue();
            }
        }
        return "";
    }

    /** When an element is shown: nothing is known of an end that is infinite. */
    record Interval(double start, double end) {
        static final Interval ALL = new Interval(0, Double.POSITIVE_INFINITY);

        Optional<TimeSpan> span() {
            return TimedTurns.span(start, end);
        }

        /** What is left of this when another is over. */
        Interval after(Interval other) {
            return new Interval(Double.isInfinite(other.end) ? start : other.end, end);
        }
    }

    boolean isTimed(Element element) {
        return !element.getAttribute("begin").isEmpty();
    }

    /** Times of paragraphs are counted from what holds them; but where that would leave it, they were meant from the beginning on. */
    Interval of(Element element, Interval parent) {
        OptionalDouble begin = seconds(element.getAttribute("begin"));
        OptionalDouble end = seconds(element.getAttribute("end"));
        OptionalDouble length = seconds(element.getAttribute("dur"));
        if (begin.isEmpty() && end.isEmpty() && length.isEmpty()) {
            return parent;
        }
        // Spans of words have their times from the beginning on, or from their paragraph's: those that lie within it
        // are the former.
        boolean absolute = begin.orElse(0) >= parent.start && parent.start > 0 && begin.orElse(0) <= parent.end;
        double zero = absolute ? 0 : parent.start;
        double start = zero + begin.orElse(0);
        double until = end.isPresent()
                ? zero + end.getAsDouble()
                : length.isPresent() ? start + length.getAsDouble() : parent.end;
        return new Interval(start, Math.max(start, until));
    }

    private static double number(String text, double otherwise) {
        try {
            double value = text.isBlank() ? otherwise : Double.parseDouble(text.strip());
            return value > 0 && value < 1e9 ? value : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private OptionalDouble seconds(String text) {
        Matcher clock = CLOCK.matcher(text.strip());
        if (clock.matches()) {
            double frames = clock.group(4) == null ? 0 : Double.parseDouble(clock.group(4)) / rate;
            return OptionalDouble.of(3600 * (clock.group(1) == null ? 0 : Double.parseDouble(clock.group(1)))
                    + 60 * Double.parseDouble(clock.group(2))
                    + Double.parseDouble(clock.group(3).replace(',', '.'))
                    + frames);
        }
        Matcher offset = OFFSET.matcher(text.strip());
        if (!offset.matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(offset.group(1).replace(',', '.'));
        return OptionalDouble.of(
                switch (offset.group(2) == null ? "s" : offset.group(2)) {
                    case "h" -> value * 3600;
                    case "m" -> value * 60;
                    case "ms" -> value / 1000;
                    case "f" -> value / rate;
                    case "t" -> value / ticks;
                    default -> value;
                });
    }
}
