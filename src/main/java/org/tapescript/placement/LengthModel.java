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

    /** What is expected of so many letters in a voice. */
    Expected expected(int voice, double letters) {
        double seconds = letters * Math.exp(rates[voice]);
        return new Expected(Math.log(seconds), sq(spread) + sq(SHORT_SPREAD) / Math.max(SHORTEST, seconds));
    }

    /** A log-normal distribution of seconds: mean and variance of their logarithm. */
    record Expected(double mean, double variance, double constant) {
        Expected(double mean, double variance) {
            this(mean, variance, -0.5 * Math.log(2 * Math.PI * variance));
        }

        /** Log density of a length whose logarithm is given. */
        double evidence(double logSeconds) {
            return constant - 0.5 * sq(logSeconds - mean) / variance - logSeconds;
        }

        /** Seconds beyond which no sentence is sought. */
        double longest() {
            return Math.exp(mean + MAXIMUM_DEVIATIONS * Math.sqrt(variance));
        }
    }
}
