package org.tapescript.voice;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The people on a tape: samples of one person are distributed around that person's mean, with the same covariance for
 * everybody. How people vary when they laugh, whisper, shout or turn away is estimated on the tape itself as one full
 * covariance (a mixture with a tied covariance; the within-class covariance of S. J. D. Prince and J. H. Elder 2007,
 * Probabilistic linear discriminant analysis, ICCV).
 */
public final class VoiceMixture {
    /** Prior variance of a person's samples by dimension, in deviations of the model. */
    public static final double WITHIN = 0.1;

    /**
     * Sentences that a synthesiser reads are so alike that every chance difference would be another person's. Set by hand: from 0.035
     * to 0.055 VoicesBenchmark and the samples count alike; without it the sample of a translation has a fourth person.
     */
    private static final double MINIMUM_WITHIN = 0.05;

    private static final double MAXIMUM_WITHIN = 0.3;
    /** Number of pairs that the prior variance is worth. */
    private static final double PRIOR_PAIRS = 3;
    /** People vary this much more from turn to turn than within one. */
    private static final double MOODS = 1.5;
    /** Variance of a person's turns against a typical pair of turns next but one: 2.5 and 2.6 where actors talk, 1.3 in rooms. */
    private static final double TURNS = 2.5;
    /** Quantile of the sorted pairs that is typical of pairs of one person: up to half of them may be of two. */
    static final double SAME = 0.35;
    /** Minimum number of pairs from which that is estimated, and the minimum weight of each sample of a pair. */
    private static final int MINIMUM_PAIRS = 8;

    static final double MINIMUM_WEIGHT = 10;
    /** Variance of people. */
    static final double BETWEEN = 1 / VoiceModel.ALL_PHONES;
    /** Prior count, in samples, of the first. */
    private static final double PRIOR_COUNT = 30;
    /** Share of samples in which people sound like nobody, themselves included. */
    private static final double STRANGE = 0.01;
    /** A voice is penalised as if it had at least this many samples: a few may always lie apart by chance. */
    private static final double MINIMUM_SAMPLES = 2;
    /** How often the weights of samples, which depend on how people vary, are re-estimated. */
    private static final int ROUNDS = 2;

    private final int dimensions;
    private final double[] counts;
    private final double[][] means;
    private final double[] common;
    private final double within;
    private final Covariance covariance;
    private final Covariance anybody;
    private final double samples;
    private final double[] priors;
    private final double expected;

    private VoiceMixture(
            double[] counts,
            double[][] means,
            double[] common,
            double within,
            Covariance covariance,
            Covariance anybody,
            double samples,
            double[] priors,
            double expected) {
        this.dimensions = common.length;
        this.counts = counts;
        this.means = means;
        this.common = common;
        this.within = within;
        this.covariance = covariance;
        this.anybody = anybody;
        this.samples = samples;
        this.priors = priors;
        this.expected = expected;
    }

    /**
     * Learns the voices.
     *
     * @param share by sample and voice, the share of the sample that is the voice's
     * @param expected variance of a person's samples by dimension, as far as is known before
     */
    public static VoiceMixture of(List<VoiceSample> samples, double[][] share, double expected) {
        double within = expected;
        VoiceMixture result = null;
        for (int round = 0; round < ROUNDS; round++) {
            result = of(samples, share, expected, within);
            within = result.within;
        }
        return result;
    }

