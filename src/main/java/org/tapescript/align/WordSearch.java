package org.tapescript.align;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.SenoneScorer;

/**
 * Time-synchronous Viterbi search with a beam through a {@link WordGraph}: the likeliest way in which a stretch of sound runs
 * through a stretch of the text, with speech that the text lacks (garbage) and words that the sound lacks (skips).
 *
 * <p>Not thread-safe; the workspace is reused from call to call. Time is linear in frames and active nodes.
 */
final class WordSearch {
    private static final float NONE = SearchTokens.NONE;
    /**
     * Penalty for each frame by which a word is longer than words usually are, so that it does not spread over speech
     * that is not its own.
     */
    private static final float STRETCHED = 3;
    /** Words in a row that a free search must have matched before it may pass over speech. */
    private static final int SURE_WORDS = 4;
    /** A free search may enter the text anew only while its best path beats garbage by no more than this. */
    private static final float NOTHING_YET = 40;

    /** Where the words found may end. */
    private enum End {
        LAST_WORD,
        LAST_WORD_IF_REACHED,
        ANYWHERE
    }

    /** Limits within which words may lie; the search never leaves them. Boundary {@code i} is asked as word {@code i}. */
    interface Corridor {
        /** Everything is allowed. */
        Corridor OPEN = new Corridor() {
            @Override
            public int first(int frame) {
                return 0;
            }

            @Override
            public int last(int frame) {
                return Integer.MAX_VALUE;
            }
        };

        /** The first word that may be spoken at a frame. */
        int first(int frame);

        /** The last one; before the first where none may. */
        int last(int frame);
    }

    /** Each word within its whereabouts, each boundary where it may be that of either neighbour. */
    static Corridor within(Whereabouts whereabouts, int words) {
        if (words == 0) {
            return Corridor.OPEN;
        }
        return new Corridor() {
            @Override
            public int first(int frame) {
                int first = whereabouts.firstEndingAfter(frame);
                return first < words ? first : words + 1;
            }

            @Override
            public int last(int frame) {
                int last = whereabouts.lastBeginningBy(frame);
                return last < 0 ? -1 : last + 1;
            }
        };
    }

    private final WordGraph graph;
    private final Features features;
    private final float[] garbage;
    private final boolean[] speech;
    private final boolean[] fading;
    private final SenoneScorer scorer;
    private final int states;
    private final SearchTokens tokens;
    /** Frames by which all paths move at once; the first of them stands for all. */
    private int stride;

    /** See {@link PhoneMoves}. */
    private float[] transitions;

    private float[] leaving;
    private int furthest;

    /** See {@link #margin}. */
    private double margin;

    /** By how much less likely than the best the least likely node may be that lived on in the last frame. */
    private float alive;

    /** Words of the first and the last boundary or word that lives. */
    private int firstLiving;

    private int lastLiving;

    private int stamp;
    private int[] active = new int[1024];
    private int activeCount;
    private int[] next = new int[1024];
    private int nextCount;
    /** By place in {@link #next}, the best score in a node. */
    private float[] values = new float[1024];

    private final SearchRecords records = new SearchRecords();
    private final int[] bins = new int[256];

    private SearchSettings settings;
    private Corridor corridor;
    private boolean arrived;
    /** Words that may be spoken at the frame in work. */
    private int firstAllowed;

    private int lastAllowed;
    private int endNode;
    private int depthNeeded;
    private boolean[] entrances;
    /** Score of having heard nothing of the text so far, in a free search. */
    private float unheard;

    /**
     * @param garbage log likelihood of each frame under the phone loop, see {@code PhoneLoop}
     * @param speech which frames hold speech
     * @param fading which hold its echo only: that is silence, though it sounds like any phones
     */
    WordSearch(
            WordGraph graph,
            Features features,
            float[] garbage,
            boolean[] speech,
            boolean[] fading,
            SenoneScorer scorer) {
        this.graph = graph;
        this.features = features;
        this.garbage = garbage;
        this.speech = speech;
        this.fading = fading;
        this.scorer = scorer;
        this.states = graph.states();
        this.tokens = new SearchTokens(graph.nodes(), states);
        moveBy(1);
    }

    private void moveBy(int frames) {
        if (frames != stride) {
            stride = frames;
            PhoneMoves moves = PhoneMoves.of(graph.model(), frames);
            transitions = moves.between();
            leaving = moves.leaving();
            furthest = moves.furthest();
        }
    }

