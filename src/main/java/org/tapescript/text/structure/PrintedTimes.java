package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Transcript.Hint;

/**
 * Times that are printed before, within or behind what is said: each holds until the next. Those that do not fit among the others are
 * left aside.
 */
final class PrintedTimes {
    /** Fewer are no times of a transcript. */
    private static final int MIN_COUNT = 3;
    /** Seconds that the last paragraph is thought to take. */
    private static final double LAST_SECONDS = 60;
    /** A time is before all others if it is earlier by this much, in seconds, and low: then another recording begins. */
    private static final double RESTART = 60;

    private PrintedTimes() {}

    private record Stamp(int place, double seconds, int line) {}

    /**
     * Rough times of the stretches between printed times; none if there are few.
     *
     * @param doubts to which those are added that go back
     */
    static List<Hint> of(String text, List<Passage> passages, List<Doubt> doubts) {
        List<Stamp> stamps = new ArrayList<>();
        int speech = -1;
        for (Passage passage : passages) {
            stamps(text, passage, stamps);
            speech = speech < 0 && passage.furniture.isEmpty() && passage.mark.isPresent() ? passage.start : speech;
        }
        List<Hint> hints = new ArrayList<>();
        List<List<Stamp>> recordings = recordings(stamps);
        for (int r = 0; r < recordings.size(); r++) {
            List<Stamp> all = recordings.get(r);
            List<Stamp> kept = growing(all);
            if (kept.size() < MIN_COUNT) {
                continue;
            }
            all.stream()
                    .filter(s -> !kept.contains(s))
                    .limit(MIN_COUNT)
                    .forEach(s ->
                            doubts.add(new Doubt(s.line, DoubtCode.TIME_GOES_BACK, List.of(clock(s.seconds)), 0.3)));
            int end = r + 1 < recordings.size() ? recordings.get(r + 1).get(0).place : text.length();
            int from = r == 0 && speech >= 0 ? speech : kept.get(0).place;
            if (from < kept.get(0).place && kept.get(0).seconds > 0) {
                hints.add(new Hint(
                        new CharSpan(from, kept.get(0).place), TimeSpan.ofSeconds(0, kept.get(0).seconds), false));
            }
            add(kept, end, r, hints);
        }
        return hints;
    }

    /** Each of a recording's times holds until the next. */
    private static void add(List<Stamp> kept, int all, int recording, List<Hint> hints) {
        for (int i = 0; i < kept.size(); i++) {
            boolean last = i + 1 == kept.size();
            int end = last ? all : kept.get(i + 1).place;
            double until = last ? kept.get(i).seconds + LAST_SECONDS : kept.get(i + 1).seconds;
            if (end > kept.get(i).place) {
                hints.add(new Hint(
                        new CharSpan(kept.get(i).place, end),
                        TimeSpan.ofSeconds(kept.get(i).seconds, until),
                        false,
                        recording));
            }
        }
    }

    private static String clock(double seconds) {
        long whole = (long) seconds;
        return String.format("%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    private static void stamps(String text, Passage passage, List<Stamp> stamps) {
        int at = passage.start;
        while (at < passage.end) {
            char c = text.charAt(at);
            boolean label = (at < passage.speech || passage.block().cell().isPresent() && at == passage.start)
                    && Character.isDigit(c)
                    && (at == passage.start || !Character.isLetterOrDigit(text.charAt(at - 1)));
            boolean bracket = "[(<{#（".indexOf(c) >= 0;
            Optional<TimeCode> code = label || bracket ? TimeCode.at(text, at, passage.end) : Optional.empty();
            if (code.isPresent() && (code.get().bracketed() || label)) {
                if (code.get().seconds().isPresent()) {
                    stamps.add(new Stamp(
                            at,
                            code.get().seconds().getAsDouble(),
                            passage.first.block().line()));
                }
                at = code.get().end();
            } else {
                at++;
            }
        }
    }

    /** Times by the recording that they belong to: one ends where they begin anew near 0 and go on growing there. */
    private static List<List<Stamp>> recordings(List<Stamp> stamps) {
        List<List<Stamp>> result = new ArrayList<>();
        int from = 0;
        for (int i = MIN_COUNT; i + 1 < stamps.size(); i++) {
            double time = stamps.get(i).seconds;
            boolean low = time < RESTART && time + RESTART < stamps.get(i - 1).seconds;
            if (i - from >= MIN_COUNT
                    && low
                    && stamps.get(i + 1).seconds >= time
                    && stamps.get(i + 1).seconds < stamps.get(i - 1).seconds) {
                result.add(stamps.subList(from, i));
                from = i;
            }
        }
        if (from < stamps.size()) {
            result.add(stamps.subList(from, stamps.size()));
        }
        return result;
    }

    /** The longest row of times that never go back (Fredman 1975: patience sorting). */
    private static List<Stamp> growing(List<Stamp> stamps) {
        int n = stamps.size();
        int[] tails = new int[n];
        int[] before = new int[n];
        int length = 0;
        for (int i = 0; i < n; i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) / 2;
                if (stamps.get(tails[middle]).seconds <= stamps.get(i).seconds) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low > 0 ? tails[low - 1] : -1;
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        Stamp[] result = new Stamp[length];
        for (int i = length > 0 ? tails[length - 1] : -1, k = length - 1; i >= 0; i = before[i], k--) {
            result[k] = stamps.get(i);
        }
        return Arrays.asList(result);
    }
}
