package org.tapescript.format.cue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Subtitles that nearly all begin with a speaker's name on a line of its own, without a sign behind it. */
final class NameLines {
    private static final double NEARLY_ALL = 0.8;
    private static final double MOSTLY = 0.75;
    private static final int MIN_COUNT = 4;
    /** Of the name of somebody who speaks once. */
    private static final int MOST_WORDS = 3;

    private static final Pattern NAME =
            Pattern.compile("[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}\\p{N}.'’_ -]{0,40}[\\p{L}\\p{M}\\p{N}]");

    private NameLines() {}

    /** The subtitles with the names beside their text, if that is how they are; else as they are. */
    static List<Cue> voiced(List<Cue> cues) {
        Map<String, Integer> names = new HashMap<>();
        int filled = 0;
        int named = 0;
        for (Cue cue : cues) {
            filled += cue.lines().isEmpty() ? 0 : 1;
            if (isNamed(cue)) {
                named++;
                names.merge(cue.lines().get(0).text(), 1, Integer::sum);
            }
        }
        int recurring =
                names.values().stream().filter(n -> n > 1).mapToInt(n -> n).sum();
        boolean recur = names.size() * 2 <= named || recurring >= MOSTLY * named;
        if (named < MIN_COUNT || named < NEARLY_ALL * filled || !recur) {
            return cues;
        }
        // Whoever speaks once is named in the same way as the others, if those leave no doubt of it.
        boolean once = named == filled || recurring >= NEARLY_ALL * filled;
        return cues.stream()
                .map(cue -> isNamed(cue)
                                && (names.get(cue.lines().get(0).text()) > 1
                                        || once && isShort(cue.lines().get(0).text()))
                        ? voiced(cue)
                        : cue)
                .toList();
    }

    private static boolean isShort(String name) {
        return name.split(" ").length <= MOST_WORDS;
    }

    /** Removes cues that only contain the speaker's label, as noScribe's editor writes before each turn, and uses that label as the voice. */
    static List<Cue> unlabelled(List<Cue> cues) {
        long labels = cues.stream().filter(c -> label(c).isPresent()).count();
        if (labels < 2) {
            return cues;
        }
        Map<String, String> names = new HashMap<>();
        List<Cue> result = new ArrayList<>();
        for (Cue cue : cues) {
            Optional<String> label = label(cue);
            if (label.isPresent()) {
                names.put(cue.lines().get(0).speaker(), label.get());
            } else {
                result.add(new Cue(
                        cue.time(),
                        cue.lines().stream()
                                .map(l ->
                                        new Cue.Line(names.getOrDefault(l.speaker(), l.speaker()), l.text(), l.words()))
                                .toList()));
            }
        }
        return result;
    }

    private static Optional<String> label(Cue cue) {
        if (cue.lines().size() != 1 || cue.lines().get(0).speaker().isBlank()) {
            return Optional.empty();
        }
        String text = cue.lines().get(0).text();
        String name = text.endsWith(":") ? text.substring(0, text.length() - 1).strip() : "";
        return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }

    private static boolean isNamed(Cue cue) {
        return cue.lines().size() > 1
                && cue.lines().stream().allMatch(l -> l.speaker().isEmpty())
                && cue.lines().get(0).words().isEmpty()
                && NAME.matcher(cue.lines().get(0).text()).matches();
    }

    private static Cue voiced(Cue cue) {
        String name = cue.lines().get(0).text();
        return new Cue(
                cue.time(),
                cue.lines().stream()
                        .skip(1)
                        .map(l -> new Cue.Line(name, l.text(), l.words()))
                        .toList());
    }
}