    /**
     * Finds words {@code [fromWord, toWord)} somewhere in frames {@code [from, to)}, beginning and ending at any word.
     *
     * @param onsets frames at which, besides the first, the text may be entered: after pauses. Entering it anywhere, at each
     *     frame, would find little more and take twenty times as long.
     * @param frames by which all paths move at once, 1 or 2
     * @return the words found, in order; empty if nothing but garbage was
     */
    List<WordSpan> locate(
            int fromWord, int toWord, int from, int to, SearchSettings how, boolean[] onsets, int frames) {
        entrances = onsets;
        moveBy(frames);
        return run(fromWord, toWord, from, to, how, Corridor.OPEN, true, End.ANYWHERE);
    }

    /** Finds the way from the boundary before {@code fromWord} to the one before {@code toWord}. */
    List<WordSpan> align(int fromWord, int toWord, int from, int to, SearchSettings how, Corridor within) {
        return run(fromWord, toWord, from, to, how, within, false, End.LAST_WORD);
    }

    /** The same, but the sound may end at any word; one that is not said to its end is left out. */
    List<WordSpan> alignBeginning(int fromWord, int toWord, int from, int to, SearchSettings how, Corridor within) {
        return run(fromWord, toWord, from, to, how, within, false, End.ANYWHERE);
    }

    /** The way to the boundary before {@code toWord} if one was found, else the best that ends at any word. */
    List<WordSpan> alignAsFar(int fromWord, int toWord, int from, int to, SearchSettings how, Corridor within) {
        return run(fromWord, toWord, from, to, how, within, false, End.LAST_WORD_IF_REACHED);
    }

    private List<WordSpan> run(
            int fromWord, int toWord, int from, int to, SearchSettings how, Corridor within, boolean free, End where) {
        if (!free) {
            moveBy(1);
        }
        settings = how;
        corridor = within;
        depthNeeded = free ? SURE_WORDS : 0;
        endNode = graph.boundary(toWord) + 2;
        records.clear();
        activeCount = 0;
        begin(fromWord, toWord, from, free);
        float best = 0;
        margin = 0;
        for (int t = from; t < to; t += stride) {
            scorer.frame(features, t);
            firstAllowed = corridor.first(t);
            lastAllowed = corridor.last(t);
            if (records.areMany()) {
                forget();
            }
            if (t > from) {
                leave(t, best - settings.beam());
                if (free && isEntrance(t) && unheard > best - NOTHING_YET) {
                    enterAnywhere(fromWord, toWord, unheard + settings.garbageEdge(), t);
                }
                if (settings.skipsWords()) {
                    skip(fromWord, toWord, t, best - alive);
                }
            }
            float before = best;
            best = advance(t, best);
            // Scores are relative to the last frame's best, so that these add up to the likeliest path's.
            margin += best - stride * garbage[t];
            if (free) {
                unheard += stride * (garbage[t] + settings.garbageFrame()) - before;
                best = Math.max(best, unheard);
            } else if (best == NONE) {
                break;
            }
        }
        int end = finish(toWord, to, where == End.ANYWHERE);
        if (end < 0 && where == End.LAST_WORD_IF_REACHED) {
            end = finish(toWord, to, true);
        }
        clear();
        return records.trace(end, graph);
    }

    /**
     * Whether the last search came to an end where it may end. It does not where the likeliest way runs up against what a corridor allows: those
     * that pass were given up beside it.
     */
    boolean hasArrived() {
        return arrived;
    }

    private boolean isEntrance(int frame) {
        return entrances[frame] || (stride == 2 && frame + 1 < entrances.length && entrances[frame + 1]);
    }

    /** By how much, in log likelihood, the last search's likeliest path explains the sound better than the phone loop does. */
    double margin() {
        return margin;
    }

    private boolean isAllowed(int word) {
        return word >= firstAllowed && word <= lastAllowed;
    }

    private void begin(int fromWord, int toWord, int from, boolean free) {
        stamp++;
        nextCount = 0;
        unheard = free ? settings.garbageEdge() : NONE;
        if (free) {
            enterAnywhere(fromWord, toWord, 0, from);
            return;
        }
        int silence = graph.boundary(fromWord);
        enter(silence, 0, -1, from);
        enter(silence + 1, settings.garbageEdge(), -1, from);
        enterWord(fromWord, 0, from);
    }

    private void enterAnywhere(int fromWord, int toWord, float value, int frame) {
        for (int w = fromWord; w < toWord; w++) {
            enterWord(w, value, frame);
        }
    }

    private void enterWord(int w, float value, int frame) {
        int silence = graph.boundary(w);
        for (int i = graph.successorsFrom(silence); i < graph.successorsFrom(silence + 1); i++) {
            int node = graph.successor(i);
            if (!graph.isBoundary(node) && node < endNode) {
                enter(node, value + graph.entryCost(node), -1, frame);
            }
        }
    }

