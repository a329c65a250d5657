package org.tapescript.placement;

import java.util.Arrays;

/**
 * How long sentences take: each voice has a rate in seconds a letter, with log-normal variation, since translations are looser
 * or tighter.
 */
final class LengthModel {
    private static final double FIRST_SPREAD = 0.4;
    private static final double MINIMUM_SPREAD = 0.15;
    private static final double MAXIMUM_SPREAD = 0.6;
    /** Additional spread of sentences of one second: a "yes" may be a "yes, of course". */
    private static final double SHORT_SPREAD = 0.3;

    private static final double SHORTEST = 0.2;
    /** Prior count, in sentences, of the initial rate. */
    private static final double PRIOR_COUNT = 5;
    /** Prior count, in sentences, of the spread, and that spread. */
    private static final double PRIOR_SPREAD_COUNT = 10;

    private static final double PRIOR_SPREAD = 0.3;
    private static final double MAXIMUM_DEVIATIONS = 3.5;

    private final double[] rates;
    private final double spread;

    private LengthModel(double[] rates, double spread) {
        this.rates = rates;
        this.spread = spread;
    }

    /** All voices alike. */
    static LengthModel first(int voices, double secondsALetter) {
        double[] rates = new double[voices];
        Arrays.fill(rates, Math.log(secondsALetter));
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
            double weight = 1 / (1 + sq(SHORT_SPREAD / model.spread) / Math.max(SHORTEST, seconds));
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
            double spread = Math.sqrt((squares + PRIOR_SPREAD_COUNT * sq(PRIOR_SPREAD)) / (all + PRIOR_SPREAD_COUNT));
            return new LengthModel(rates, Math.max(MINIMUM_SPREAD, Math.min(MAXIMUM_SPREAD, spread)));
        }
    }

    private static double sq(double x) {
        return x * x;
    }

    /** What is expected of so many letters in each voice. */
    ByVoice expected(double letters) {
        return new ByVoice(this, letters);
    }

    /** Log-normal distributions of seconds, one a voice. */
    static final class ByVoice {
        private final double[] mean;
        /** Half of one over the variance, and the logarithm of the factor before the exponential. */
        private final double[] precision;

        private final double[] constant;
        private final double longest;

        private ByVoice(LengthModel lengths, double letters) {
            int voices = lengths.rates.length;
            this.mean = new double[voices];
            this.precision = new double[voices];
            this.constant = new double[voices];
            double most = 0;
            for (int v = 0; v < voices; v++) {
                double seconds = letters * Math.exp(lengths.rates[v]);
                double variance = sq(lengths.spread) + sq(SHORT_SPREAD) / Math.max(SHORTEST, seconds);
                mean[v] = Math.log(seconds);
                precision[v] = 0.5 / variance;
                constant[v] = -0.5 * Math.log(2 * Math.PI * variance);
                most = Math.max(most, Math.exp(mean[v] + MAXIMUM_DEVIATIONS * Math.sqrt(variance)));
            }
            this.longest = most;
        }

        /** Log density, in each voice, of a length whose logarithm is given. */
        void evidence(double logSeconds, double[] byVoice) {
            for (int v = 0; v < byVoice.length; v++) {
                double off = logSeconds - mean[v];
                byVoice[v] = constant[v] - off * off * precision[v] - logSeconds;
            }
        }

        /** Seconds beyond which no sentence is sought in any voice. */
        double longest() {
            return longest;
        }
    }
}
