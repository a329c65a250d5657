package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tapescript.domain.Block.Cell;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;
import org.tapescript.domain.Reading;

/**
 * Recognises the columns of tables by their cells: who speaks, when, and what is said.
 *
 * @param choices which columns of a table hold what is said, where several might
 * @param marks of turns, by lines
 * @param aside lines of cells that nobody says
 * @param doubts whether the right column was taken
 */
record Tables(List<Mark> marks, Map<Integer, Furniture.Kind> aside, List<Doubt> doubts, List<Reading.Choice> choices) {
    private static final double MOSTLY = 0.7;
    private static final int MAX_NAME_WORDS = 6;
    private static final int MIN_WORDS = 2;
    /** A column asks if at least this share of its cells does. */
    private static final double ASKING = 0.6;
    /** A second column with at least this share of the words of the first is taken for a translation. */
    private static final double TWIN = 0.5;
    /** Share of the text that tables must hold to be what is said. */
    private static final double SHARE = 0.5;

    /** There are none that hold what is said, whatever stands in their cells. */
    static final Tables NONE = new Tables(List.of(), Map.of(), List.of(), List.of());

    private record Entry(int line, int row, String text) {}

    private record Columns(int speaker, int text, List<Integer> twins) {}

    static Tables of(String text, List<Line> lines, List<String> told) {
        Map<Integer, Map<Integer, List<Entry>>> tables = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Optional<Cell> cell = lines.get(i).block().cell();
            if (cell.isPresent()) {
                tables.computeIfAbsent(cell.get().table(), t -> new TreeMap<>())
                        .computeIfAbsent(cell.get().column(), c -> new ArrayList<>())
                        .add(new Entry(i, cell.get().row(), lines.get(i).place().of(text)));
            }
        }
        Tables result = new Tables(new ArrayList<>(), new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        tables.values().forEach(t -> result.read(t, lines, told));
        for (String name : told) {
            boolean known = tables.values().stream()
                    .flatMap(t -> t.entrySet().stream())
                    .anyMatch(e -> isColumn(name, e.getKey(), e.getValue()));
            if (!known && !tables.isEmpty()) {
                result.doubts.add(new Doubt(1, DoubtCode.UNUSED_COLUMN, List.of(name), 0.9));
            }
        }
        return told.isEmpty() && result.isSmall(lines) ? NONE : result;
    }

    /** Whether the tables hold so little of the text that they are heads of pages or figures in it, and what is said stands elsewhere. */
    private boolean isSmall(List<Line> lines) {
        int all = 0;
        int within = 0;
        for (Line line : lines) {
            int length = line.length();
            all += length;
            within += line.block().cell().isPresent() ? length : 0;
        }
        return within < SHARE * all;
    }

    private void read(Map<Integer, List<Entry>> table, List<Line> lines, List<String> told) {
        int rows = (int) table.values().stream()
                .flatMap(List::stream)
                .mapToInt(Entry::row)
                .distinct()
                .count();
        if (table.size() < 2 || rows < 2) {
            return;
        }
        Columns columns = told(columns(table), table, told);
        if (columns.text < 0) {
            return;
        }
        if (told.isEmpty() && dialogue(table, columns, lines)) {
            return;
        }
        Map<Integer, Entry> names = new HashMap<>();
        if (columns.speaker >= 0) {
            table.get(columns.speaker).forEach(e -> names.putIfAbsent(e.row, e));
        }
        table.forEach((column, entries) -> {
            if (column != columns.text && column != columns.speaker) {
                entries.forEach(e -> aside.put(e.line, Furniture.Kind.PAGE));
            }
        });
        int header = header(table, columns);
        Set<Integer> spoken = new HashSet<>();
        for (Entry entry : table.get(columns.text)) {
            if (entry.row == header) {
                aside.put(entry.line, Furniture.Kind.DATA);
            } else if (spoken.add(entry.row)) {
                Entry name = names.get(entry.row);
                if (name != null) {
                    mark(name, entry, lines);
                }
            }
        }
        names.forEach((row, name) -> {
            if (!spoken.contains(row)) {
                aside.put(name.line, Furniture.Kind.DATA);
            }
        });
        if (choices.isEmpty() && (!columns.twins.isEmpty() || !told.isEmpty())) {
            choices.add(choice(table, columns, header >= 0));
        }
        if (!columns.twins.isEmpty()) {
            int first = table.get(columns.text).get(0).line;
            doubts.add(new Doubt(
                    lines.get(first).block().line(),
                    DoubtCode.TWO_LANGUAGES,
                    List.of((columns.text + 1) + ", " + (columns.twins.get(0) + 1), Integer.toString(columns.text + 1)),
                    0.8));
        }
    }

