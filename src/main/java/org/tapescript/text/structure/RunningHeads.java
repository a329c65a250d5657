package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds heads, feet and numbers of pages: lines that recur with a growing number, in mid-sentence, or beside another of them. */
final class RunningHeads {
    private static final Pattern EDGE_NUMBER =
            Pattern.compile("^(\\d{1,4})(?:\\h{2,}|\\h*[-–—|•]).*|.*(?:\\h{2,}|[-–—|•]\\h*)(\\d{1,4})$|^(\\d{1,4})$");
    private static final Pattern FIRST_NUMBER = Pattern.compile("^(\\d{1,4})\\h");
    private static final Pattern LAST_NUMBER = Pattern.compile("\\h(\\d{1,4})$");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    /** Page numbers grow by at most this much, since pages without text may lie between. */
    private static final int MAX_STEP = 4;
    /** Numbers of lines, drawn before the lines themselves, that follow each other. */
    private static final int MIN_COLUMN = 5;

    private static final int MIN_PAGES = 4;
    /** A page has at least this many lines. */
    private static final int PAGE_LINES = 8;
    /** A head must recur this often if no blanks set its number apart. */
    private static final int MIN_HEADS = 5;

    private static final int MIN_NEIGHBOURS = 3;
    private static final double MOSTLY = 0.6;
    private static final double ON_PAGES = 0.4;
    /** A head and a foot have at most this many lines together. */
    private static final int MAX_LINES = 4;

    private final String text;
    private final List<Line> lines;
    private final Map<Integer, Furniture.Kind> aside;
    /** How many lines have the shape of each. */
    private final int[] recurs;

    /** @param aside to which they are added */
    RunningHeads(String text, List<Line> lines, Map<Integer, Furniture.Kind> aside) {
        this.text = text;
        this.lines = lines;
        this.aside = aside;
        this.recurs = new int[lines.size()];
    }

    /** @param alike lines of the same shape */
    void find(Map<String, List<Integer>> alike) {
        alike.values().forEach(same -> same.forEach(i -> recurs[i] = same.size()));
        List<Integer> numbers = new ArrayList<>(alike.getOrDefault("#", List.of()));
        column(numbers);
        numbers.removeIf(aside::containsKey);
        List<Integer> pages = chain(numbers);
        boolean far = pages.size() >= MIN_PAGES
                && pages.get(pages.size() - 1) - pages.get(0) >= PAGE_LINES * (pages.size() - 1);
        if (far || pages.size() >= MIN_PAGES && besideHeads(pages, alike)) {
            pages.forEach(this::take);
        }
        alike.values().forEach(this::heads);
        for (int pass = 0; pass < MAX_LINES; pass++) {
            int found = pages();
            alike.values().forEach(same -> neighbours(same, found));
        }
    }

    private void take(int i) {
        aside.putIfAbsent(i, Furniture.Kind.PAGE);
    }

