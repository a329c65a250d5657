package org.tapescript.align;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The confidence of a word's time: an estimate of the probability that its start is right to a tenth of a second, as a logistic
 * function of how well the word and its neighbours fit compared with the tape's other words, how plausible the lengths of its phones
 * are, pauses and untranscribed speech beside it, and what it would cost to begin a little earlier or later.
 */
final class WordConfidence {
    /** This many frames of speech after a word may be the same word again. */
    private static final int MINIMUM_STRAY = 5;

    private final List<WordAlignment> words;
    private final boolean[] speech;
    private final Timeline timeline;
    private final double typical;
    private final ToDoubleFunction<double[]> judge;

    /** @param judge what the evidence on a word says; {@link #LOGISTIC} but where that is fitted */
    WordConfidence(List<WordAlignment> words, boolean[] speech, Timeline timeline, ToDoubleFunction<double[]> judge) {
        this.judge = judge;
        this.words = words;
        this.speech = speech;
        this.timeline = timeline;
        double[] margins =
                words.stream().mapToDouble(WordAlignment::margin).sorted().toArray();
        this.typical = margins.length == 0 ? 0 : margins[margins.length / 2];
    }

    /** What is known of a word, in the order of the weights. */
    private double[] evidence(int i) {
        WordAlignment w = words.get(i);
        WordAlignment before = words.get(Math.max(0, i - 1));
        WordAlignment after = words.get(Math.min(words.size() - 1, i + 1));
        boolean pauseBefore = i > 0 && w.start() - before.end() > PauseBias.SHORTEST_PAUSE;
        boolean pauseAfter = i + 1 < words.size() && after.start() - w.end() > PauseBias.SHORTEST_PAUSE;
        boolean strayAfter = i + 1 < words.size()
                && after.word() == w.word() + 1
                && speechBetween(w.end(), after.start()) >= MINIMUM_STRAY;
        return new double[] {
            1,
            clamp(w.margin()),
            clamp(w.margin() - typical),
            clamp(before.margin() - typical),
            w.squeezed(),
            Math.min(50, w.stretched()) / 10,
            pauseBefore ? 1 : 0,
            clamp(w.last()),
            strayAfter ? 1 : 0,
            pauseAfter ? 1 : 0,
            clamp(after.first()),
            Math.min(50, before.stretched()) / 10,
            Math.max(0, Math.min(4, w.earlier() / 10 - 1)),
            Math.max(0, Math.min(4, w.later() / 10 - 1)),
            Math.max(-2, Math.min(2, Math.min(w.earlier(), w.later()) / 10))
        };
    }

    double of(int i) {
        return judge.applyAsDouble(evidence(i));
    }

    private static double logistic(double[] evidence) {
        double logit = 0;
        for (int k = 0; k < WEIGHTS.length; k++) {
            logit += WEIGHTS[k] * evidence[k];
        }
        return 1 / (1 + Math.exp(-logit));
    }

    static final ToDoubleFunction<double[]> LOGISTIC = WordConfidence::logistic;

    /** A logistic regression; {@code ConfidenceBenchmark} fits it. */
    private static final double[] WEIGHTS = {
        3.02, 0.318, 0.359, 0.148, -0.889, -1.99, -1.28, -0.12, -0.23, -0.193, 0.0832, -0.86, 0.224, 0.247, 0.109
    };

    private double speechBetween(double from, double to) {
        int a = timeline.frame(from);
        int b = timeline.frame(to);
        return Math.min(50, b > a ? SpeechFrames.count(speech, a, b) : 0);
    }

    private static double clamp(double margin) {
        return Math.max(-8, Math.min(3, margin));
    }
}