    static VoiceMixture of(List<VoiceSample> samples, double[][] share, double expected, double before) {
        int d = samples.get(0).dimensions();
        int voices = share[0].length;
        double[] common = new double[d];
        double all = 0;
        double[] counts = new double[voices];
        double[] priors = new double[voices];
        double[][] means = new double[voices][d];
        for (int i = 0; i < share.length; i++) {
            VoiceSample sample = samples.get(i);
            double weight = weight(sample, before);
            for (int v = 0; v < voices; v++) {
                priors[v] += share[i][v] / share.length;
                counts[v] += weight * share[i][v];
                for (int k = 0; k < d; k++) {
                    means[v][k] += weight * share[i][v] * sample.mean(k);
                }
            }
            all += weight;
            for (int k = 0; k < d; k++) {
                common[k] += weight * sample.mean(k);
            }
        }
        double prior = before / BETWEEN;
        for (int k = 0; k < d; k++) {
            common[k] /= Math.max(1e-9, all);
            for (int v = 0; v < voices; v++) {
                means[v][k] = (means[v][k] + prior * common[k]) / (counts[v] + prior);
            }
        }
        double[][] scatter = new double[d][d];
        double counted = PRIOR_COUNT;
        for (int i = 0; i < share.length; i++) {
            VoiceSample sample = samples.get(i);
            for (int v = 0; v < voices; v++) {
                double weight = weight(sample, before) * share[i][v];
                counted += share[i][v];
                for (int a = 0; a < d && weight > 0; a++) {
                    double off = weight * (sample.mean(a) - means[v][a]);
                    for (int b = 0; b <= a; b++) {
                        scatter[a][b] += off * (sample.mean(b) - means[v][b]);
                    }
                }
            }
        }
        double trace = 0;
        for (int a = 0; a < d; a++) {
            scatter[a][a] += PRIOR_COUNT * expected;
            for (int b = 0; b <= a; b++) {
                scatter[a][b] /= counted;
                scatter[b][a] = scatter[a][b];
            }
            trace += scatter[a][a];
        }
        Covariance covariance = new Covariance(scatter);
        for (int a = 0; a < d; a++) {
            scatter[a][a] += BETWEEN;
        }
        return new VoiceMixture(
                counts, means, common, trace / d, covariance, new Covariance(scatter), all, priors, expected);
    }

    /**
     * How much a person varies from sample to sample, of pairs of sentences that mostly are one person's.
     *
     * @param pairs each the numbers of two sentences
     */
    public static double within(List<VoiceSample> sentences, List<int[]> pairs) {
        double typical = typical(sentences, pairs, MOODS).orElse(WITHIN);
        return Math.max(MINIMUM_WITHIN, Math.min(MAXIMUM_WITHIN, typical));
    }

    /**
     * The same where the text has turns: by them or by sentences, whichever vary more.
     *
     * @param turns by turn, its sample
     * @param nextButOne each the numbers of two turns with one of somebody else between them, which often are one person's
     */
    public static double within(
            List<VoiceSample> sentences, List<int[]> pairs, List<VoiceSample> turns, List<int[]> nextButOne) {
        return Math.min(
                MAXIMUM_WITHIN,
                Math.max(
                        within(sentences, pairs),
                        typical(turns, nextButOne, TURNS).orElse(0)));
    }

    private static OptionalDouble typical(List<VoiceSample> samples, List<int[]> pairs, double times) {
        double[] squares = pairs.stream()
                .filter(p ->
                        Math.min(samples.get(p[0]).weight(), samples.get(p[1]).weight()) >= MINIMUM_WEIGHT)
                .mapToDouble(p -> variance(samples.get(p[0]), samples.get(p[1])))
                .sorted()
                .toArray();
        if (squares.length < MINIMUM_PAIRS) {
            return OptionalDouble.empty();
        }
        double typical = Math.max(0, times * squares[(int) (SAME * squares.length)]);
        return OptionalDouble.of((squares.length * typical + PRIOR_PAIRS * WITHIN) / (squares.length + PRIOR_PAIRS));
    }

    /** Variance by dimension of which two samples of one person would be a pair, but for chance. */
    static double variance(VoiceSample a, VoiceSample b) {
        double sum = 0;
        for (int k = 0; k < a.dimensions(); k++) {
            sum += (a.mean(k) - b.mean(k)) * (a.mean(k) - b.mean(k));
        }
        return 0.5 * (sum / a.dimensions() - 1 / a.weight() - 1 / b.weight());
    }

    /** What a sample counts for: a long one 1, one in which chance varies more than people do the less. */
    private static double weight(VoiceSample sample, double within) {
        return sample.weight() / (sample.weight() + 1 / within);
    }

    public int voices() {
        return means.length;
    }

    /** By voice, the log likelihood of a sample, but for what is the same for all voices. */
    public double[] fit(VoiceSample sample) {
        return fit(sample, new double[voices()]);
    }

