package org.tapescript.acoustic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tapescript.acoustic.AcousticModel.Codebook;

/**
 * Trains, from frames whose states are known, what a model's states sound like on this tape: for each state a mixture of
 * Gaussians of its own over all dimensions, by expectation maximisation, doubling their number step by step (as HTK does; S.
 * Young et al. 2006, The HTK Book, section 10.6). States with too few frames on the tape keep the model's own parameters.
 *
 * <p>Safe for all threads: each works on different senones.
 */
public final class MixtureTraining {
    /** Minimum number of frames for each Gaussian. */
    private static final int FRAMES_A_GAUSSIAN = 40;
    /** Frames of a state beyond which more of them add nothing. */
    private static final int ENOUGH = 4000;
    /** Prior count, in frames, of the model's own parameters. */
    private static final double RELEVANCE = 10;
    /** Variance floor, as a share of the variance of all frames. */
    private static final double FLOOR = 0.05;
    /** By how many deviations the halves of a split Gaussian are moved apart. */
    private static final double APART = 0.2;

    private static final int ROUNDS = 4;
    private static final double MINIMUM_WEIGHT = 1e-3;

    private final AcousticModel model;
    private final Features features;
    private final int most;
    private final int[][] frames;
    private final double[] floor;

    /** A senone's Gaussians and their weights. */
    public record Mixture(Codebook codebook, float[] weights) {}

    /**
     * @param model whose phones and transitions stay
     * @param senones by frame; below 0 where the frame is not to be learned from
     * @param most Gaussians a state
     */
    public MixtureTraining(AcousticModel model, Features features, int[] senones, int most) {
        this.model = model;
        this.features = features;
        this.most = most;
        int[] count = new int[model.senones()];
        for (int s : senones) {
            if (s >= 0) {
                count[s]++;
            }
        }
        this.frames = new int[count.length][];
        for (int s = 0; s < count.length; s++) {
            frames[s] = new int[count[s]];
        }
        Arrays.fill(count, 0);
        for (int t = 0; t < senones.length; t++) {
            if (senones[t] >= 0) {
                frames[senones[t]][count[senones[t]]++] = t;
            }
        }
        this.floor = floor(senones);
    }

    private double[] floor(int[] senones) {
        int dimension = features.dimension();
        double[] sum = new double[dimension];
        double[] squares = new double[dimension];
        int n = 0;
        for (int t = 0; t < senones.length; t += 3) {
            if (senones[t] >= 0) {
                n++;
                for (int d = 0; d < dimension; d++) {
                    float x = features.value(t, d);
                    sum[d] += x;
                    squares[d] += x * x;
                }
            }
        }
        double[] result = new double[dimension];
        for (int d = 0; d < dimension; d++) {
            double mean = sum[d] / Math.max(1, n);
            result[d] = Math.max(1e-4, FLOOR * (squares[d] / Math.max(1, n) - mean * mean));
        }
        return result;
    }

