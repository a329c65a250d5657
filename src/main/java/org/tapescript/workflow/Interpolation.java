package org.tapescript.workflow;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.domain.Origin;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/** Gives a word or two without a time, between words that have one, an interpolated time, marked as such. */
final class Interpolation {
    private static final int MAXIMUM_WORDS = 2;
    private static final double MINIMUM_SECONDS_A_WORD = 0.06;
    private static final double MAXIMUM_SECONDS_A_WORD = 1.0;
    private static final double CONFIDENCE = 0.1;

    private Interpolation() {}

    static List<Turn> fill(List<Turn> turns) {
        return turns.stream().map(t -> t.withWords(fillWords(t.words()))).toList();
    }

    private static List<Word> fillWords(List<Word> words) {
        List<Word> result = new ArrayList<>(words);
        for (int i = 1; i < words.size(); i++) {
            int to = i;
            while (to < words.size() && words.get(to).span().isEmpty()) {
                to++;
            }
            int missing = to - i;
            if (missing > 0
                    && missing <= MAXIMUM_WORDS
                    && to < words.size()
                    && words.get(i - 1).span().isPresent()) {
                double start = words.get(i - 1).span().get().endSeconds();
                double each = (words.get(to).span().get().startSeconds() - start) / missing;
                if (each >= MINIMUM_SECONDS_A_WORD && each <= MAXIMUM_SECONDS_A_WORD) {
                    for (int k = 0; k < missing; k++) {
                        TimeSpan span = TimeSpan.ofSeconds(start + k * each, start + (k + 1) * each);
                        result.set(
                                i + k,
                                words.get(i + k).withTiming(new Timing.Timed(span, CONFIDENCE, Origin.INTERPOLATED)));
                    }
                }
            }
            i = Math.max(i, to);
        }
        return result;
    }
}
