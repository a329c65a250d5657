package org.tapescript.format.cue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tapescript.domain.TimeSpan;

/**
 * Captions that roll up show a line two or three times, or word after word: each is taken once, when it is first shown. A line that is
 * merely said twice stays, for whether captions roll is seen from all of them.
 */
final class RollingCaptions {
    /** Share of cues that begin with what the one before shows. */
    private static final double MOSTLY = 0.3;
    /** Seconds between cues of a caption that stays on. */
    private static final double GAP = 0.2;

    private RollingCaptions() {}

    static List<Cue> once(List<Cue> cues) {
        List<Cue> distinct = distinct(cues);
        int pairs = 0;
        int rolling = 0;
        for (int i = 1; i < distinct.size(); i++) {
            pairs += isTimed(distinct.get(i)) ? 1 : 0;
            rolling += overlap(distinct.get(i - 1), distinct.get(i)) > 0 ? 1 : 0;
        }
        return rolling < 2 || rolling < MOSTLY * pairs ? distinct : rolledUp(distinct);
    }

    /** Lines of the same words at the same time, as shadows and outlines are made in some formats, are one. */
    private static List<Cue> distinct(List<Cue> cues) {
        List<Cue> result = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        Optional<TimeSpan> time = Optional.empty();
        for (Cue cue : cues) {
            if (cue.time().isEmpty() || !cue.time().equals(time)) {
                shown.clear();
                time = cue.time();
            }
            Set<String> before = Set.copyOf(shown);
            List<Cue.Line> lines = cue.lines().stream()
                    .filter(l -> !l.text().isBlank())
                    .filter(l -> !before.contains(l.speaker() + "\t" + l.text()))
                    .toList();
            lines.forEach(l -> shown.add(l.speaker() + "\t" + l.text()));
            if (!lines.isEmpty()) {
                result.add(new Cue(cue.time(), lines));
            }
        }
        return result;
    }

    private static boolean isTimed(Cue cue) {
        return cue.time().isPresent();
    }

    private static List<Cue> rolledUp(List<Cue> cues) {
        List<Cue> result = new ArrayList<>();
        for (int i = 0; i < cues.size(); i++) {
            int shown = i == 0 ? 0 : overlap(cues.get(i - 1), cues.get(i));
            result.add(shown == 0 ? cues.get(i) : without(cues.get(i), shown));
        }
        return result;
    }

    private static List<String> words(Cue cue) {
        return cue.lines().stream()
                .flatMap(l -> Arrays.stream(l.text().strip().split("(?U)\\s+")))
                .toList();
    }

    /**
     * How many words of a cue its forerunner shows already: those from the beginning of one of its lines to its end, with which the cue
     * begins.
     */
    private static int overlap(Cue before, Cue cue) {
        if (before.time().isEmpty()
                || cue.time().isEmpty()
                || Math.abs(cue.time().get().startSeconds()
                                - before.time().get().endSeconds())
                        > GAP) {
            return 0;
        }
        List<String> shown = words(before);
        List<String> words = words(cue);
        int from = 0;
        for (Cue.Line line : before.lines()) {
            int n = shown.size() - from;
            if (n <= words.size() && shown.subList(from, shown.size()).equals(words.subList(0, n))) {
                return n;
            }
            from += line.text().strip().split("(?U)\\s+").length;
        }
        return 0;
    }

    private static Cue without(Cue cue, int count) {
        List<Cue.Line> lines = new ArrayList<>();
        int left = count;
        for (Cue.Line line : cue.lines()) {
            String[] words = line.text().strip().split("(?U)\\s+");
            int drop = Math.min(left, words.length);
            left -= drop;
            if (drop < words.length) {
                lines.add(new Cue.Line(
                        line.speaker(),
                        String.join(" ", Arrays.copyOfRange(words, drop, words.length)),
                        line.words().size() == words.length ? line.words().subList(drop, words.length) : line.words()));
            }
        }
        return new Cue(cue.time(), lines);
    }
}