    /** Reads a table with one column of questions and one of answers, row by row; false if it is not such a table. */
    private boolean dialogue(Map<Integer, List<Entry>> table, Columns columns, List<Line> lines) {
        List<Integer> full = table.keySet().stream()
                .filter(c -> table.get(c).stream().mapToInt(e -> words(e.text)).sum()
                        > MIN_WORDS * table.get(c).size())
                .toList();
        if (columns.speaker >= 0 || full.size() != 2) {
            return false;
        }
        int asks = full.get(0);
        int answers = full.get(1);
        if (asking(table.get(asks)) < ASKING || asking(table.get(answers)) > 1 - ASKING) {
            return false;
        }
        boolean headed = isHeading(table.get(asks).get(0))
                && isHeading(table.get(answers).get(0));
        table.forEach((column, entries) -> {
            boolean spoken = column == asks || column == answers;
            String name = headed && spoken ? entries.get(0).text : column == asks ? Turns.INTERVIEWER : Turns.GUEST;
            Set<Integer> seen = new HashSet<>();
            for (Entry entry : entries) {
                boolean head = headed && entry.row == table.get(asks).get(0).row;
                if (!spoken || head) {
                    aside.put(entry.line, spoken ? Furniture.Kind.DATA : Furniture.Kind.PAGE);
                } else if (seen.add(entry.row)) {
                    marks.add(beside(entry, name, lines));
                }
            }
        });
        marks.sort(Comparator.comparingInt(Mark::start));
        return true;
    }

    private static double asking(List<Entry> cells) {
        return cells.stream().filter(c -> Sentence.asks(c.text)).count() / (double) cells.size();
    }

    private static boolean isHeading(Entry entry) {
        return Repetition.normalise(entry.text).size() <= 3 && !Sentence.ends(entry.text);
    }

    private static Mark beside(Entry said, String name, List<Line> lines) {
        int start = lines.get(said.line).place().start();
        return new Mark(
                Scheme.BESIDE,
                said.line,
                start,
                start,
                start,
                Optional.of(name),
                NameForm.of(name),
                false,
                false,
                false);
    }

    /** The columns by their headings, or else by their numbers from 1. */
    private static Reading.Choice choice(Map<Integer, List<Entry>> table, Columns columns, boolean headed) {
        Map<Integer, String> names = new TreeMap<>();
        table.forEach((column, cells) -> {
            if (column != columns.speaker) {
                String heading = headed ? cells.get(0).text.strip() : "";
                names.put(column, heading.isEmpty() ? Integer.toString(column + 1) : heading);
            }
        });
        return new Reading.Choice(Reading.Part.COLUMN, List.copyOf(names.values()), List.of(names.get(columns.text)));
    }

    private void mark(Entry name, Entry said, List<Line> lines) {
        String bare = name.text.replaceAll("\\h*[:：]$", "").strip();
        Optional<String> who = Optional.of(bare);
        boolean before = name.line < said.line;
        if (before) {
            int start = lines.get(name.line).place().start();
            int end = lines.get(name.line).place().end();
            marks.add(new Mark(Scheme.TABLE, name.line, start, end, end, who, NameForm.of(bare), false, true, false));
        } else {
            marks.add(beside(said, bare, lines));
            aside.put(name.line, Furniture.Kind.PAGE);
        }
    }

