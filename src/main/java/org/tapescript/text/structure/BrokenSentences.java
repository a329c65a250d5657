package org.tapescript.text.structure;

import java.util.List;
import org.tapescript.domain.Block.Style;
import org.tapescript.domain.ParagraphKind;

/** Sentences that paragraphs break, as where each printed line is one, and not by large type in their midst. */
final class BrokenSentences {
    /** Letters that what goes on has at least; a heading may have fewer. */
    private static final int MIN_LENGTH = 70;

    private final List<Passage> passages;
    private final List<String> texts;

    BrokenSentences(List<Passage> passages, List<String> texts) {
        this.passages = passages;
        this.texts = texts;
    }

    /** Whether a sentence is broken before or behind a paragraph. */
    boolean isBroken(int i, ParagraphKind[] kinds) {
        int before = text(i, -1);
        int next = text(i, 1);
        boolean goesOn = next >= 0 && passages.get(next).mark.isEmpty() && !startsSentence(next);
        return goesOn
                ? isOpen(i) && passages.get(i).block().style() == Style.PLAIN
                : before >= 0
                        && texts.get(before).length() >= MIN_LENGTH
                        && isOpen(before)
                        && kinds[before] != ParagraphKind.HEADING;
    }

    /** The next paragraph, or the one before, that is not of the page; -1 if there is none. */
    private int text(int i, int step) {
        int at = i + step;
        while (at >= 0 && at < passages.size() && passages.get(at).furniture.isPresent()) {
            at += step;
        }
        return at < passages.size() ? at : -1;
    }

    private boolean startsSentence(int i) {
        return !texts.get(i).isEmpty()
                && !Character.isLowerCase(texts.get(i).codePointAt(0))
                && !Character.isDigit(texts.get(i).charAt(0));
    }

    /** Whether it ends with a word in small letters. */
    private boolean isOpen(int i) {
        String own = texts.get(i);
        return !own.isEmpty() && Character.isLowerCase(own.charAt(own.length() - 1));
    }
}