    private void enter(int node, float value, int hist, int start) {
        open(node);
        tokens.offer(node, value, hist, start);
    }

    /** Has a node advanced in this frame. */
    private void open(int node) {
        if (tokens.open(node, stamp)) {
            if (nextCount == next.length) {
                next = Arrays.copyOf(next, nextCount * 2);
            }
            next[nextCount++] = node;
        }
    }

    /** Carries tokens from the ends of nodes to what may follow. */
    private void leave(int t, float threshold) {
        stamp++;
        nextCount = 0;
        for (int i = 0; i < activeCount; i++) {
            int node = active[i];
            boolean isGarbage = graph.isGarbage(node);
            int at = tokens.at(node) + (isGarbage ? 0 : states - 1);
            float exit = tokens.score(at) + (isGarbage ? settings.garbageEdge() : leaving[graph.phone(node)]);
            if (exit < threshold) {
                continue;
            }
            int hist = tokens.history(at);
            int start = tokens.began(at);
            if (graph.isWordEnd(node)) {
                exit -= (depthNeeded > 0 ? 0 : STRETCHED) * Math.max(0, t - start - graph.longestFrames(node));
                if (exit < threshold) {
                    continue;
                }
                hist = records.add(node, start, t, hist);
                start = t;
            } else if (graph.isBoundary(node)) {
                start = t;
            }
            for (int k = graph.successorsFrom(node); k < graph.successorsFrom(node + 1); k++) {
                int to = graph.successor(k);
                // A chance word or two must not live on in garbage: that would keep the whole text alive.
                boolean chance = depthNeeded > 0 && graph.isGarbage(to) && records.depth(hist) < depthNeeded;
                if (to < endNode && !chance && isAllowed(graph.word(to))) {
                    float cost = graph.isGarbage(to)
                            ? settings.garbageEdge()
                            : graph.isUnmarkedPause(to) && !isGarbage ? settings.pause() : graph.entryCost(to);
                    enter(to, exit + cost, hist, start);
                }
            }
        }
    }

    /** Lets garbage at one boundary go on at any later one, at a price. */
    private void skip(int fromWord, int toWord, int t, float threshold) {
        float run = NONE;
        float far = NONE;
        int hist = -1;
        int farHist = -1;
        int last = Math.min(toWord, lastAllowed);
        for (int w = Math.max(firstLiving, Math.max(fromWord, firstAllowed)); w <= last; w++) {
            if (w > lastLiving && Math.max(run, far) <= threshold) {
                break;
            }
            int node = graph.boundary(w) + 1;
            float here = tokens.score(tokens.at(node));
            float skipped = Math.max(run, far);
            boolean isOpen = !settings.skipsSentences() || graph.isResumption(w);
            if (isOpen && skipped > here && skipped > threshold) {
                enter(node, skipped, run >= far ? hist : farHist, t);
            }
            if (here + settings.skip() > run) {
                run = here + settings.skip();
                hist = tokens.history(tokens.at(node));
            }
            if (here + settings.skipAny() > far) {
                far = here + settings.skipAny();
                farHist = tokens.history(tokens.at(node));
            }
            run += settings.skipWord();
        }
    }

    /** Moves all tokens by one stride; returns the best score. Scores are kept relative to the best before. */
    private float advance(int t, float previousBest) {
        for (int i = 0; i < activeCount; i++) {
            open(active[i]);
        }
        if (values.length < nextCount) {
            values = new float[next.length];
        }
        float floor = previousBest - settings.beam();
        float best = NONE;
        float leastSilence = fading[t] ? garbage[t] : NONE;
        float mostSilence = depthNeeded == 0 && speech[t] ? garbage[t] + settings.silence() : Float.POSITIVE_INFINITY;
        for (int i = 0; i < nextCount; i++) {
            int node = next[i];
            float value;
            if (!graph.isBoundary(node)) {
                value = advanceNode(node, floor, previousBest, NONE, Float.POSITIVE_INFINITY);
            } else if (graph.isGarbage(node)) {
                value = advanceGarbage(node, t, previousBest);
            } else {
                value = advanceNode(node, floor, previousBest, leastSilence, mostSilence);
            }
            values[i] = value;
            best = Math.max(best, value);
        }
        float most = Math.max(best, unheard);
        float limit = limit(most);
        alive = most - limit;
        if (active.length < nextCount) {
            active = new int[next.length];
        }
        activeCount = 0;
        firstLiving = Integer.MAX_VALUE;
        lastLiving = -1;
        for (int i = 0; i < nextCount; i++) {
            int node = next[i];
            int word = graph.word(node);
            if (values[i] >= limit && isAllowed(word)) {
                active[activeCount++] = node;
                firstLiving = Math.min(firstLiving, word);
                lastLiving = Math.max(lastLiving, word);
            } else {
                tokens.clear(node);
            }
        }
        return best;
    }

