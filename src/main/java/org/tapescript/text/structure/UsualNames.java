package org.tapescript.text.structure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What recurring names are like.
 *
 * @param longest how many letters the longest has
 * @param alone whether any ends its line
 * @param looks of their lines
 * @param named their lines
 */
record UsualNames(int longest, boolean alone, Set<Look> looks, Set<Integer> named) {
    /** How a name's line looks. */
    private record Look(NameForm form, boolean bold, boolean noted, int blanksAbove, int blanksBelow) {
        private boolean isAlsoNoted(Look other) {
            return noted && form == other.form && bold == other.bold && blanksBelow == other.blanksBelow;
        }
    }

    /** So many letters more than a name has tell more: its bearer's party or office. */
    private static final int NOTE = 4;

    private static Look look(Mark mark, List<Line> lines, String text) {
        Line line = lines.get(mark.line());
        boolean bold = line.block().emphases().stream()
                .anyMatch(e -> e.bold()
                        && e.place().start() <= line.place().start()
                        && e.place().end() >= line.place().end());
        boolean end = mark.line() + 1 == lines.size();
        return new Look(
                mark.form().orElse(NameForm.SMALL),
                bold,
                mark.name().filter(n -> n.length() + NOTE <= line.length()).isPresent(),
                mark.line() == 0 ? -1 : line.blanks(),
                end ? -1 : lines.get(mark.line() + 1).blanks());
    }

    /**
     * Whether a name in bold or in small letters, as which a heading might be set too, looks just like all the others, or one with a party
     * or an office behind it, like some; and somebody speaks below it.
     */
    boolean isLike(Mark mark, List<Line> lines, String text, Candidates candidates) {
        Look look = look(mark, lines, text);
        boolean telling = look.bold || look.form == NameForm.SMALL || look.noted;
        return telling
                && mark.key().length() <= (look.noted ? 2 * longest : longest + 2)
                && !named.contains(mark.line() + 1)
                && candidates.isSpeechBelow(mark.line())
                && (look.noted
                        ? looks.stream().anyMatch(look::isAlsoNoted)
                        : looks.stream().allMatch(l -> l.blanksAbove < 0 || l.equals(look)));
    }

    static UsualNames of(Map<String, List<Mark>> byName, List<Line> lines, String text) {
        List<Mark> recurring = byName.values().stream()
                .filter(of -> of.size() > 1)
                .flatMap(List::stream)
                .toList();
        return new UsualNames(
                recurring.stream().mapToInt(m -> m.key().length()).max().orElse(NameForm.MAX_LENGTH),
                recurring.isEmpty() || recurring.stream().anyMatch(Mark::alone),
                recurring.stream().map(m -> look(m, lines, text)).collect(Collectors.toSet()),
                recurring.stream().map(Mark::line).collect(Collectors.toSet()));
    }

    /**
     * Whether a name without capitals is longer, as a clause is that ends with a colon, or alone ends its line, as what announces a list
     * does.
     */
    boolean differ(Mark mark) {
        return mark.key().length() > longest + 2 || mark.alone() && !alone;
    }
}
