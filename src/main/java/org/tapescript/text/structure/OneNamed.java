package org.tapescript.text.structure;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.tapescript.domain.ParagraphKind;

/**
 * Where all marks name the same person, the turns of the other, who is never named: if each mark follows an unmarked paragraph, for nobody
 * would name the same person again where nobody else has spoken; or if each mark is a question, and what follows it is not.
 */
final class OneNamed {
    private static final int FEWEST = 3;
    private static final double MANY = 0.5;
    private static final double NEARLY_ALL = 0.7;

    private final String text;
    private final List<Passage> passages;
    private final ParagraphKind[] kinds;
    private final BitSet opens = new BitSet();
    private boolean asks;

    private OneNamed(String text, List<Passage> passages, ParagraphKind[] kinds) {
        this.text = text;
        this.passages = passages;
        this.kinds = kinds;
    }

    static OneNamed of(String text, List<Passage> passages, ParagraphKind[] kinds) {
        OneNamed result = new OneNamed(text, passages, kinds);
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

    /** Whether the other begins to speak with a paragraph. */
    boolean opens(int i) {
        return opens.get(i);
    }

    /** Whether it is the other who asks. */
    boolean asks() {
        return asks;
    }

    private void find() {
        int[] named = IntStream.range(0, kinds.length).filter(this::isNamed).toArray();
        if (named.length < FEWEST) {
            return;
        }
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

    /** Whether a paragraph has no name and may be spoken, be it that it stands before the first name. */
    private boolean mayOpen(int i) {
        if (i < 0
                || i >= kinds.length
                || isNamed(i)
                || passages.get(i).furniture.isPresent()) {
            return false;
        }
        return kinds[i].isSpoken() || asks(i) && IntStream.range(0, i).noneMatch(this::isNamed);
    }

    /** Whether a paragraph is marked, by a number without a name. */
    private boolean isCounted(int i) {
        return passages.get(i).mark.isPresent() && !isNamed(i);
    }

    private boolean asks(int i) {
        return Sentence.asks(passages.get(i).place().of(text));
    }
}
