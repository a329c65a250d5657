package org.tapescript.text.structure;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what minutes record between speeches under a label that looks like a name, {@code MOTION: To adjourn.}, {@code VOTE: 5-0}, and what
 * stands below it until somebody is named. Nobody says it. Only minutes have such labels: elsewhere "Action" may be anybody.
 */
final class MinuteLabels {
    private static final Pattern NUMBER = Pattern.compile("\\h*(?:no\\.?|nr\\.?|[#№])?\\h*\\d[\\d./-]*$");
    private static final Pattern LABEL = Pattern.compile("[*_]{0,3}(\\p{L}[^:\\v]{1,40}):");

    private final List<Passage> passages;
    private final List<String> texts;

    private MinuteLabels(List<Passage> passages, List<String> texts) {
        this.passages = passages;
        this.texts = texts;
    }

    /**
     * The paragraphs that belong to such labels, by index.
     *
     * @param texts of the passages
     */
    static BitSet find(List<Passage> passages, List<String> texts) {
        MinuteLabels labels = new MinuteLabels(passages, texts);
        return labels.areMinutes() ? labels.find() : new BitSet();
    }

    /** Whether a name is one of the labels that minutes have. @param key as names are compared */
    static boolean isLabel(String key) {
        return WordLists.of("minutes").contains(NUMBER.matcher(key).replaceAll(""));
    }

    /** Whether somebody presides, or several labels occur, of which none asks. */
    private boolean areMinutes() {
        Set<String> labels = new HashSet<>();
        boolean presided = false;
        int people = 0;
        for (int i = 0; i < texts.size(); i++) {
            Optional<String> key = passages.get(i).mark.map(Mark::key).filter(k -> !k.isEmpty());
            if (key.isPresent() && isLabel(key.get())) {
                if (Sentence.asks(texts.get(i))) {
                    return false;
                }
                labels.add(key.get());
            } else if (key.isPresent()) {
                people++;
                presided |= List.of(key.get().split("\\h+")).stream()
                        .anyMatch(w -> WordLists.of("presiding").contains(w));
            }
        }
        return people > labels.size() && (presided ? !labels.isEmpty() : labels.size() > 1);
    }

    private BitSet find() {
        BitSet found = new BitSet();
        boolean below = false;
        for (int i = 0; i < texts.size(); i++) {
            Optional<Mark> mark = passages.get(i).mark;
            boolean told = Edges.FIRST_PERSON.matcher(texts.get(i)).find();
            below = mark.isPresent() ? isLabel(mark.get().key()) : !told && (below || isLabelled(texts.get(i)));
            found.set(i, below);
        }
        return found;
    }

    private static boolean isLabelled(String paragraph) {
        Matcher label = LABEL.matcher(paragraph);
        return label.lookingAt() && isLabel(label.group(1).toLowerCase(Locale.ROOT));
    }
}
