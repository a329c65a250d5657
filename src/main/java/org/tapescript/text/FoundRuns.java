package org.tapescript.text;

import java.util.ArrayList;
import java.util.Comparator;
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

    /*
     * Where sounds were learned. Set by hand between right and wrong texts of docs/BENCHMARKS-REFUSING.md: wrong ones of which most is found agree to 0.31,
     * but those of fewer than 80 words, which agree to 0.41, and to 0.53 once; right ones to 0.28 and more, and have runs where they agree
     * little.
     */
    private static final double MINIMUM = 0.26;
    private static final double LOW = 0.3;
    private static final double FAIR = 0.36;
    private static final double GOOD = 0.42;
    private static final double COVERS = 0.8;
    /** Of the words found, the share in long runs. */
    private static final double FEW_RUNS = 0.15;

    private static final double SOME_RUNS = 0.3;
    private static final double MOSTLY_RUNS = 0.7;

    /** A stretch of text without a run is no accident if it has so many words, and so large a share of all. */
    private static final int STRETCH = 120;

    private static final double STRETCH_SHARE = 0.2;

    /** How a text and a tape belong together. */
    public enum Verdict {
        SAME,
        DOUBTFUL,
        OTHER
    }

    private FoundRuns() {}

    /** @param words of the text, all that may be spoken, in order; of fewer than ten nothing can be told, and nothing is asked */
    public static Verdict of(List<Word> words) {
        return words.size() < LONG ? Verdict.SAME : found(words).verdict();
    }

    /**
     * The same where the sounds were learned of the tape with this very text, so that words are found wherever they would be said, be it
     * the right text or not: the agreement of what is heard without the text must make up for it.
     *
     * @param agreement Cohen's kappa of the phones
     * @param covered share of the speech that the words cover
     */
    public static Verdict ofLearned(List<Word> words, double agreement, double covered) {
        if (words.size() < LONG) {
            return Verdict.SAME;
        }
        Found found = found(words);
        double inRuns = found.inRuns / (double) Math.max(1, found.count);
        if (agreement < LOW) {
            boolean same = agreement >= MINIMUM && covered >= COVERS && inRuns >= SOME_RUNS || inRuns >= MOSTLY_RUNS;
            return same ? Verdict.SAME : Verdict.OTHER;
        }
        if (agreement < FAIR && inRuns < SOME_RUNS) {
            return Verdict.OTHER;
        }
        if (found.count >= ENOUGH_OF_TEXT * words.size()) {
            return inRuns >= FEW_RUNS || agreement >= GOOD ? Verdict.SAME : Verdict.OTHER;
        }
        return found.verdict();
    }

    /**
     * Long stretches of a text that are hardly heard at all, as the part of another interview in it is, or what was said when the tape
     * did not run: in which no words are found in a long run. Words whose times nobody had to hear end one.
     *
     * @return the longest first
     */
    public static List<List<Word>> unheard(List<Word> words) {
        int least = (int) Math.max(STRETCH, Math.ceil(STRETCH_SHARE * words.size()));
        List<int[]> ends = new ArrayList<>(longRuns(words));
        ends.add(new int[] {words.size(), words.size()});
        List<List<Word>> result = new ArrayList<>();
        int from = 0;
        for (int[] run : ends) {
            if (run[0] - from >= least) {
                result.add(words.subList(from, run[0]));
            }
            from = Math.max(from, run[1]);
        }
        result.sort(
                Comparator.comparingInt((List<Word> stretch) -> stretch.size()).reversed());
        return result;
    }

    /** Where words are found in runs that are no chance, or have times that were not looked for; half open, in order. */
    private static List<int[]> longRuns(List<Word> words) {
        List<int[]> result = new ArrayList<>();
        for (Run run : runs(words)) {
            if (run.found >= LONG) {
                result.add(new int[] {run.from, run.to});
            }
        }
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).timing() instanceof Timing.Timed t && !isLookedFor(t.origin())) {
                result.add(new int[] {i, i + 1});
            }
        }
        result.sort(Comparator.comparingInt(r -> r[0]));
        return result;
    }

    private static boolean isLookedFor(Origin origin) {
        return origin == Origin.ALIGNED || origin == Origin.MANUAL || origin == Origin.INTERPOLATED;
    }

    /** Whether a word that was found goes on with the one found before it, so many words and seconds earlier. */
    private static boolean goesOn(int words, double seconds) {
        return words <= APART && seconds <= SLOW * words + WAITS;
    }

    /** How many words a text has, how many of them were found, and how many of those in long runs. */
    private record Found(int words, int count, int inRuns) {
        Verdict verdict() {
            boolean most = count >= Math.max(MANY, ENOUGH_OF_TEXT * words);
            if (most || inRuns >= Math.min(CERTAIN, CERTAIN_OF_TEXT * words)) {
                return Verdict.SAME;
            }
            return inRuns >= Math.min(CHANCE, CHANCE_OF_TEXT * words) ? Verdict.DOUBTFUL : Verdict.OTHER;
        }
    }

    private static Found found(List<Word> words) {
        int minimum = Math.max(2, Math.min(LONG, words.size() / 2));
        List<Run> runs = runs(words);
        int found = runs.stream().mapToInt(Run::found).sum();
        int inRuns =
                runs.stream().mapToInt(Run::found).filter(n -> n >= minimum).sum();
        return new Found(words.size(), found, inRuns);
    }

    /** Words {@code [from, to)}, of which those that were found follow each other as they are said. */
    private record Run(int from, int to, int found) {}

    /** Of each word that was found, its run, in order. */
    private static List<Run> runs(List<Word> words) {
        List<Run> result = new ArrayList<>();
        double before = 0;
        for (int i = 0; i < words.size(); i++) {
            Optional<TimeSpan> time = heard(words.get(i));
            if (time.isEmpty()) {
                continue;
            }
            double start = time.get().startSeconds();
            Run last = result.isEmpty() ? null : result.get(result.size() - 1);
            if (last != null && goesOn(i - last.to + 1, start - before)) {
                result.set(result.size() - 1, new Run(last.from, i + 1, last.found + 1));
            } else {
                result.add(new Run(i, i + 1, 1));
            }
            before = start;
        }
        return result;
    }

    private static Optional<TimeSpan> heard(Word word) {
        return word.timing() instanceof Timing.Timed timed
                        && (timed.origin() == Origin.ALIGNED || timed.origin() == Origin.MANUAL)
                ? word.span()
                : Optional.empty();
    }
}
