package org.tapescript.align;

import java.util.List;

/**
 * How sure a word's place is, about the probability that its start is right to a tenth of a second: a logistic function of how
 * well its phones fit beyond any others, the worst of them, its neighbours, and whether its length is that of a word.
 */
final class WordConfidence {
    private static final double BIAS = 3.2;
    private static final double OWN = 0.9;
    private static final double WORST = 0.35;
    private static final double NEIGHBOURS = 0.7;
    private static final double SQUEEZED = -2.5;
    private static final double STRETCHED = -0.06;
    private static final int SHORTEST_PHONE = 3;
    private static final int LONG_PHONE = 22;

    private WordConfidence() {}

    static double of(List<ForcedAlignment.PhoneSpan> phones, double[] margins, int index, float[] loop) {
        double worst = 0;
        int squeezed = 0;
        double stretched = 0;
        for (ForcedAlignment.PhoneSpan phone : phones) {
            double margin = phone.score();
            for (int t = phone.from(); t < phone.to(); t++) {
                margin -= loop[t];
            }
            int frames = phone.to() - phone.from();
            worst = Math.min(worst, margin / frames);
            squeezed += frames <= SHORTEST_PHONE ? 1 : 0;
            stretched += Math.max(0, frames - LONG_PHONE);
        }
        double around = (margins[Math.max(0, index - 1)] + margins[Math.min(margins.length - 1, index + 1)]) / 2;
        double share = squeezed / (double) phones.size();
        double logit = BIAS
                + OWN * clamp(margins[index])
                + WORST * clamp(worst)
                + NEIGHBOURS * clamp(around)
                + SQUEEZED * Math.max(0, share - 0.3)
                + STRETCHED * stretched;
        return 1 / (1 + Math.exp(-logit));
    }

    private static double clamp(double margin) {
        return Math.max(-8, Math.min(2, margin));
    }
}
