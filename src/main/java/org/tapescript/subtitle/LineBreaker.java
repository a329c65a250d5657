package org.tapescript.subtitle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Breaks a cue's words into lines at the best places. */
final class LineBreaker {
    private final CueRules rules;

    LineBreaker(CueRules rules) {
        this.rules = rules;
    }

    /** The lines of least cost; nothing if the words do not fit. A single word may be longer than a line: it cannot be helped. */
    Optional<List<String>> lines(List<String> words) {
        String whole = String.join(" ", words);
        if (length(whole) <= rules.lineLength() || words.size() == 1) {
            return Optional.of(List.of(whole));
        }
        return best(words, 0, rules.lines()).map(Split::lines);
    }

    /** As many lines as words of an editor's choice need; more than the rules allow. */
    List<String> asMany(List<String> words) {
        List<String> lines = new ArrayList<>();
        for (String word : words) {
            int last = lines.size() - 1;
            if (last >= 0 && length(lines.get(last)) + 1 + length(word) <= rules.lineLength()) {
                lines.set(last, lines.get(last) + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    private record Split(double cost, List<String> lines) {}

    private Optional<Split> best(List<String> words, int from, int left) {
        if (left == 0) {
            return Optional.empty();
        }
        Optional<Split> best = Optional.empty();
        StringBuilder line = new StringBuilder();
        for (int i = from; i < words.size(); i++) {
            line.append(i == from ? "" : " ").append(words.get(i));
            if (length(line) > rules.lineLength() && i > from) {
                break;
            }
            double shape = Math.pow(length(line) / (double) rules.lineLength() - 0.75, 2);
            Optional<Split> candidate;
            if (i + 1 == words.size()) {
                candidate = Optional.of(new Split(shape, List.of(line.toString())));
            } else {
                double cost = shape + BreakCost.between(words.get(i), words.get(i + 1)) / 10;
                String text = line.toString();
                candidate = best(words, i + 1, left - 1).map(rest -> {
                    List<String> lines = new ArrayList<>(List.of(text));
                    lines.addAll(rest.lines());
                    return new Split(cost + rest.cost(), lines);
                });
            }
            if (candidate.isPresent()
                    && (best.isEmpty() || candidate.get().cost() < best.get().cost())) {
                best = candidate;
            }
        }
        return best;
    }

    /** Characters as a reader counts them: neither UTF-16 units nor accents that stand on a letter. */
    static int length(CharSequence text) {
        int count = 0;
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = Character.codePointAt(text, i);
            count += switch (Character.getType(c)) {
                case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
                default -> 1;
            };
        }
        return count;
    }
}
