package org.tapescript.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.AcousticModel.Position;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.SenoneScorer;

/**
 * Viterbi forced alignment of words with known pronunciations to a stretch of sound, within a band around where a search put
 * them. Silence may stand between words. Not thread-safe.
 */
final class ForcedAlignment {
    private static final float NONE = Float.NEGATIVE_INFINITY;
    private static final int MOVE = 8;

    /**
     * A phone of the path.
     *
     * @param word index into the spans given, or -1 for silence
     * @param phone the model's phone
     * @param senones its states' senones
     * @param start first frame of each state, and behind it the frame after the last
     * @param score sum of log likelihoods of its frames
     * @param shift frames, in [-0.5, 0.5], by which it begins after the middle between its first frame and the one before
     * @param earlier what it would cost, in log likelihood, to begin {@value #MOVE} frames earlier
     * @param later the same of beginning later; the less both are, the less is known of where it begins
     * @param likely how likely it begins there
     */
    record PhoneSpan(
            int word,
            int phone,
            int[] senones,
            int[] start,
            float score,
            float shift,
            float earlier,
            float later,
            Likely likely) {
        int from() {
            return start[0];
        }

        int to() {
            return start[start.length - 1];
        }

        /** Tells a listener each frame's state. */
        void tell(Features features, RunAligner.PathListener listener) {
            for (int s = 0; s < senones.length; s++) {
                for (int t = start[s]; t < start[s + 1]; t++) {
                    listener.frame(features, t, senones[s]);
                }
            }
        }
    }

    /**
     * How likely a phone begins where the best path has it, by all ways to lay the words.
     *
     * @param near within {@value #NEAR} frames
     * @param about within {@value #ABOUT} frames
     */
    record Likely(double near, double about) {
        private static final int NEAR = 5;
        private static final int ABOUT = 10;
        /** Where other ways were not asked for. */
        static final Likely CERTAIN = new Likely(1, 1);

        static Likely of(PathPosteriors posteriors, int state, int frame) {
            return new Likely(
                    posteriors.between(state, frame - NEAR, frame + NEAR),
                    posteriors.between(state, frame - ABOUT, frame + ABOUT));
        }
    }

    private final AcousticModel model;
    private final SenoneScorer scorer;
    private final int band;
    private final boolean weighing;

    /** @param band frames by which a word may move out of the span given */
    ForcedAlignment(AcousticModel model, SenoneScorer scorer, int band) {
        this(model, scorer, band, false);
    }

    /** @param weighing whether to find out how likely words begin where they do, too */
    ForcedAlignment(AcousticModel model, SenoneScorer scorer, int band, boolean weighing) {
        this.model = model;
        this.scorer = scorer;
        this.band = band;
        this.weighing = weighing;
    }

    /** The chain of phones, each with where its states may lie. */
    private static final class Chain {
        final List<int[]> senones = new ArrayList<>();
        final List<Integer> phones = new ArrayList<>();
        final List<Integer> words = new ArrayList<>();
        final List<Integer> lows = new ArrayList<>();
        final List<Integer> highs = new ArrayList<>();

        void add(int word, int phone, int[] s, int low, int high) {
            words.add(word);
            phones.add(phone);
            senones.add(s);
            lows.add(low);
            highs.add(high);
        }

        /** First phone that may hold a frame, from the one that was it at the frame before. */
        int firstAllowed(int before, int frame) {
            int i = before;
            while (i < phones.size() - 1 && highs.get(i) <= frame) {
                i++;
            }
            return i;
        }

        /** Last phone that may hold a frame, from the one that was it at the frame before. */
        int lastAllowed(int before, int frame) {
            int i = before;
            while (i < phones.size() - 1 && lows.get(i + 1) <= frame) {
                i++;
            }
            return i;
        }
    }