    /** The score below which nodes die: the beam's, or a higher one where too many would live. */
    private float limit(float best) {
        float low = best - settings.beam();
        if (nextCount <= settings.maxActive()) {
            return low;
        }
        Arrays.fill(bins, 0);
        float perBin = settings.beam() / bins.length;
        for (int i = 0; i < nextCount; i++) {
            float value = values[i];
            if (value > low) {
                bins[Math.min(bins.length - 1, (int) ((best - value) / perBin))]++;
            }
        }
        int count = 0;
        for (int b = 0; b < bins.length; b++) {
            count += bins[b];
            if (count > settings.maxActive()) {
                return best - b * perBin;
            }
        }
        return low;
    }

    private float advanceGarbage(int node, int t, float previousBest) {
        int at = tokens.at(node);
        float value = tokens.score(at);
        if (tokens.entering(node) > value) {
            value = tokens.entering(node);
            tokens.enter(node);
        }
        value += stride * (garbage[t] + settings.garbageFrame()) - previousBest;
        tokens.setScore(at, value);
        return value;
    }

    /** A frame's likelihood counts for {@code least} at least, and for {@code most} at most. */
    private float advanceNode(int node, float floor, float previousBest, float least, float most) {
        int table = graph.phone(node) * states * states;
        int at = tokens.at(node);
        float best = NONE;
        for (int s = states - 1; s >= 0; s--) {
            float value = tokens.score(at + s) + transitions[table + s * states + s];
            int from = s;
            for (int back = 1; back <= furthest && back <= s; back++) {
                float moved = tokens.score(at + s - back) + transitions[table + (s - back) * states + s];
                if (moved > value) {
                    value = moved;
                    from = s - back;
                }
            }
            if (s == 0 && tokens.entering(node) > value) {
                value = tokens.entering(node);
                tokens.enter(node);
            } else if (from != s) {
                tokens.follow(at + s, at + from);
            }
            if (value > floor) {
                float likely = Math.max(least, Math.min(most, scorer.score(graph.senone(node, s))));
                value += stride * likely - previousBest;
                if (value > best) {
                    best = value;
                }
            } else {
                value = NONE;
            }
            tokens.setScore(at + s, value);
        }
        return best;
    }

    /** Drops the records that no living path leads back to. */
    private void forget() {
        for (int i = 0; i < activeCount; i++) {
            for (int at = tokens.at(active[i]); at < tokens.at(active[i]) + states; at++) {
                if (tokens.score(at) > NONE) {
                    records.want(tokens.history(at));
                }
            }
        }
        IntUnaryOperator numbers = records.drop();
        for (int i = 0; i < activeCount; i++) {
            for (int at = tokens.at(active[i]); at < tokens.at(active[i]) + states; at++) {
                if (tokens.score(at) > NONE && tokens.history(at) >= 0) {
                    tokens.setHistory(at, numbers.applyAsInt(tokens.history(at)));
                }
            }
        }
    }

    /** Picks the best token at the end and returns the last record of its history, or -1. */
    private int finish(int toWord, int end, boolean anywhere) {
        float best = unheard;
        int result = -1;
        for (int i = 0; i < activeCount; i++) {
            int node = active[i];
            boolean atEnd = graph.isBoundary(node) ? graph.word(node) == toWord : graph.isWordEnd(node);
            for (int s = 0; s < states; s++) {
                int at = tokens.at(node) + s;
                boolean last = atEnd && (graph.isBoundary(node) || (graph.word(node) == toWord - 1 && s == states - 1));
                if ((anywhere || last) && tokens.score(at) > best) {
                    best = tokens.score(at);
                    boolean complete = graph.isWordEnd(node) && s == states - 1;
                    int history = tokens.history(at);
                    result = complete ? records.add(node, tokens.began(at), end, history) : history;
                }
            }
        }
        arrived = best > NONE;
        return result;
    }

    private void clear() {
        for (int i = 0; i < activeCount; i++) {
            tokens.clear(active[i]);
        }
        for (int i = 0; i < nextCount; i++) {
            tokens.clear(next[i]);
        }
        activeCount = 0;
    }
}
