package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a text's lines were cut at a width, and which of them belong together then. Told by how long lines are that another follows,
 * and by how many break off in mid-sentence; a long address or ragged lines do not matter.
 *
 * @param wrapped whether lines were cut
 * @param doubled whether a blank line stands between any two
 * @param width up to which lines are filled
 * @param margin column at which most lines begin that open nothing
 */
record Wrapping(boolean wrapped, boolean doubled, int width, int margin) {
    private static final int MIN_WIDTH = 40;
    /** Captions in capitals have 32 columns (CEA-608). */
    private static final int MIN_CAPTION_WIDTH = 26;

    private static final int MAX_WIDTH = 120;
    /** A share of the lines that another line follows is nearly full. */
    private static final double FULL = 0.7;
    /** Or this share breaks off in mid-sentence. */
    private static final double BROKEN = 0.25;

    private static final double SHORT = 0.6;
    /** Room that a line may leave before an ideograph: for two, as some signs must not begin a line. */
    private static final int WIDE_ROOM = 4;

    static Wrapping of(String text, List<Line> lines, Set<Integer> aside, Set<Integer> marked) {
        int[] close = pairs(lines, aside, marked, 0);
        int[] apart = pairs(lines, aside, marked, 1);
        int[] used = close;
        boolean doubled = false;
        if (close.length * 5 < apart.length
                && apart.length >= 3
                && broken(text, lines, apart) >= BROKEN * apart.length) {
            used = apart;
            doubled = true;
        }
        int[] lengths = Arrays.stream(used)
                .map(i -> column(text, lines.get(i)))
                .sorted()
                .toArray();
        int width = lengths.length == 0 ? 0 : lengths[Math.min(lengths.length - 1, lengths.length * 95 / 100)];
        int full = 0;
        for (int i : used) {
            full += fills(text, lines, i, width) ? 1 : 0;
        }
        int narrowest = Sentence.shouts(text) ? MIN_CAPTION_WIDTH : MIN_WIDTH;
        boolean even = used.length >= 3 && width >= narrowest && width <= MAX_WIDTH && full >= FULL * used.length;
        boolean ragged =
                used.length >= 2 && broken(text, lines, used) >= BROKEN * used.length && broken(text, lines, used) >= 2;
        Map<Integer, Integer> indents = new HashMap<>();
        for (int i : used) {
            indents.merge(lines.get(i + 1).indent(), 1, Integer::sum);
        }
        int margin = indents.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
        return new Wrapping(even || ragged || doubled, doubled, width, margin);
    }

    /** Where a line ends, in columns; ideographs take two. */
    static int column(String text, Line line) {
        int wide = 0;
        for (int i = line.place().start(); i < line.place().end(); i++) {
            wide += Sentence.isWide(text.charAt(i)) ? 1 : 0;
        }
        return line.indent() + line.length() + wide;
    }

    private static boolean fills(String text, List<Line> lines, int i, int width) {
        String next = lines.get(i + 1).place().of(text);
        int word = 0;
        boolean wide = Sentence.isWide(next.charAt(0));
        while (!wide && word < next.length() && !Character.isWhitespace(next.charAt(word))) {
            word++;
        }
        return column(text, lines.get(i)) + 1 + (wide ? WIDE_ROOM : word) >= width - 1;
    }

    /** Lines followed by an unmarked one after the given number of blank lines. */
    private static int[] pairs(List<Line> lines, Set<Integer> aside, Set<Integer> marked, int blanks) {
        List<Integer> result = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            boolean free = lines.get(i).isFree() && lines.get(i + 1).isFree();
            if (free
                    && lines.get(i + 1).blanks() == blanks
                    && !aside.contains(i)
                    && !aside.contains(i + 1)
                    && !marked.contains(i + 1)) {
                result.add(i);
            }
        }
        return result.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int broken(String text, List<Line> lines, int[] pairs) {
        int count = 0;
        for (int i : pairs) {
            count += !Sentence.endsFully(lines.get(i).place().of(text))
                            && Sentence.goesOn(lines.get(i + 1).place().of(text))
                    ? 1
                    : 0;
        }
        return count;
    }

    private static boolean wide(String text, Line line) {
        return line.length() > 0 && Sentence.isWide(text.charAt(line.place().start()));
    }

    /**
     * Whether an unmarked line goes on with the paragraph above it.
     *
     * @param gap blank lines between them, furniture left aside
     * @param across whether furniture stands between them
     */
    boolean joins(String text, Line above, Line line, int gap, boolean across) {
        if (!line.isFree() || !above.isFree()) {
            return line.block() == above.block();
        }
        boolean open = !Sentence.endsFully(above.place().of(text));
        boolean goesOn = Sentence.goesOn(line.place().of(text))
                || open && wide(text, line) && column(text, above) > SHORT * width;
        if (gap > (doubled ? 1 : 0)) {
            return across && open && (goesOn || wrapped && column(text, above) > SHORT * width);
        }
        if (!wrapped) {
            return open && goesOn;
        }
        boolean indented = line.indent() > margin + 1 && !goesOn;
        boolean ended = !open && !goesOn && column(text, above) < SHORT * width;
        return !indented && !ended;
    }
}
