package org.tapescript.voice;

/** A symmetric, positive definite covariance matrix; its Cholesky factor whitens vectors. */
final class Covariance {
    private final double[][] factor;

    Covariance(double[][] matrix) {
        int n = matrix.length;
        this.factor = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
        }
    }

    /** A vector as it is where this covariance is the identity. */
    double[] whitened(double[] vector) {
        double[] result = new double[vector.length];
        for (int i = 0; i < result.length; i++) {
            double sum = vector[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * result[k];
            }
            result[i] = sum / factor[i][i];
        }
        return result;
    }

    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < factor.length; i++) {
            sum += 2 * Math.log(factor[i][i]);
        }
        return sum;
    }

    /** Sum of the squares of {@link #whitened} of the identity's columns: the trace of the inverse. */
    double traceOfInverse() {
        double sum = 0;
        for (int i = 0; i < factor.length; i++) {
            double[] unit = new double[factor.length];
            unit[i] = 1;
            for (double w : whitened(unit)) {
                sum += w * w;
            }
        }
        return sum;
    }
}
