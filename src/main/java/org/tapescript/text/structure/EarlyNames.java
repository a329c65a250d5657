package org.tapescript.text.structure;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that occur once, before anybody speaks who does so again: several of them list what was said, or who is there. */
final class EarlyNames {
    /** So many make a list. */
    private static final int LISTED = 4;
    /** Whoever opens a meeting says this much more than a line of the list has. */
    private static final int LONGER = 3;

    private EarlyNames() {}

    /**
     * Those that open no turn: all, but for the last if much stands behind it.
     *
     * @param begins line of the first name that recurs
     */
    static Set<Mark> listed(Collection<List<Mark>> byName, int begins, List<Line> lines) {
        List<Mark> early = byName.stream()
                .filter(of -> of.size() == 1)
                .map(of -> of.get(0))
                .filter(m -> !m.inner() && m.line() < begins)
                .sorted(Comparator.comparingInt(Mark::line))
                .toList();
        if (early.size() < LISTED) {
            return Set.of();
        }
        Set<Mark> listed = new HashSet<>(early);
        Mark last = early.get(early.size() - 1);
        int[] lengths = early.subList(0, early.size() - 1).stream()
                .mapToInt(m -> lines.get(m.line()).length())
                .sorted()
                .toArray();
        int behind = lines.get(begins).place().start() - last.end();
        if (behind > LONGER * lengths[lengths.length / 2]) {
            listed.remove(last);
        }
        return listed;
    }
}
