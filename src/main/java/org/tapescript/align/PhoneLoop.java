package org.tapescript.align;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.SenoneScorer;

/**
 * Recognises phones in any order. Its score tells how well a frame could be explained without the text, which is what words are
 * measured against, and its path tells which frames hold speech.
 *
 * <p>Viterbi over context-independent phones, in blocks; memory is one byte per state and frame of a block.
 */
final class PhoneLoop {
    /** Penalty for each phone; without it the loop recognises a new phone every few frames. */
    private static final float INSERTION = -10f;

    private final AcousticModel model;
    private final SpeechLevel level;
    private final RunAligner.PathListener listener;
    private final SenoneScorer scorer;
    /** Of the model; below, a phone is its place among these. */
    private final int[] phones;

    private final int states;
    private final int silence;

    /** @param level of the frames that will be heard */
    PhoneLoop(AcousticModel model, SenoneScorer scorer, SpeechLevel level) {
        this(model, scorer, level, RunAligner.IGNORE, all(model));
    }

    /** @param listener is told the best path, from its end to its beginning */
    PhoneLoop(AcousticModel model, SenoneScorer scorer, SpeechLevel level, RunAligner.PathListener listener) {
        this(model, scorer, level, listener, all(model));
    }

    /** @param heard phones of the model that may be heard, in order */
    PhoneLoop(
            AcousticModel model,
            SenoneScorer scorer,
            SpeechLevel level,
            RunAligner.PathListener listener,
            int[] heard) {
        this.model = model;
        this.level = level;
        this.listener = listener;
        this.scorer = scorer;
        this.phones = heard;
        this.states = model.statesPerPhone();
        this.silence = model.silence();
    }

    private static int[] all(AcousticModel model) {
        return IntStream.range(0, model.phones().size()).toArray();
    }

    /**
     * Follows the loop through frames {@code [from, to)}.
     *
     * @param score receives each frame's log likelihood on the best path
     * @param phone receives each frame's phone on it
     */
    void run(Features features, int from, int to, float[] score, byte[] phone) {
        heard(features, from, to, score, phone);
    }

    /**
     * The same.
     *
     * @return by frame, the log likelihoods of all phones' states, phone by phone
     */
    float[][] heard(Features features, int from, int to, float[] score, byte[] phone) {
        int n = phones.length * states;
        int frames = to - from;
        float[] now = new float[n];
        byte[] back = new byte[frames * n];
        short[] exitPhone = new short[frames];
        float[][] emissions = new float[frames][];
        Arrays.fill(now, Float.NEGATIVE_INFINITY);
        float exit = 0;
        for (int t = 0; t < frames; t++) {
            scorer.frame(features, from + t);
            float[] e = new float[n];
            for (int p = 0; p < phones.length; p++) {
                int[] senones = model.senones(phones[p]);
                float byLevel = model.isFiller(phones[p]) ? level.ofSilence(from + t) : level.ofSpeech(from + t);
                for (int s = 0; s < states; s++) {
                    e[p * states + s] = scorer.score(senones[s]) + byLevel;
                }
            }
            emissions[t] = e;
            exit = step(now, e, exit, back, t * n);
            short best = 0;
            float bestExit = Float.NEGATIVE_INFINITY;
            for (int p = 0; p < phones.length; p++) {
                float out = now[p * states + states - 1]
                        + model.transitions(phones[p])[states * (states + 1) - 1]
                        + (phones[p] == silence ? INSERTION / 2 : INSERTION);
                if (out > bestExit) {
                    bestExit = out;
                    best = (short) p;
                }
            }
            exitPhone[t] = best;
            exit = bestExit;
        }
        trace(features, now, back, exitPhone, emissions, from, score, phone);
        return emissions;
    }

    /** One frame; {@code back} gets, for each state, how many states back its token came from, or -1 for a new phone. */
    private float step(float[] now, float[] e, float exit, byte[] back, int row) {
        int columns = states + 1;
        float best = Float.NEGATIVE_INFINITY;
        for (int p = 0; p < phones.length; p++) {
            float[] transitions = model.transitions(phones[p]);
            for (int s = states - 1; s >= 0; s--) {
                int at = p * states + s;
                float value = now[at] + transitions[s * columns + s];
                byte from = 0;
                if (s > 0) {
                    float moved = now[at - 1] + transitions[(s - 1) * columns + s];
                    if (moved > value) {
                        value = moved;
                        from = 1;
                    }
                } else if (exit > value) {
                    value = exit;
                    from = -1;
                }
                now[at] = value + e[at];
                back[row + at] = from;
                best = Math.max(best, now[at]);
            }
        }
        for (int i = 0; i < now.length; i++) {
            now[i] -= best;
        }
        return best;
    }

    private void trace(
            Features features,
            float[] now,
            byte[] back,
            short[] exitPhone,
            float[][] emissions,
            int from,
            float[] score,
            byte[] phone) {
        int n = now.length;
        int at = 0;
        for (int i = 1; i < n; i++) {
            if (now[i] > now[at]) {
                at = i;
            }
        }
        for (int t = exitPhone.length - 1; t >= 0; t--) {
            score[from + t] = emissions[t][at];
            phone[from + t] = (byte) phones[at / states];
            listener.frame(features, from + t, model.senones(phones[at / states])[at % states]);
            byte step = back[t * n + at];
            if (step == -1 && t > 0) {
                at = exitPhone[t - 1] * states + states - 1;
            } else if (step == 1) {
                at--;
            }
        }
    }
}
