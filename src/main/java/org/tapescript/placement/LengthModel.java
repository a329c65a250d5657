package org.tapescript.placement;

/**
 * How long sentences take: each voice takes so long for a letter of the text, give or take; log-normally, as translations are looser or
 * tighter.
 */
final class LengthModel {
    private static final double FIRST_SPREAD = 0.4;
    private static final double LEAST_SPREAD = 0.15;
    private static final double MOST_SPREAD = 0.6;
    /** Sentences of a second spread by so much more: a "yes" may be a "yes, of course". */
    private static final double SHORT_SPREAD = 0.3;
    /** Sentences that the first guess of a rate is worth. */
    private static final double PRIOR_COUNT = 5;

    private final double[] rates;
    private final double spread;

    private LengthModel(double[] rates, double spread) {
        this.rates = rates;
        this.spread = spread;
    }

    /** All voices alike. */
    static LengthModel first(int voices, double secondsALetter) {
        double[] rates = new double[voices];
        java.util.Arrays.fill(rates, Math.log(secondsALetter));
        return new LengthModel(rates, FIRST_SPREAD);
    }

    /** Sentences whose voice, letters and seconds are known, to learn from. */
    static final class Counts {
        private final double[] sums;
        private final double[] weights;
        private double squares;
        private double all;

        Counts(int voices) {
            sums = new double[voices];
            weights = new double[voices];
        }

        void add(LengthModel model, int voice, double letters, double seconds) {
            double off = Math.log(seconds / letters);
            double weight = 1 / (1 + sq(SHORT_SPREAD / model.spread) / Math.max(0.2, seconds));
            sums[voice] += weight * off;
            weights[voice] += weight;
            squares += weight * sq(off - model.rates[voice]);
            all += weight;
        }

        LengthModel model(LengthModel before) {
            double[] rates = new double[sums.length];
            double mean = 0;
            for (int v = 0; v < rates.length; v++) {
                mean += sums[v];
            }
            mean = all > 0 ? mean / all : before.rates[0];
            for (int v = 0; v < rates.length; v++) {
                rates[v] = (sums[v] + PRIOR_COUNT * mean) / (weights[v] + PRIOR_COUNT);
            }
            double spread = Math.sqrt((squares + 10 * sq(0.3)) / (all + 10));
            return new LengthModel(rates, Math.max(LEAST_SPREAD, Math.min(MOST_SPREAD, spread)));
        }
    }

    private static double sq(double x) {
        return x * x;
    }

    /** Seconds that a voice takes for so many letters, most probably. */
    double expected(int voice, double letters) {
        return letters * Math.exp(rates[voice]);
    }

    /** Log density of a sentence's length. */
    double evidence(int voice, double letters, double seconds) {
        double expected = expected(voice, letters);
        double variance = sq(spread) + sq(SHORT_SPREAD) / Math.max(0.2, expected);
        double off = Math.log(seconds / expected);
        return -0.5 * sq(off) / variance - 0.5 * Math.log(2 * Math.PI * variance) - Math.log(seconds);
    }

    /** Seconds beyond which no sentence of so many letters is sought. */
    double longest(double letters) {
        double most = 0;
        for (int v = 0; v < rates.length; v++) {
            double expected = expected(v, letters);
            double deviation = Math.sqrt(sq(spread) + sq(SHORT_SPREAD) / Math.max(0.2, expected));
            most = Math.max(most, expected * Math.exp(3.5 * deviation));
        }
        return most;
    }

    double spread() {
        return spread;
    }
}