    /**
     * Aligns words to frames {@code [from, to)}; silence is allowed at both ends, too.
     *
     * @param phones phones of each span's word
     * @return the path, silence included, or an empty list if the words do not fit into the frames
     */
    List<PhoneSpan> align(Features features, List<WordSpan> spans, List<int[]> phones, int from, int to) {
        Chain chain = chain(spans, phones, from, to);
        int states = model.statesPerPhone();
        int n = chain.phones.size() * states;
        int frames = to - from;
        float[] now = new float[n];
        float[] next = new float[n];
        byte[][] back = new byte[frames][];
        float[][] emissions = new float[frames][];
        int[] lows = new int[frames];
        Arrays.fill(now, NONE);
        Arrays.fill(next, NONE);
        int firstPhone = 0;
        int lastPhone = 0;
        for (int t = 0; t < frames; t++) {
            scorer.frame(features, from + t);
            int before = t == 0 ? 0 : lows[t - 1];
            firstPhone = chain.firstAllowed(firstPhone, from + t);
            lastPhone = chain.lastAllowed(lastPhone, from + t);
            int low = firstPhone * states;
            int high = (lastPhone + 1) * states;
            back[t] = new byte[Math.max(0, high - low)];
            emissions[t] = new float[back[t].length];
            Arrays.fill(emissions[t], NONE);
            lows[t] = low;
            float best = NONE;
            for (int i = low; i < high; i++) {
                float value = best(chain, now, i, t == 0, back[t], low);
                if (value > NONE) {
                    float emission = scorer.score(chain.senones.get(i / states)[i % states]);
                    emissions[t][i - low] = emission;
                    value += emission;
                    best = Math.max(best, value);
                }
                next[i] = value;
            }
            if (best == NONE) {
                return List.of();
            }
            for (int i = low; i < high; i++) {
                next[i] -= best;
            }
            // Only what was in the band holds a score: the rest stays clear for the frame after the next.
            Arrays.fill(now, Math.min(before, low), Math.max(high, t == 0 ? 0 : before + back[t - 1].length), NONE);
            float[] swap = now;
            now = next;
            next = swap;
        }
        int end = n - 1;
        // The last silence is optional.
        if (now[n - 1 - states] > now[end]) {
            end = n - 1 - states;
        }
        return now[end] == NONE ? List.of() : trace(chain, back, emissions, lows, end, from);
    }

    private Chain chain(List<WordSpan> spans, List<int[]> phones, int from, int to) {
        Chain chain = new Chain();
        int silence = model.silence();
        int[] silent = model.senones(silence);
        chain.add(-1, silence, silent, from, spans.get(0).start() + band);
        for (int w = 0; w < spans.size(); w++) {
            int[] p = phones.get(w);
            int low = spans.get(w).start() - band;
            int high = spans.get(w).end() + band;
            boolean pauseBefore =
                    w == 0 || spans.get(w).start() > spans.get(w - 1).end();
            boolean pauseAfter = w + 1 == spans.size()
                    || spans.get(w + 1).start() > spans.get(w).end();
            for (int k = 0; k < p.length; k++) {
                int left = k > 0 ? p[k - 1] : pauseBefore ? silence : last(phones.get(w - 1));
                int right = k + 1 < p.length ? p[k + 1] : pauseAfter ? silence : phones.get(w + 1)[0];
                Position position = p.length == 1
                        ? Position.SINGLE
                        : k == 0 ? Position.BEGIN : k == p.length - 1 ? Position.END : Position.INTERNAL;
                chain.add(w, p[k], model.senones(p[k], left, right, position), low, high);
            }
            int nextStart = w + 1 < spans.size() ? spans.get(w + 1).start() : to;
            // Spans overlap where nothing more is known than a stretch that holds several words.
            int end = spans.get(w).end();
            chain.add(-1, silence, silent, Math.min(end, nextStart) - band, Math.max(end, nextStart) + band);
        }
        return chain;
    }

    private static int last(int[] phones) {
        return phones[phones.length - 1];
    }

    /** Best way into state {@code i}; notes in {@code back} how many states back it comes from. */
    private float best(Chain chain, float[] now, int i, boolean first, byte[] back, int low) {
        int states = model.statesPerPhone();
        int s = i % states;
        int phone = i / states;
        int columns = states + 1;
        if (first) {
            // Begin with silence or with the first word.
            return i == 0 || i == states ? 0 : NONE;
        }
        float[] own = model.transitions(chain.phones.get(phone));
        float value = now[i] + own[s * columns + s];
        byte from = 0;
        if (s > 0) {
            float moved = now[i - 1] + own[(s - 1) * columns + s];
            if (moved > value) {
                value = moved;
                from = 1;
            }
        } else if (phone > 0) {
            float exit = now[i - 1] + model.transitions(chain.phones.get(phone - 1))[states * columns - 1];
            if (exit > value) {
                value = exit;
                from = 1;
            }
            // Past an optional silence.
            if (chain.words.get(phone - 1) < 0 && phone > 1) {
                float past = now[i - 1 - states] + model.transitions(chain.phones.get(phone - 2))[states * columns - 1];
                if (past > value) {
                    value = past;
                    from = (byte) (1 + states);
                }
            }
        }
        back[i - low] = from;
        return value;
    }

