package org.tapescript.align;

import java.util.List;

/**
 * How sure a word's place is: about the probability that its start is right to a tenth of a second, as a logistic function of
 * how well it and its neighbours fit compared with the tape's other words, its worst phone, whether its length is that of a word,
 * and speech beside it that the text lacks, for that may be the same word said twice.
 *
 * <p>The weights were fitted to synthetic interviews with fillers, repeats and words that nobody says.
 */
final class WordConfidence {
    private final List<WordAlignment> words;
    private final boolean[] speech;
    private final Timeline timeline;
    private final double typical;

    WordConfidence(List<WordAlignment> words, boolean[] speech, Timeline timeline) {
        this.words = words;
        this.speech = speech;
        this.timeline = timeline;
        double[] margins =
                words.stream().mapToDouble(WordAlignment::margin).sorted().toArray();
        this.typical = margins.length == 0 ? 0 : margins[margins.length / 2];
    }

    /** What is known of a word's fit, in the order of the weights. */
    double[] evidence(int i) {
        WordAlignment w = words.get(i);
        WordAlignment before = words.get(Math.max(0, i - 1));
        WordAlignment after = words.get(Math.min(words.size() - 1, i + 1));
        double speechBefore = i == 0 ? 50 : speechBetween(before.end(), w.start());
        double speechAfter = i + 1 == words.size() ? 50 : speechBetween(w.end(), after.start());
        return new double[] {
            1,
            clamp(w.margin()),
            clamp(w.margin() - typical),
            clamp(w.worst()),
            clamp(before.margin() - typical),
            clamp(after.margin() - typical),
            w.squeezed(),
            Math.min(50, w.stretched()) / 10,
            speechBefore / 10,
            speechAfter / 10,
            i > 0 && before.word() == w.word() - 1 ? 0 : 1,
            i + 1 < words.size() && after.word() == w.word() + 1 ? 0 : 1,
            i > 0 && w.start() - before.end() > PauseBias.SHORTEST_PAUSE ? 1 : 0,
            Math.log(Math.max(0.02, w.end() - w.start()))
        };
    }

    double of(int i) {
        double[] evidence = evidence(i);
        double logit = 0;
        for (int k = 0; k < evidence.length; k++) {
            logit += WEIGHTS[k] * evidence[k];
        }
        return 1 / (1 + Math.exp(-logit));
    }

    private static final double[] WEIGHTS = {
        5.0, 0.16, 0.34, 0.15, 0.34, 0.13, -1.35, -2.7, -0.26, -0.29, -1.14, 0, -1.0, 0.16
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