    /**
     * The same, the sample not speaking for itself.
     *
     * @param share by voice, the share with which the voice has learned from it
     */
    public double[] fit(VoiceSample sample, double[] share) {
        double[] result = new double[voices()];
        double weight = weight(sample, within);
        double prior = within / BETWEEN;
        double nobody = Math.log(STRANGE) + density(anybody, off(sample, common), 1 / weight);
        for (int v = 0; v < result.length && weight > 0; v++) {
            double own = weight * share[v];
            double others = Math.max(prior, counts[v] + prior - own);
            double[] mean = new double[dimensions];
            for (int k = 0; k < dimensions; k++) {
                mean[k] = ((counts[v] + prior) * means[v][k] - own * sample.mean(k)) / others;
            }
            // A voice of which little is known may lie elsewhere.
            double fit = density(covariance, off(sample, mean), 1 / weight + 1 / others);
            result[v] = logSum(new double[] {Math.log1p(-STRANGE) + fit, nobody});
        }
        return result;
    }

    private static double[] off(VoiceSample sample, double[] mean) {
        double[] off = new double[mean.length];
        for (int k = 0; k < off.length; k++) {
            off[k] = sample.mean(k) - mean[k];
        }
        return off;
    }

    /** Log density of a deviation under so many times a covariance, but for what is always the same. */
    private static double density(Covariance covariance, double[] off, double variance) {
        return -0.5
                * (square(covariance.whitened(off)) / variance
                        + off.length * Math.log(variance)
                        + covariance.logDeterminant());
    }

    private static double square(double[] vector) {
        double sum = 0;
        for (double x : vector) {
            sum += x * x;
        }
        return sum;
    }

    /**
     * Whose the samples are under these voices.
     *
     * @param fixed by sample, the voice that it has for certain; negative where it is open
     * @param changes by sample, whether its voice is another than that of the sample before it, as far as is known
     * @param answered by voices, how often each was found to answer each; null if that is not known
     */
    VoiceOrder order(List<VoiceSample> samples, int[] fixed, boolean[] changes, double[][] answered) {
        double[][] centres = new double[voices()][];
        for (int v = 0; v < centres.length; v++) {
            centres[v] = covariance.whitened(means[v]);
        }
        double[][] sound = new double[samples.size()][];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = logs(samples.get(i), centres);
            for (int v = 0; v < sound[i].length && fixed[i] >= 0; v++) {
                sound[i][v] = v == fixed[i] ? sound[i][v] : Double.NEGATIVE_INFINITY;
            }
        }
        return new VoiceOrder(sound, priors, changes, answered);
    }

    private double[] logs(VoiceSample sample, double[][] centres) {
        double weight = weight(sample, within);
        double[] own = new double[dimensions];
        for (int k = 0; k < dimensions; k++) {
            own[k] = sample.mean(k);
        }
        double[] at = covariance.whitened(own);
        double[] log = new double[voices()];
        for (int v = 0; v < log.length; v++) {
            double distance = 0;
            for (int k = 0; k < dimensions; k++) {
                distance += (at[k] - centres[v][k]) * (at[k] - centres[v][k]);
            }
            log[v] = -0.5 * weight * distance;
        }
        return log;
    }

    private static double logSum(double[] log) {
        double most = Double.NEGATIVE_INFINITY;
        for (double x : log) {
            most = Math.max(most, x);
        }
        double sum = 0;
        for (double x : log) {
            sum += Math.exp(x - most);
        }
        return most + Math.log(sum);
    }

    /**
     * How well so many voices explain the samples, each voice paid for (the Bayesian information criterion).
     *
     * @param evidence of whose they are, see {@link #order}
     */
    double score(List<VoiceSample> samples, double evidence) {
        double far = 0;
        for (double[] mean : means) {
            double[] off = new double[dimensions];
            for (int k = 0; k < dimensions; k++) {
                off[k] = mean[k] - common[k];
            }
            far += square(off) / BETWEEN;
        }
        double each = -0.5 * (covariance.logDeterminant() + dimensions * Math.log(2 * Math.PI));
        double result = evidence;
        for (VoiceSample sample : samples) {
            double weight = weight(sample, within);
            if (weight > 0) {
                result += each + 0.5 * dimensions * Math.log(weight);
            }
        }
        double prior = -0.5 * PRIOR_COUNT * (covariance.logDeterminant() + expected * covariance.traceOfInverse());
        return result
                + prior
                - 0.5 * far
                - 0.5 * voices() * dimensions * Math.log(Math.max(MINIMUM_SAMPLES, this.samples / voices()));
    }

    double within() {
        return within;
    }
}
