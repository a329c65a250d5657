package org.tapescript.text;

import java.util.List;
import java.util.Optional;
import org.tapescript.domain.Origin;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Word;

/**
 * Whether the words of a text were found on a tape for better reasons than chance. Words of another interview are found too,
 * and more of them the longer the tape is, but scattered: two neighbours in the text are neighbours on the tape in two of five
 * cases, and each further word makes that less likely by the same factor. So only words in long runs count, however long text
 * and tape are.
 */
public final class FoundRuns {
    /** A run of fewer words may be chance: of ten in a row that has a probability of 0.0003. */
    private static final int LONG = 10;
    /** Words of the text by which two that were found may lie apart and go on. */
    private static final int APART = 3;
    /** Seconds that a word takes at most, and that somebody may wait besides. */
    private static final double SLOW = 0.9;

    private static final double WAITS = 0.6;
    /** So many words in long runs may be those of another interview. */
    private static final int CHANCE = 15;
    /** So many are beyond doubt. */
    private static final int CERTAIN = 45;
    /** The same of short texts, in shares of their words. */
    private static final double CHANCE_OF_TEXT = 0.3;

    private static final double CERTAIN_OF_TEXT = 0.5;
    /** Of a text of which more is found nothing is asked: prompts and lists have no long runs. */
    private static final double ENOUGH_OF_TEXT = 0.6;

    private static final int MANY = 60;

    /** How a text and a tape belong together. */
    public enum Verdict {
        SAME,
        DOUBTFUL,
        OTHER
    }

    private FoundRuns() {}

    /** @param words of the text, all that may be spoken, in order; of fewer than ten nothing can be told, and nothing is asked */
    public static Verdict of(List<Word> words) {
        if (words.size() < LONG) {
            return Verdict.SAME;
        }
        int minimum = Math.max(2, Math.min(LONG, words.size() / 2));
        int found = 0;
        int inRuns = 0;
        int run = 0;
        int last = -1;
        double before = 0;
        for (int i = 0; i < words.size(); i++) {
            Optional<TimeSpan> time = heard(words.get(i));
            if (time.isEmpty()) {
                continue;
            }
            found++;
            double start = time.get().startSeconds();
            boolean goesOn = run > 0 && i - last <= APART && start - before <= SLOW * (i - last) + WAITS;
            inRuns += goesOn || run < minimum ? 0 : run;
            run = goesOn ? run + 1 : 1;
            last = i;
            before = start;
        }
        inRuns += run < minimum ? 0 : run;
        boolean most = found >= Math.max(MANY, ENOUGH_OF_TEXT * words.size());
        if (most || inRuns >= Math.min(CERTAIN, CERTAIN_OF_TEXT * words.size())) {
            return Verdict.SAME;
        }
        return inRuns >= Math.min(CHANCE, CHANCE_OF_TEXT * words.size()) ? Verdict.DOUBTFUL : Verdict.OTHER;
    }

    private static Optional<TimeSpan> heard(Word word) {
        return word.timing() instanceof Timing.Timed timed
                        && (timed.origin() == Origin.ALIGNED || timed.origin() == Origin.MANUAL)
                ? word.span()
                : Optional.empty();
    }
}
