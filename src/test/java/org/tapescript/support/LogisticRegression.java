package org.tapescript.support;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Logistic regression by Newton's method, with a little ridge so that evidence which is always the same gets no weight. */
public final class LogisticRegression {
    private static final double RIDGE = 1;
    private static final int ROUNDS = 30;

    /** @param weight how much it counts for */
    public record Case(double[] evidence, boolean right, double weight) {}

    private LogisticRegression() {}

    public static double[] fit(List<Case> cases) {
        int n = cases.get(0).evidence().length;
        double[] weights = new double[n];
        for (int round = 0; round < ROUNDS; round++) {
            double[][] system = new double[n][n + 1];
            for (int k = 0; k < n; k++) {
                system[k][k] = RIDGE;
                system[k][n] = -RIDGE * weights[k];
            }
            for (Case c : cases) {
                double p = probability(weights, c.evidence());
                for (int k = 0; k < n; k++) {
                    double part = c.weight() * c.evidence()[k];
                    system[k][n] += part * ((c.right() ? 1 : 0) - p);
                    for (int l = 0; l < n; l++) {
                        system[k][l] += part * c.evidence()[l] * p * (1 - p);
                    }
                }
            }
            double[] step = solved(system);
            for (int k = 0; k < n; k++) {
                weights[k] += step[k];
            }
        }
        return weights;
    }

    public static double probability(double[] weights, double[] evidence) {
        double logit = 0;
        for (int k = 0; k < weights.length; k++) {
            logit += weights[k] * evidence[k];
        }
        return 1 / (1 + Math.exp(-logit));
    }

    /** Gauss and Jordan; the matrix is positive definite. */
    private static double[] solved(double[][] system) {
        int n = system.length;
        for (int k = 0; k < n; k++) {
            double pivot = system[k][k];
            for (int l = k; l <= n; l++) {
                system[k][l] /= pivot;
            }
            for (int i = 0; i < n; i++) {
                double factor = system[i][k];
                for (int l = k; i != k && l <= n; l++) {
                    system[i][l] -= factor * system[k][l];
                }
            }
        }
        return Arrays.stream(system).mapToDouble(row -> row[n]).toArray();
    }

    /**
     * The probability that one that is right was said to be likelier than one that is not (Mann and Whitney's U).
     *
     * @param cases whether right, in any order
     * @param said the probability of each
     */
    public static double areaUnderCurve(List<Boolean> cases, List<Double> said) {
        Integer[] order = new Integer[cases.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(said::get));
        double ranks = 0;
        long right = 0;
        for (int i = 0; i < order.length; ) {
            int end = i;
            while (end < order.length && said.get(order[end]).equals(said.get(order[i]))) {
                end++;
            }
            for (int k = i; k < end; k++) {
                ranks += cases.get(order[k]) ? (i + end + 1) / 2.0 : 0;
                right += cases.get(order[k]) ? 1 : 0;
            }
            i = end;
        }
        long wrong = cases.size() - right;
        return (ranks - right * (right + 1) / 2.0) / ((double) right * wrong);
    }
}