    /** The shape of a line: small letters, with a sign for each number. */
    static String shape(String content) {
        StringBuilder shape = new StringBuilder(content.length());
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            char sign = c >= '0' && c <= '9' ? '#' : Character.isWhitespace(c) ? ' ' : Character.toLowerCase(c);
            boolean again = (sign == '#' || sign == ' ') && i > 0 && shape.charAt(shape.length() - 1) == sign;
            shape.append(again ? "" : sign);
        }
        return shape.toString();
    }

    private String content(int i) {
        return lines.get(i).place().of(text);
    }

    private int value(int i) {
        String content = content(i);
        return NUMBER.matcher(content).matches() ? Integer.parseInt(content) : -1;
    }

    /** Numbers of lines that stand below each other, before or behind the lines of their page. */
    private void column(List<Integer> numbers) {
        int from = 0;
        for (int i = 1; i <= numbers.size(); i++) {
            boolean follows = i < numbers.size()
                    && numbers.get(i) == numbers.get(i - 1) + 1
                    && value(numbers.get(i)) == value(numbers.get(i - 1)) + 1;
            if (!follows) {
                if (i - from >= MIN_COLUMN) {
                    numbers.subList(from, i).forEach(this::take);
                }
                from = i;
            }
        }
    }

    /** The longest row of numbers that grow slowly. */
    private List<Integer> chain(List<Integer> numbers) {
        Map<Integer, Integer> last = new HashMap<>();
        int[] length = new int[numbers.size()];
        int[] before = new int[numbers.size()];
        int best = -1;
        for (int i = 0; i < numbers.size(); i++) {
            int value = value(numbers.get(i));
            if (value < 0) {
                continue;
            }
            before[i] = -1;
            length[i] = 1;
            for (int step = 1; step <= MAX_STEP; step++) {
                Integer at = last.get(value - step);
                if (at != null && length[at] + 1 > length[i]) {
                    length[i] = length[at] + 1;
                    before[i] = at;
                }
            }
            Integer same = last.get(value);
            if (same == null || length[same] < length[i]) {
                last.put(value, i);
            }
            best = best < 0 || length[i] > length[best] ? i : best;
        }
        List<Integer> chain = new ArrayList<>();
        for (int i = best; i >= 0; i = before[i]) {
            chain.add(numbers.get(i));
        }
        Collections.reverse(chain);
        return chain;
    }

    /** Whether the same line stands beside most of the numbers. */
    private boolean besideHeads(List<Integer> pages, Map<String, List<Integer>> alike) {
        return alike.entrySet().stream()
                .filter(e -> !e.getKey().equals("#"))
                .map(Map.Entry::getValue)
                .filter(same -> same.size() >= MIN_NEIGHBOURS && same.size() <= 2 * pages.size())
                .anyMatch(same -> pages.stream()
                                .filter(p -> same.contains(p - 1) || same.contains(p + 1))
                                .count()
                        >= MOSTLY * pages.size());
    }

    /** Lines that recur with an increasing number or in mid-sentence. */
    private void heads(List<Integer> same) {
        same.removeIf(aside::containsKey);
        if (same.size() < 2) {
            return;
        }
        int apart = 0;
        int broken = 0;
        for (int i : same) {
            boolean within = i > 0
                    && i + 1 < lines.size()
                    && lines.get(i).blanks() > 0
                    && lines.get(i + 1).blanks() > 0;
            apart += within && isBroken(i - 1, i + 1) ? 1 : 0;
            broken += isBroken(other(i, -1, same.size()), other(i, 1, same.size())) ? 1 : 0;
        }
        boolean numbered = grows(same, EDGE_NUMBER)
                || (same.size() >= MIN_HEADS || same.size() >= MIN_NEIGHBOURS && broken > 0)
                        && (grows(same, FIRST_NUMBER) || grows(same, LAST_NUMBER));
        if (numbered || apart >= 2 && apart * 2 >= same.size()) {
            same.forEach(this::take);
        }
    }

    /** The next line up or down that does not stand on as many pages. */
    private int other(int from, int step, int pages) {
        int i = from + step;
        while (i >= 0 && i < lines.size() && Math.abs(i - from) <= MAX_LINES && recurs[i] >= pages) {
            i += step;
        }
        return i;
    }

    /** Whether a sentence goes on from one line to the other. */
    private boolean isBroken(int above, int below) {
        return above >= 0 && below < lines.size() && !Sentence.ends(content(above)) && Sentence.goesOn(content(below));
    }

    private boolean grows(List<Integer> same, Pattern edge) {
        int last = -1;
        for (int i : same) {
            Matcher m = edge.matcher(content(i));
            int number = -1;
            for (int g = 1; m.reset().find() && g <= m.groupCount(); g++) {
                number = m.group(g) == null ? number : Integer.parseInt(m.group(g));
            }
            if (number <= last || last >= 0 && number - last > MAX_STEP) {
                return false;
            }
            last = number;
        }
        return true;
    }

    /** How many places there are where pages meet. */
    private int pages() {
        return (int)
                aside.keySet().stream().filter(i -> isPage(i) && !isPage(i - 1)).count();
    }

    /** Lines that nearly always stand beside what belongs to a page, and on nearly every page, or every other. */
    private void neighbours(List<Integer> same, int pages) {
        if (same.size() < Math.max(MIN_NEIGHBOURS, ON_PAGES * pages) || aside.containsKey(same.get(0))) {
            return;
        }
        long beside = same.stream().filter(i -> isPage(i - 1) || isPage(i + 1)).count();
        if (beside >= MOSTLY * same.size()) {
            same.forEach(this::take);
        }
    }

    private boolean isPage(int i) {
        return i >= 0 && i < lines.size() && lines.get(i).length() > 0 && aside.get(i) == Furniture.Kind.PAGE;
    }
}
