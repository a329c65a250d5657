package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What others say meanwhile, between double slashes within a turn, as noScribe and German conventions have it: {@code I was //B: Really?//
 * seven then.} Behind it the turn goes on.
 */
final class Interjections {
    private static final Pattern OPENS = Pattern.compile("//\\h?(?=[^/\\v])");
    private static final Pattern NAMED =
            Pattern.compile("//\\h?([\\p{L}\\p{N}][^/:\\v]{0,30}):\\h*([^/\\v]*(?:/[^/\\v]+)*)(//\\h*)?");

    private Interjections() {}

    /** The marks of a line and those of its interjections; only a name before a colon at its head tells who goes on. */
    static List<Mark> added(List<Mark> marks, String text, int index, Line line) {
        Optional<Mark> head = marks.stream()
                .filter(m -> m.scheme() == Scheme.COLON && !m.inner())
                .findFirst();
        String own = line.place().of(text);
        if (head.isEmpty() || !OPENS.matcher(own).find()) {
            return marks;
        }
        List<Mark> result = new ArrayList<>(marks);
        result.removeIf(m -> m.inner() && text.startsWith("//", m.start()));
        Matcher m = NAMED.matcher(own);
        int at = line.place().start();
        while (m.find()) {
            result.add(inner(index, at + m.start(), at + m.start(2), m.group(1)));
            if (m.group(3) != null && m.end() < own.length()) {
                result.add(inner(
                        index, at + m.start(3), at + m.end(), head.get().name().orElse("")));
            }
        }
        return result;
    }

    private static Mark inner(int line, int start, int end, String name) {
        return new Mark(Scheme.COLON, line, start, end, end, Optional.of(name), NameForm.of(name), true, false, false);
    }
}
