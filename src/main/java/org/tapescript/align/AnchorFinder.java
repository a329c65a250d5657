package org.tapescript.align;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.SenoneScorer;

/**
 * Finds stretches of words that are certain: windows of sound are looked for in the text with no idea of where they should be,
 * runs of words found are kept, and of those the heaviest chain that runs forward in sound and text alike (after P. Moreno et
 * al. 1998, A recursive algorithm for the forced alignment of very long audio segments, ICSLP).
 *
 * <p>A few windows are searched in the whole text first; what they find divides sound and text, and further windows search
 * between their neighbours only. So a wrong find needs to outweigh its rivals, no error drags on, and time grows in proportion
 * to the length of the tape.
 */
final class AnchorFinder {
    /** Found words in order of time and text. */
    record Run(List<WordSpan> words) {
        int firstWord() {
            return words.get(0).word();
        }

        int lastWord() {
            return words.get(words.size() - 1).word();
        }

        int start() {
            return words.get(0).start();
        }

        int end() {
            return words.get(words.size() - 1).end();
        }
    }

    /** Sound and text between two finds. */
    private record Gap(int from, int to, int fromWord, int toWord, int effort) {}

    private record Window(Gap gap, int from, int to) {}

    static final int MIN_RUN = 5;
    /** This many frames of speech between two words end a run. */
    private static final int RUN_BREAK = 40;

    private static final int LONGEST_BREATH = 250;
    private static final int SPARSE_WINDOWS = 8;
    private static final int SHORT_WINDOW = 1500;
    private static final int LONG_WINDOW = 3000;
    /** Gaps below this many frames are left to the search between anchors. */
    private static final int SMALL_GAP = 3500;

    private final WordGraph graph;
    private final Features features;
    private final float[] garbage;
    private final boolean[] speech;
    private final boolean[] onsets;
    private final boolean noisy;
    private final Parallel parallel;

    AnchorFinder(
            WordGraph graph, Features features, float[] garbage, boolean[] speech, boolean noisy, Parallel parallel) {
        this.graph = graph;
        this.features = features;
        this.garbage = garbage;
        this.speech = speech;
        this.noisy = noisy;
        this.parallel = parallel;
        this.onsets = onsets(speech);
    }

    /** Where speech begins, and a frame every now and then where it does not pause. */
    private static boolean[] onsets(boolean[] speech) {
        boolean[] onsets = new boolean[speech.length];
        int last = 0;
        for (int t = 1; t < speech.length; t++) {
            if ((speech[t] && !speech[t - 1]) || t - last >= LONGEST_BREATH) {
                onsets[t] = true;
                last = t;
            }
        }
        return onsets;
    }

    /**
     * @param done is told the share of frames settled, from 0 to 1
     * @return runs in order
     */
    List<Run> find(SearchSettings quick, SearchSettings thorough, DoubleConsumer done) {
        List<Run> found = new ArrayList<>();
        List<Gap> open = List.of(new Gap(0, features.frames(), 0, graph.words(), 0));
        while (!open.isEmpty()) {
            List<Window> windows = new ArrayList<>();
            open.forEach(gap -> windows.addAll(windows(gap)));
            List<List<Run>> runs = parallel.map(
                    windows,
                    () -> new WordSearch(graph, features, garbage, new SenoneScorer(graph.model())),
                    search -> window -> search(search, window, window.gap.effort < 2 ? quick : thorough, onsets));
            List<Gap> next = new ArrayList<>();
            for (Gap gap : open) {
                List<Run> candidates = new ArrayList<>();
                for (int i = 0; i < windows.size(); i++) {
                    if (windows.get(i).gap == gap) {
                        candidates.addAll(runs.get(i));
                    }
                }
                List<Run> chain = heaviestChain(candidates);
                found.addAll(chain);
                divide(gap, chain, next);
            }
            open = next;
            int unsettled = open.stream().mapToInt(g -> g.to - g.from).sum();
            done.accept(1 - unsettled / (double) Math.max(1, features.frames()));
        }
        found.sort(java.util.Comparator.comparingInt(Run::start));
        return found;
    }