    /** Number of words in a cell, not counting times. */
    private static int words(String cell) {
        return (int) Repetition.normalise(cell).stream()
                .filter(w -> w.codePoints().anyMatch(Character::isLetter))
                .count();
    }

    private static Columns columns(Map<Integer, List<Entry>> table) {
        int speaker = -1;
        double best = 0;
        Map<Integer, Double> words = new TreeMap<>();
        for (Map.Entry<Integer, List<Entry>> e : table.entrySet()) {
            double share = nameShare(e.getValue());
            if (share >= MOSTLY && share > best) {
                best = share;
                speaker = e.getKey();
            }
            words.put(e.getKey(), (double)
                    e.getValue().stream().mapToInt(c -> words(c.text)).sum());
        }
        int text = -1;
        for (Map.Entry<Integer, Double> e : words.entrySet()) {
            if (e.getKey() != speaker && (text < 0 || e.getValue() > words.get(text) / TWIN)) {
                text = e.getKey();
            }
        }
        List<Integer> twins = new ArrayList<>();
        for (Map.Entry<Integer, Double> e : words.entrySet()) {
            boolean long0 =
                    text >= 0 && e.getValue() > 3.0 * table.get(e.getKey()).size();
            if (e.getKey() != speaker && e.getKey() != text && long0 && e.getValue() >= TWIN * words.get(text)) {
                twins.add(e.getKey());
            }
        }
        return new Columns(speaker, text, twins);
    }

    /** The columns, with the one that the user says for what is said. */
    private static Columns told(Columns found, Map<Integer, List<Entry>> table, List<String> told) {
        for (Map.Entry<Integer, List<Entry>> e : table.entrySet()) {
            if (told.stream().anyMatch(name -> isColumn(name, e.getKey(), e.getValue()))) {
                return new Columns(found.speaker == e.getKey() ? -1 : found.speaker, e.getKey(), List.of());
            }
        }
        return found;
    }

    /** Whether a column is meant by its number from 1, or by its heading. */
    private static boolean isColumn(String name, int column, List<Entry> cells) {
        return name.strip().equals(Integer.toString(column + 1))
                || name.strip().equalsIgnoreCase(cells.get(0).text.strip());
    }

    /** The share of names in a column in which they recur; 0 if they do not. */
    private static double nameShare(List<Entry> cells) {
        Map<String, Integer> counts = new HashMap<>();
        int names = 0;
        for (Entry cell : cells) {
            String bare = cell.text.replaceAll("\\h*[:：]$", "");
            boolean name = NameForm.of(bare).filter(f -> f != NameForm.PHRASE).isPresent()
                    && bare.split(" ").length <= MAX_NAME_WORDS;
            names += name ? 1 : 0;
            counts.merge(SpeakerNames.key(bare), 1, Integer::sum);
        }
        boolean recur = counts.size() * 2 <= cells.size() + 2 && counts.size() < cells.size() || cells.size() <= 2;
        return recur ? names / (double) cells.size() : 0;
    }

    /** The header row, or -1. */
    private static int header(Map<Integer, List<Entry>> table, Columns columns) {
        Entry first = table.get(columns.text).get(0);
        boolean brief = isHeading(first);
        String speaker = columns.speaker < 0
                ? ""
                : table.get(columns.speaker).stream()
                        .filter(e -> e.row == first.row)
                        .map(Entry::text)
                        .findFirst()
                        .orElse("");
        boolean once = columns.speaker >= 0
                && table.get(columns.speaker).stream()
                                .filter(e -> e.text.equals(speaker))
                                .count()
                        == 1;
        return brief && once && table.get(columns.text).size() > 2 ? first.row : -1;
    }
}
