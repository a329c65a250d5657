package org.tapescript.align;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.IntPredicate;
import org.tapescript.acoustic.Features;

/**
 * Finds anchors, runs of words that are certain: windows of sound are searched for in the text without any prior on position,
 * the runs of words found are kept, and of those the heaviest chain that moves forward in both sound and text (after P. Moreno
 * et al. 1998, A recursive algorithm for the forced alignment of very long audio segments, ICSLP).
 *
 * <p>A few windows are first searched in the whole text; what they find divides sound and text, and further windows search only
 * between their neighbours. A false match must therefore outweigh its rivals, no error propagates, and time grows linearly with
 * the length of the tape. Where a text repeats itself for longer than a window, what is found may be any of its copies: that is an
 * anchor only where what stands before and after decides ({@link RepeatedRuns}).
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

        /** The stretches of words that all may stay, given by their index, of as many words as a run has at least. */
        List<Run> pieces(IntPredicate stays) {
            List<Run> result = new ArrayList<>();
            int first = 0;
            for (int i = 0; i <= words.size(); i++) {
                if (i == words.size() || !stays.test(i)) {
                    if (i - first >= MIN_RUN) {
                        result.add(new Run(words.subList(first, i)));
                    }
                    first = i + 1;
                }
            }
            return result;
        }

        int end() {
            return words.get(words.size() - 1).end();
        }

        /** The same sound, said to be another copy of the words, which begins with a given one. */
        Run at(int copy) {
            return copy == firstWord()
                    ? this
                    : new Run(words.stream()
                            .map(w -> w.as(w.word() - firstWord() + copy))
                            .toList());
        }
    }

    /**
     * Sound and text between two finds.
     *
     * @param windows of sound that are looked at before all of it is
     */
    private record Gap(int from, int to, int fromWord, int toWord, int effort, int windows) {
        Gap(int from, int to, int fromWord, int toWord, int effort) {
            this(from, to, fromWord, toWord, effort, SPARSE_WINDOWS);
        }

        /** As many windows as lie beside each other, each a little over the next. */
        int most() {
            return Math.max(1, (int) Math.ceil((to - from) / (WINDOW * 0.75)));
        }

        /** The same, looked at more closely. */
        Gap closer() {
            return new Gap(from, to, fromWord, toWord, effort, CLOSER * windows);
        }

        boolean canBeCloser() {
            return effort == 0 && CLOSER * windows < most();
        }
    }

    private record Window(Gap gap, int from, int to) {}

    /**
     * Nodes that live at once, where the text is short; of a long one as many as half of its words, since all of them are entered at once. With
     * 20,000 the same anchors were found on 52 minutes, with a fifth more nodes.
     */
    private static final int ACTIVE = 3000;

    private static final int WORDS_A_NODE = 2;
    private static final int MOST_ACTIVE = 20_000;
    /** Words of a text, of about an hour, beyond which those that are looked through count instead: else a part of it took time with all of it. */
    private static final int LONG_TEXT = 10_000;

    static final int MIN_RUN = 5;
    /** This many frames of speech between two words end a run. */
    private static final int RUN_BREAK = 40;

    private static final int LONGEST_BREATH = 250;
    private static final int SPARSE_WINDOWS = 8;
    /** How many times the windows where those before did not tell which copy of what the text repeats is heard. */
    private static final int CLOSER = 4;
    /** Windows with fewer frames of speech than this are not worth a search. */
    private static final int MINIMUM_SPEECH = 200;

    private static final int WINDOW = 3000;
    /**
     * Frames that windows are searched by at once at first, where noise is not loud: anchors need no better times, what lies between them
     * is searched frame by frame, and it takes half as long. With noise 10 dB below the voice, or in a room that resounds for a second, it finds half as
     * much; so windows that gave nothing are searched frame by frame.
     */
    private static final int STRIDE = 2;
    /** Gaps below this many frames are left to the search between anchors. */
    private static final int SMALL_GAP = 3500;

    private final WordGraph graph;
    private final Features features;
    private final float[] garbage;
    private final boolean[] speech;
    private final boolean[] onsets;
    private final Parallel parallel;
    private final Hearing hearing;
    private final Whereabouts whereabouts;
    private final Whereabouts around;
    private boolean ambiguous;

    /**
     * @param whereabouts of the graph's words; what is found elsewhere is not believed
     * @param around where they are looked for
     */
    AnchorFinder(
            WordGraph graph,
            Hearing hearing,
            float[] garbage,
            boolean[] speech,
            Whereabouts whereabouts,
            Whereabouts around,
            Parallel parallel) {
        this.hearing = hearing;
        this.whereabouts = whereabouts;
        this.around = around;
        this.graph = graph;
        this.features = hearing.features();
        this.garbage = garbage;
        this.speech = speech;
        this.parallel = parallel;
        this.onsets = onsets(speech);
    }

    /** @param words that are looked through */
    private SearchSettings settings(int words) {
        int text = Math.min(graph.words(), Math.max(LONG_TEXT, words));
        return new SearchSettings(
                200,
                Math.max(ACTIVE, Math.min(MOST_ACTIVE, text / WORDS_A_NODE)),
                -2,
                -15,
                Float.NEGATIVE_INFINITY,
                0,
                Float.NEGATIVE_INFINITY,
                false,
                0,
                -2.5f);
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

    /** A few stretches, {@code [from, to)} each, spread over a tape of so many frames: what {@link #glimpse} looks at. */
    static List<int[]> sparse(int frames) {
        return spread(0, frames, WINDOW, Math.min(SPARSE_WINDOWS, Math.max(1, frames / WINDOW)));
    }

    private static List<int[]> spread(int from, int to, int length, int count) {
        List<int[]> result = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int centre = from + (int) ((2L * i + 1) * (to - from) / (2L * count));
            int start = Math.max(from, Math.min(centre - length / 2, to - length));
            result.add(new int[] {start, Math.min(to, start + length)});
        }
        return result;
    }

    /** Whether stretches were found that may be any of several. */
    boolean foundAmbiguous() {
        return ambiguous;
    }

    /** Of some runs, those of which it is certain where they stand in the text, in order. */
    List<Run> certain(List<Run> runs) {
        return certain(runs, new Gap(0, features.frames(), 0, graph.words(), 0));
    }

    private List<Run> certain(List<Run> runs, Gap gap) {
        RepeatedRuns repeated = new RepeatedRuns(graph.repeated(), speech, gap.from, gap.to, gap.fromWord, gap.toWord);
        if (runs.stream().noneMatch(repeated::isAmbiguous)) {
            return RunChain.heaviest(runs);
        }
        ambiguous = true;
        return repeated.certain(runs).stream()
                .filter(r -> r.words().stream().allMatch(whereabouts::allow))
                .toList();
    }

    /**
     * Looks for stretches of sound in the text; what the text says more than once may be any of it.
     *
     * @param known runs found before in the same stretches, in order: each stretch is looked for between those of the stretches before and
     *     after it, or in the whole text where there are none
     */
    List<Run> glimpse(List<int[]> stretches, List<Run> known) {
        List<Run> certain = certain(known);
        List<Window> windows = stretches.stream()
                .map(s -> new Window(between(certain, s[0], s[1]), s[0], s[1]))
                .filter(w -> speechFrames(w.from, w.to) > MINIMUM_SPEECH)
                .toList();
        List<Run> found = new ArrayList<>();
        search(windows, false).forEach(found::addAll);
        return RunChain.heaviest(found);
    }

    /** Sound and text between the last run that ends before a stretch and the first that begins after it. */
    private Gap between(List<Run> runs, int from, int to) {
        Gap gap = new Gap(0, features.frames(), 0, graph.words(), 0);
        for (Run run : runs) {
            if (run.end() <= from) {
                gap = new Gap(run.end(), gap.to, run.lastWord() + 1, gap.toWord, 0);
            } else if (run.start() >= to) {
                return new Gap(gap.from, run.start(), gap.fromWord, run.firstWord(), 0);
            }
        }
        return gap;
    }

    /**
     * @param known runs found before, in order
     * @param undecided whether runs were found before of which it is not known which copy of what the text repeats they are
     * @param done is told the share of frames settled, from 0 to 1
     * @return those runs and others, in order
     */
    List<Run> find(List<Run> known, boolean undecided, DoubleConsumer done) {
        List<Run> found = new ArrayList<>(known);
        List<Gap> open = new ArrayList<>();
        Gap all = new Gap(0, features.frames(), 0, graph.words(), 0);
        if (known.isEmpty() && undecided && all.canBeCloser()) {
            open.add(all.closer());
        } else {
            divide(all, known, open);
        }
        while (!open.isEmpty()) {
            List<Window> windows = new ArrayList<>();
            open.forEach(gap -> windows.addAll(windows(gap)));
            List<List<Run>> runs = search(windows, !hearing.noisy());
            List<Gap> next = new ArrayList<>();
            for (Gap gap : open) {
                List<Run> candidates = new ArrayList<>();
                for (int i = 0; i < windows.size(); i++) {
                    if (windows.get(i).gap == gap) {
                        candidates.addAll(runs.get(i));
                    }
                }
                List<Run> chain = certain(candidates, gap);
                found.addAll(chain);
                if (chain.isEmpty() && !candidates.isEmpty() && gap.canBeCloser()) {
                    next.add(gap.closer());
                } else {
                    divide(gap, chain, next);
                }
            }
            // A text of which all windows together know nothing is not that of the tape: trying harder would take
            // minutes.
            boolean hopeless = found.isEmpty() && open.stream().allMatch(g -> g.effort > 0);
            open = hopeless ? List.of() : next;
            int unsettled = open.stream().mapToInt(g -> g.to - g.from).sum();
            done.accept(1 - unsettled / (double) Math.max(1, features.frames()));
        }
        found.sort(java.util.Comparator.comparingInt(Run::start));
        return found;
    }

    /** @param quickly whether a first look may move by several frames */
    private List<List<Run>> search(List<Window> windows, boolean quickly) {
        return parallel.map(
                windows,
                () -> new WordSearch(graph, features, garbage, speech, hearing.fading(), hearing.scorer()),
                search -> window -> search(search, window, quickly && window.gap.effort == 0 ? STRIDE : 1));
    }

    private List<Window> windows(Gap gap) {
        int length = WINDOW;
        int span = gap.to - gap.from;
        int count = gap.effort == 0 ? Math.min(gap.windows, Math.max(1, span / length)) : gap.most();
        return spread(gap.from, gap.to, length, count).stream()
                .filter(w -> speechFrames(w[0], w[1]) > MINIMUM_SPEECH)
                .map(w -> new Window(gap, w[0], w[1]))
                .toList();
    }

    private int speechFrames(int from, int to) {
        int n = 0;
        for (int t = from; t < to; t++) {
            n += speech[t] ? 1 : 0;
        }
        return n;
    }

    private List<Run> search(WordSearch search, Window window, int stride) {
        // All the text is looked through, even what cannot be said here: words that fit by chance then fit anywhere
        // in it, which is how they are told.
        int fromWord = Math.max(window.gap.fromWord, around.firstEndingAfter(window.from));
        int toWord = Math.min(window.gap.toWord, around.lastBeginningBy(window.to) + 1);
        if (toWord - fromWord < MIN_RUN) {
            return List.of();
        }
        List<WordSpan> words =
                search.locate(fromWord, toWord, window.from, window.to, settings(toWord - fromWord), onsets, stride);
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
                if (i - first >= MIN_RUN + 2 && words.subList(first, i).stream().allMatch(whereabouts::allow)) {
                    runs.add(new Run(words.subList(first + 1, i - 1)));
                }
                first = i;
            }
        }
        return runs;
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