    private List<Window> windows(Gap gap) {
        int length = gap.effort < 2 && !noisy ? SHORT_WINDOW : LONG_WINDOW;
        int span = gap.to - gap.from;
        List<Window> result = new ArrayList<>();
        int count = gap.effort == 0
                ? Math.min(SPARSE_WINDOWS, Math.max(1, span / length))
                : Math.max(1, (int) Math.ceil(span / (length * 0.75)));
        for (int i = 0; i < count; i++) {
            int centre = gap.from + (int) ((2L * i + 1) * span / (2L * count));
            int from = Math.max(gap.from, Math.min(centre - length / 2, gap.to - length));
            int to = Math.min(gap.to, from + length);
            if (speechFrames(from, to) > 200) {
                result.add(new Window(gap, from, to));
            }
        }
        return result;
    }

    private int speechFrames(int from, int to) {
        int n = 0;
        for (int t = from; t < to; t++) {
            n += speech[t] ? 1 : 0;
        }
        return n;
    }

    private List<Run> search(WordSearch search, Window window, SearchSettings settings, boolean[] onsets) {
        List<WordSpan> words =
                search.locate(window.gap.fromWord, window.gap.toWord, window.from, window.to, settings, onsets);
        List<Run> runs = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= words.size(); i++) {
            boolean ends = i == words.size()
                    || words.get(i).word() != words.get(i - 1).word() + 1
                    || SpeechFrames.count(
                                    speech, words.get(i - 1).end(), words.get(i).start())
                            > RUN_BREAK;
            if (ends) {
                // The words at the edges may have been cut by the window: only what has neighbours is sure.
                if (i - first >= MIN_RUN + 2) {
                    runs.add(new Run(words.subList(first + 1, i - 1)));
                }
                first = i;
            }
        }
        return runs;
    }

    private static List<Run> heaviestChain(List<Run> runs) {
        List<Run> sorted = new ArrayList<>(runs);
        sorted.sort(java.util.Comparator.comparingInt(Run::start).thenComparingInt(Run::end));
        int n = sorted.size();
        int[] weight = new int[n];
        int[] previous = new int[n];
        int best = -1;
        for (int i = 0; i < n; i++) {
            previous[i] = -1;
            weight[i] = sorted.get(i).words.size();
            for (int j = 0; j < i; j++) {
                Run a = sorted.get(j);
                Run b = sorted.get(i);
                int joined = weight[j] + b.words.size();
                if (a.end() <= b.start() && a.lastWord() < b.firstWord() && joined > weight[i]) {
                    weight[i] = joined;
                    previous[i] = j;
                }
            }
            if (best < 0 || weight[i] > weight[best]) {
                best = i;
            }
        }
        List<Run> chain = new ArrayList<>();
        for (int i = best; i >= 0; i = previous[i]) {
            chain.add(0, sorted.get(i));
        }
        return chain;
    }

    private void divide(Gap gap, List<Run> chain, List<Gap> next) {
        int from = gap.from;
        int word = gap.fromWord;
        for (int i = 0; i <= chain.size(); i++) {
            int to = i < chain.size() ? chain.get(i).start() : gap.to;
            int toWord = i < chain.size() ? chain.get(i).firstWord() : gap.toWord;
            int effort = chain.isEmpty() ? gap.effort + 1 : Math.min(gap.effort, 1);
            if (to - from > SMALL_GAP && toWord - word > MIN_RUN + 2 && effort < 3 && speechFrames(from, to) > 300) {
                next.add(new Gap(from, to, word, toWord, effort));
            }
            if (i < chain.size()) {
                from = chain.get(i).end();
                word = chain.get(i).lastWord() + 1;
            }
        }
    }
}
