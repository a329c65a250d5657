package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines that say what somebody is, below the name: the same line below the same name, each time. */
final class OfficeLines {
    private static final int MAX_LENGTH = 90;
    /** People of whom that is said, of whom it is a habit. */
    private static final int PEOPLE = 2;

    private OfficeLines() {}

    static List<Integer> find(String text, List<Line> lines) {
        Map<String, List<Integer>> below = new HashMap<>();
        for (int i = 0; i + 2 < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.isFree()
                    && line.length() > 0
                    && line.length() <= NameForm.MAX_LENGTH
                    && Character.isUpperCase(text.charAt(line.place().start()))) {
                below.computeIfAbsent(line.place().of(text), n -> new ArrayList<>())
                        .add(i + 1);
            }
        }
        List<Integer> found = new ArrayList<>();
        int people = 0;
        for (Map.Entry<String, List<Integer>> e : below.entrySet()) {
            List<Integer> places = e.getValue();
            if (places.size() > 1
                    && places.stream().allMatch(i -> isOffice(text, lines, i))
                    && places.stream()
                                    .map(i -> lines.get(i).place().of(text))
                                    .distinct()
                                    .count()
                            == 1
                    && isPerson(e.getKey())) {
                people++;
                found.addAll(places);
            }
        }
        return people >= PEOPLE ? found : List.of();
    }

    private static boolean isPerson(String name) {
        return NameForm.of(name).filter(NameForm::isWrittenInFull).isPresent();
    }

    /** Whether a line stands directly between a name and what is said, and is no sentence. */
    private static boolean isOffice(String text, List<Line> lines, int i) {
        Line line = lines.get(i);
        String content = line.place().of(text);
        return line.isFree()
                && line.blanks() == 0
                && lines.get(i + 1).blanks() == 0
                && line.length() <= MAX_LENGTH
                && !content.isEmpty()
                && Character.isUpperCase(content.codePointAt(0))
                && content.indexOf(':') < 0
                && !Sentence.ends(content);
    }
}