    /** What a senone sounds like. */
    public Mixture mixture(int senone) {
        int[] own = frames[senone];
        int step = Math.max(1, own.length / ENOUGH);
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < own.length; i += step) {
            chosen.add(own[i]);
        }
        Estimate estimate = first(senone, chosen);
        int enough = Math.max(1, Math.min(most, own.length / FRAMES_A_GAUSSIAN));
        while (estimate.gaussians() < enough) {
            estimate = estimate.split(Math.min(enough, 2 * estimate.gaussians()));
            for (int round = 0; round < ROUNDS; round++) {
                estimate = better(estimate, chosen);
            }
        }
        return estimate.mixture();
    }

    /** The model with these mixtures, one for each senone in order. */
    public AcousticModel model(List<Mixture> mixtures) {
        return model.withMixtures(
                new int[] {0, features.dimension()},
                mixtures.stream().map(m -> new Codebook[] {m.codebook()}).toArray(Codebook[][]::new),
                mixtures.stream().map(Mixture::weights).toArray(float[][]::new));
    }

    /** Weights, means and variances while they are worked out. */
    private record Estimate(double[] weight, double[][] mean, double[][] variance) {
        int gaussians() {
            return weight.length;
        }

        /** The heaviest ones halved until there are so many. */
        Estimate split(int count) {
            List<double[]> weights = new ArrayList<>();
            List<double[]> means = new ArrayList<>(List.of(mean));
            List<double[]> variances = new ArrayList<>(List.of(variance));
            for (double w : weight) {
                weights.add(new double[] {w});
            }
            while (means.size() < count) {
                int heaviest = 0;
                for (int g = 1; g < weights.size(); g++) {
                    heaviest = weights.get(g)[0] > weights.get(heaviest)[0] ? g : heaviest;
                }
                double[] lower = means.get(heaviest).clone();
                double[] upper = lower.clone();
                for (int d = 0; d < lower.length; d++) {
                    double move = APART * Math.sqrt(variances.get(heaviest)[d]);
                    lower[d] -= move;
                    upper[d] += move;
                }
                means.set(heaviest, lower);
                means.add(upper);
                variances.add(variances.get(heaviest).clone());
                weights.get(heaviest)[0] /= 2;
                weights.add(new double[] {weights.get(heaviest)[0]});
            }
            return new Estimate(
                    weights.stream().mapToDouble(w -> w[0]).toArray(),
                    means.toArray(double[][]::new),
                    variances.toArray(double[][]::new));
        }

        Mixture mixture() {
            int dimension = mean[0].length;
            float[] means = new float[gaussians() * dimension];
            float[] precisions = new float[means.length];
            float[] norms = new float[gaussians()];
            float[] weights = new float[gaussians()];
            for (int g = 0; g < gaussians(); g++) {
                double log = -0.5 * dimension * Math.log(2 * Math.PI);
                for (int d = 0; d < dimension; d++) {
                    means[g * dimension + d] = (float) mean[g][d];
                    precisions[g * dimension + d] = (float) (0.5 / variance[g][d]);
                    log -= 0.5 * Math.log(variance[g][d]);
                }
                norms[g] = (float) log;
                weights[g] = (float) weight[g];
            }
            return new Mixture(Codebook.of(dimension, gaussians(), means, precisions, norms), weights);
        }
    }

    /** One Gaussian, between what the model knew and what the frames say. */
    private Estimate first(int senone, List<Integer> chosen) {
        AcousticModel.Moments known = model.moments(senone);
        int dimension = features.dimension();
        double[] mean = new double[dimension];
        double[] variance = new double[dimension];
        for (int d = 0; d < dimension; d++) {
            double prior = known.mean()[d];
            double sum = RELEVANCE * prior;
            double squares = RELEVANCE * (prior * prior + (double) known.deviation()[d] * known.deviation()[d]);
            for (int t : chosen) {
                double x = features.value(t, d);
                sum += x;
                squares += x * x;
            }
            double n = RELEVANCE + chosen.size();
            mean[d] = sum / n;
            variance[d] = Math.max(floor[d], squares / n - mean[d] * mean[d]);
        }
        return new Estimate(new double[] {1}, new double[][] {mean}, new double[][] {variance});
    }

    private Estimate better(Estimate now, List<Integer> chosen) {
        int dimension = features.dimension();
        int n = now.gaussians();
        Mixture mixture = now.mixture();
        double[] weight = new double[n];
        double[][] sum = new double[n][dimension];
        double[][] squares = new double[n][dimension];
        double[] density = new double[n];
        float[] row = new float[dimension];
        for (int t : chosen) {
            features.read(t, 0, dimension, row, 0);
            double all = densities(mixture, row, density);
            for (int g = 0; g < n; g++) {
                double share = density[g] / all;
                if (share > 1e-4) {
                    weight[g] += share;
                    for (int d = 0; d < dimension; d++) {
                        double x = row[d];
                        sum[g][d] += share * x;
                        squares[g][d] += share * x * x;
                    }
                }
            }
        }
        for (int g = 0; g < n; g++) {
            // A Gaussian that nothing is left to stays where it was.
            boolean empty = weight[g] < 2;
            for (int d = 0; d < dimension; d++) {
                double mean = empty ? now.mean[g][d] : sum[g][d] / weight[g];
                double variance = empty ? now.variance[g][d] : squares[g][d] / weight[g] - mean * mean;
                sum[g][d] = mean;
                squares[g][d] = Math.max(floor[d], variance);
            }
            weight[g] = Math.max(MINIMUM_WEIGHT, weight[g] / chosen.size());
        }
        return new Estimate(weight, sum, squares);
    }

    /** Densities relative to the highest; returns their sum. */
    private static double densities(Mixture mixture, float[] row, double[] density) {
        Codebook book = mixture.codebook();
        int dimension = book.dimension();
        double highest = Double.NEGATIVE_INFINITY;
        for (int g = 0; g < density.length; g++) {
            float distance = 0;
            for (int d = 0; d < dimension; d++) {
                float x = row[d] - book.means()[g * dimension + d];
                distance += x * x * book.precisions()[g * dimension + d];
            }
            density[g] = Math.log(mixture.weights()[g]) + book.logNorms()[g] - distance;
            highest = Math.max(highest, density[g]);
        }
        double all = 0;
        for (int g = 0; g < density.length; g++) {
            density[g] = Math.exp(density[g] - highest);
            all += density[g];
        }
        return all;
    }
}
