package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names on lines of their own that only say who is there. */
final class NameLists {
    /** This many consecutive lines that could each be a name are a list, not turns. */
    private static final int MIN_LIST_LENGTH = 8;

    private static final double LISTED = 0.8;

    private final String text;
    private final List<Line> lines;

    NameLists(String text, List<Line> lines) {
        this.text = text;
        this.lines = lines;
    }

    /** Removes names that are only a list: consecutive lines on which hardly any name occurs twice. */
    List<Mark> without(List<Mark> all) {
        Set<String> bare = new HashSet<>();
        all.stream()
                .filter(m -> m.name()
                        .filter(n -> n.length() == lines.get(m.line()).length())
                        .isPresent())
                .forEach(m -> bare.add(m.key()));
        Set<String> keys = new HashSet<>();
        all.forEach(m -> keys.add(m.key()));
        List<Mark> marks = all.stream()
                .filter(m -> !isPresent(m, bare) && !isOfOthers(m, keys))
                .toList();
        List<Mark> result = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= marks.size(); i++) {
            Mark last = marks.get(i - 1);
            boolean follows = i < marks.size()
                    && marks.get(i).line() == last.line() + 1
                    && lines.get(last.line() + 1).blanks() == 0;
            if (!follows) {
                List<Mark> run = marks.subList(from, i);
                long names = run.stream().map(Mark::key).distinct().count();
                boolean list = run.size() >= MIN_LIST_LENGTH
                        && names > LISTED * run.size()
                        && run.stream().noneMatch(Mark::timed);
                result.addAll(list ? List.of() : run);
                from = i;
            }
        }
        return result;
    }

    /** Whether a name with an office behind it is one of a list of those present: what follows is no speech, as it is elsewhere. */
    private boolean isPresent(Mark mark, Set<String> bare) {
        int next = mark.line() + 1;
        boolean office = mark.name()
                .filter(n -> n.length() < lines.get(mark.line()).length())
                .isPresent();
        return office
                && !mark.timed()
                && bare.contains(mark.key())
                && (next == lines.size()
                        || lines.get(next).length() <= NameForm.MAX_LENGTH
                                && !Sentence.ends(lines.get(next).place().of(text)));
    }

    /** Whether a name is made of the names of others, as a line is that says who speaks. */
    private static boolean isOfOthers(Mark mark, Set<String> keys) {
        String[] parts = mark.name().orElse("").split(",\\h*");
        return parts.length > 1
                && !mark.timed()
                && Arrays.stream(parts).map(SpeakerNames::key).allMatch(keys::contains);
    }
}
