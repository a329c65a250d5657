package org.tapescript.text.structure;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that occur once, before anybody speaks who does so again: paragraph by paragraph, they list what was said, or who is there. */
final class EarlyNames {
    /** So many make a list. */
    private static final int LISTED = 4;
    /** Whoever opens a meeting says this much more than a line of the list has. */
    private static final int LONGER = 3;

    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");

    private final String text;
    private final List<Line> lines;
    private final Candidates candidates;

    EarlyNames(String text, List<Line> lines, Candidates candidates) {
        this.text = text;
        this.lines = lines;
        this.candidates = candidates;
    }

    /**
     * Those that open no turn: before numbers, and all where there is a list, but for the last if much stands behind it.
     *
     * @param begins line of the first name that recurs
     */
    Set<Mark> listed(Collection<List<Mark>> byName, int begins) {
        List<Mark> early = byName.stream()
                .filter(of -> of.size() == 1)
                .map(of -> of.get(0))
                .filter(m -> !m.inner() && m.line() < begins && !isSure(m))
                .sorted(Comparator.comparingInt(Mark::line))
                .toList();
        Set<Mark> result = new HashSet<>();
        early.stream().filter(m -> !isSpeech(m)).forEach(result::add);
        Set<Mark> listed = new HashSet<>();
        for (int i = 1; i < early.size(); i++) {
            if (follows(early.get(i - 1), early.get(i))) {
                listed.add(early.get(i - 1));
                listed.add(early.get(i));
            }
        }
        if (listed.size() >= LISTED) {
            Mark last = early.get(early.size() - 1);
            listed.addAll(early);
            int[] lengths = listed.stream()
                    .filter(m -> m != last)
                    .mapToInt(m -> lines.get(m.line()).length())
                    .sorted()
                    .toArray();
            int behind = lines.get(begins).place().start() - last.end();
            if (behind > LONGER * lengths[lengths.length / 2]) {
                listed.remove(last);
            }
            result.addAll(listed);
        }
        return result;
    }

    private static boolean isSure(Mark mark) {
        return mark.form()
                .filter(f -> f == NameForm.ROLE || f == NameForm.ADDRESS)
                .isPresent();
    }

    /** Whether a word stands behind it, and not only a number or a date. */
    private boolean isSpeech(Mark mark) {
        int end = Math.max(mark.end(), lines.get(mark.line()).place().end());
        return mark.alone() || WORD.matcher(text).region(mark.end(), end).find();
    }

    /** Whether no paragraph stands between two. */
    private boolean follows(Mark one, Mark other) {
        return candidates.beginnings(one.line(), other.line()) <= 1;
    }
}
