package org.tapescript.text.structure;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.tapescript.domain.ParagraphKind;

/**
 * Finds the turns of the unnamed speaker where all marks name the same person. Repeating that name after an unmarked paragraph implies that
 * somebody else spoke it; likewise if each mark is a question and the unmarked paragraph after it is not.
 */
final class OneNamedSpeaker {
    private static final int MIN_COUNT = 3;
    private static final double MANY = 0.5;
    private static final double NEARLY_ALL = 0.7;

    private final String text;
    private final List<Passage> passages;
    private final ParagraphKind[] kinds;
    private final BitSet opens = new BitSet();
    private boolean asks;
    private int first;

    private OneNamedSpeaker(String text, List<Passage> passages, ParagraphKind[] kinds) {
        this.text = text;
        this.passages = passages;
        this.kinds = kinds;
    }

    static OneNamedSpeaker of(String text, List<Passage> passages, ParagraphKind[] kinds) {
        OneNamedSpeaker result = new OneNamedSpeaker(text, passages, kinds);
        long names = passages.stream()
                .flatMap(p -> p.mark.stream())
                .filter(m -> m.name().isPresent())
                .map(Mark::key)
                .distinct()
                .count();
        if (names == 1) {
            result.find();
        }
        return result;
    }

    /** Whether a paragraph opens a turn of the unnamed speaker. */
    boolean opens(int i) {
        return opens.get(i);
    }

    /** Whether the unnamed speaker is the one who asks. */
    boolean asks() {
        return asks;
    }

    private void find() {
        int[] named = IntStream.range(0, kinds.length).filter(this::isNamed).toArray();
        if (named.length < MIN_COUNT) {
            return;
        }
        first = named[0];
        int question = 0;
        int before = 0;
        int answer = 0;
        for (int i : named) {
            question += asks(i) ? 1 : 0;
            before += mayOpen(i - 1) && (asks(i - 1) || isCounted(i - 1)) && !asks(i) ? 1 : 0;
            answer += asks(i) && mayOpen(i + 1) && !asks(i + 1) ? 1 : 0;
        }
        if (before >= MANY * (named.length - 1) && question * 3 <= named.length) {
            asks = true;
            for (int i : named) {
                opens.set(Math.max(0, i - 1), mayOpen(i - 1));
            }
        } else if (answer >= NEARLY_ALL * (named.length - 1)) {
            for (int i : named) {
                opens.set(i + 1, mayOpen(i + 1));
            }
        }
    }

    private boolean isNamed(int i) {
        return passages.get(i).mark.flatMap(Mark::name).isPresent();
    }

    /** Whether a paragraph is unnamed and may be spoken, including a question before the first name. */
    private boolean mayOpen(int i) {
        if (i < 0
                || i >= kinds.length
                || isNamed(i)
                || passages.get(i).furniture.isPresent()) {
            return false;
        }
        return kinds[i].isSpoken() || i < first && asks(i);
    }

    /** Whether a paragraph has a mark without a name, such as a number. */
    private boolean isCounted(int i) {
        return passages.get(i).mark.isPresent() && !isNamed(i);
    }

    private boolean asks(int i) {
        return Sentence.asks(passages.get(i).place().of(text));
    }
}
