package org.tapescript.align;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.tapescript.acoustic.Features;

/**
 * The confidence of a word's time: an estimate of the probability that its start is right to a tenth of a second, as a logistic
 * function of how likely it and its neighbours begin where they do by all ways to lay them, how well they fit compared with the tape's
 * other words, whether their phones are heard without the text too, how plausible the lengths of the phones are, pauses and
 * untranscribed speech beside the word, and what it would cost to begin a little earlier or later.
 */
final class WordConfidence {
    /** This many frames of speech after a word may be the same word again. */
    private static final int MINIMUM_STRAY = 5;

    /** Words on both sides whose phones tell whether a word is among those that are said there. */
    private static final int AROUND = 3;
    /** Seconds of a pause beyond which more of it says nothing. */
    private static final double LONG_PAUSE = 5;

    private static final double LEAST_LIKELY = 1e-5;
    /** Seconds of a pause that parts what is said in one breath. */
    private static final double BREATH = 0.3;
    /** Agreement of phones beyond which more of it says nothing of a word. */
    private static final double AGREED = 0.45;

    private final List<WordAlignment> words;
    private final boolean[] speech;
    private final byte[] heard;
    private final Timeline timeline;
    private final double typical;
    private final OptionalDouble agreement;
    /** By word, how well all of its breath fits, compared with the tape's other words. */
    private final double[] breaths;

    private final ToDoubleFunction<double[]> judge;

    /**
     * @param agreement how far phones agree that are heard without the text, where the model learned from it
     * @param heard by frame, the phone that is heard without the text
     * @param judge what the evidence on a word says; {@link #LOGISTIC} but where that is fitted
     */
    WordConfidence(
            List<WordAlignment> words,
            boolean[] speech,
            byte[] heard,
            OptionalDouble agreement,
            Timeline timeline,
            ToDoubleFunction<double[]> judge) {
        this.judge = judge;
        this.words = words;
        this.speech = speech;
        this.heard = heard;
        this.timeline = timeline;
        double[] margins =
                words.stream().mapToDouble(WordAlignment::margin).sorted().toArray();
        this.typical = margins.length == 0 ? 0 : margins[margins.length / 2];
        this.agreement = agreement;
        this.breaths = breaths();
    }

    /** A model that learned from the text finds its words where another's are said, but they fit badly all together. */
    private double[] breaths() {
        double[] result = new double[words.size()];
        int first = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || !goesOn(words.get(i - 1), words.get(i))) {
                double all = 0;
                double fit = 0;
                for (WordAlignment w : words.subList(first, i)) {
                    double duration = w.end() - w.start() + Features.FRAME_SECONDS;
                    all += duration;
                    fit += duration * clamp(w.margin());
                }
                Arrays.fill(result, first, i, Math.max(-4, Math.min(1, fit / all - typical)));
                first = i;
            }
        }
        return result;
    }

    private static boolean goesOn(WordAlignment word, WordAlignment next) {
        return next.word() == word.word() + 1 && next.start() - word.end() <= BREATH;
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
            Math.max(-2, Math.min(2, Math.min(w.earlier(), w.later()) / 10)),
            logit(likely(w).near()),
            logit(likely(w).about()),
            logit(likely(before).about()),
            logit(likely(after).about()),
            i > 0 ? speechBetween(before.end(), w.start()) / 10 : 0,
            pause(i > 0 ? w.start() - before.end() : LONG_PAUSE),
            pause(i + 1 < words.size() ? after.start() - w.end() : LONG_PAUSE),
            agreeing(i, i),
            agreeing(Math.max(0, i - AROUND), Math.min(words.size() - 1, i + AROUND)),
            agreement.isPresent() ? 1 : 0,
            breaths[i],
            Math.log(Math.min(1, agreement.orElse(1) / AGREED))
        };
    }

    private static ForcedAlignment.Likely likely(WordAlignment word) {
        return word.phones().get(0).likely();
    }

    private static double logit(double probability) {
        double p = Math.max(LEAST_LIKELY, Math.min(1 - LEAST_LIKELY, probability));
        return Math.log(p / (1 - p));
    }

    private static double pause(double seconds) {
        return Math.log1p(10 * Math.max(0, Math.min(LONG_PAUSE, seconds)));
    }

    /** Share of the frames of some words in which the words' phones are heard without the text too. */
    private double agreeing(int first, int last) {
        int agreeing = 0;
        int all = 0;
        for (int i = first; i <= last; i++) {
            for (ForcedAlignment.PhoneSpan phone : words.get(i).phones()) {
                for (int t = phone.from(); t < phone.to(); t++) {
                    agreeing += heard[t] == phone.phone() ? 1 : 0;
                    all++;
                }
            }
        }
        return agreeing / (double) Math.max(1, all);
    }

    double of(int i) {
        return judge.applyAsDouble(evidence(i));
    }

    private static double logistic(double[] evidence) {
        double logit = 0;
        for (int k = 0; k < WEIGHTS.length; k++) {
            logit += WEIGHTS[k] * evidence[k];
        }
        if (evidence[WEIGHTS.length] > 0) {
            logit = LEARNED[0] + LEARNED[1] * Math.max(-6, Math.min(6, logit));
            for (int k = 2; k < LEARNED.length; k++) {
                logit += LEARNED[k] * evidence[WEIGHTS.length + k - 1];
            }
        }
        return 1 / (1 + Math.exp(-logit));
    }

    static final ToDoubleFunction<double[]> LOGISTIC = WordConfidence::logistic;

    /** A logistic regression; {@code ConfidenceBenchmark} fits it. */
    private static final double[] WEIGHTS = {
        0.642, -0.00809, 0.280, 0.116, -0.303, -0.915, -1.20, -0.0941, -0.150, 0.256, 0.0404, -0.397, 0.0549, -0.00739,
        -0.232, 0.184, 0.191, 0.0707, 0.0745, -0.373, -0.135, -0.617, 0.505, 1.77
    };

    /**
     * The same where a model learned from the text: of one, of the logit by the weights above, and of the evidence that is for these only.
     * {@code ConfidenceBenchmark} fits these, too.
     */
    private static final double[] LEARNED = {1.19, 0.555, 1.95, 2.45};

    private double speechBetween(double from, double to) {
        int a = timeline.frame(from);
        int b = timeline.frame(to);
        return Math.min(50, b > a ? SpeechFrames.count(speech, a, b) : 0);
    }

    private static double clamp(double margin) {
        return Math.max(-8, Math.min(3, margin));
    }
}