    private List<PhoneSpan> trace(Chain chain, byte[][] back, float[][] emissions, int[] lows, int end, int from) {
        int states = model.statesPerPhone();
        int frames = back.length;
        Optional<PathPosteriors> posteriors =
                weighing ? Optional.of(new PathPosteriors(ways(chain), emissions, lows)) : Optional.empty();
        int[] at = new int[frames];
        int i = end;
        for (int t = frames - 1; t >= 0; t--) {
            at[t] = i;
            i -= back[t][i - lows[t]];
        }
        List<PhoneSpan> result = new ArrayList<>();
        for (int t = 0; t < frames; ) {
            int phone = at[t] / states;
            int[] start = new int[states + 1];
            float score = 0;
            int first = t;
            int state = 0;
            start[0] = from + t;
            while (t < frames && at[t] / states == phone) {
                score += emissions[t][at[t] - lows[t]];
                while (state < at[t] % states) {
                    start[++state] = from + t;
                }
                t++;
            }
            while (state < states) {
                start[++state] = from + t;
            }
            if (t > first) {
                result.add(new PhoneSpan(
                        chain.words.get(phone),
                        chain.phones.get(phone),
                        chain.senones.get(phone),
                        start,
                        score,
                        shift(emissions, lows, at, first),
                        earlier(emissions, lows, at, first),
                        later(emissions, lows, at, first),
                        posteriors.map(p -> Likely.of(p, phone * states, first)).orElse(Likely.CERTAIN)));
            }
        }
        return result;
    }

    /** How the states of a chain follow each other. */
    private PathPosteriors.Ways ways(Chain chain) {
        int states = model.statesPerPhone();
        int columns = states + 1;
        int n = chain.phones.size() * states;
        float[] stay = new float[n];
        float[] move = new float[n];
        float[] pass = new float[n];
        Arrays.fill(pass, NONE);
        for (int i = 0; i < n; i++) {
            int s = i % states;
            int phone = i / states;
            float[] own = model.transitions(chain.phones.get(phone));
            stay[i] = own[s * columns + s];
            move[i] = s > 0
                    ? own[(s - 1) * columns + s]
                    : phone > 0 ? model.transitions(chain.phones.get(phone - 1))[states * columns - 1] : NONE;
            if (s == 0 && phone > 1 && chain.words.get(phone - 1) < 0) {
                pass[i] = model.transitions(chain.phones.get(phone - 2))[states * columns - 1];
            }
        }
        return new PathPosteriors.Ways(stay, move, pass, states);
    }

    /**
     * Where between two frames a phone begins: there, in a straight line from frame to frame, its likelihood overtakes that of the
     * phone before.
     */
    private static float shift(float[][] emissions, int[] lows, int[] at, int t) {
        if (t == 0) {
            return 0;
        }
        float before = emission(emissions, lows, at[t], t - 1) - emission(emissions, lows, at[t - 1], t - 1);
        float here = emission(emissions, lows, at[t], t) - emission(emissions, lows, at[t - 1], t);
        return before < 0 && here > 0 && before > NONE ? before / (before - here) - 0.5f : 0;
    }

    private static float earlier(float[][] emissions, int[] lows, int[] at, int t) {
        float cost = 0;
        for (int f = Math.max(0, t - MOVE); f < t; f++) {
            cost += emission(emissions, lows, at[f], f) - emission(emissions, lows, at[t], f);
        }
        return cost;
    }

    private float later(float[][] emissions, int[] lows, int[] at, int t) {
        // What stands before may go on, or the optional silence in between may.
        int before = Math.max(0, t == 0 ? 0 : at[t - 1]);
        int silence = Math.max(0, at[t] - model.statesPerPhone());
        float cost = 0;
        for (int f = t; f < Math.min(at.length, t + MOVE); f++) {
            cost += emission(emissions, lows, at[f], f)
                    - Math.max(emission(emissions, lows, before, f), emission(emissions, lows, silence, f));
        }
        return cost;
    }

    private static float emission(float[][] emissions, int[] lows, int state, int frame) {
        int i = state - lows[frame];
        return i < 0 || i >= emissions[frame].length ? NONE : emissions[frame][i];
    }
}
