package org.tapescript.acoustic;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.IntStream;
import org.tapescript.acoustic.AcousticModel.Codebook;

/**
 * Adapts the means of a model's Gaussians to the voices and the room of one tape: all together by a linear transform
 * of each stream (maximum likelihood linear regression; C. J. Leggetter and P. C. Woodland 1995, Computer Speech and Language
 * 9), and those that were met often each by itself (maximum a posteriori; J.-L. Gauvain and C.-H. Lee 1994, IEEE Trans. Speech
 * and Audio Processing 2).
 */
public final class ModelAdaptation {
    /** Prior count, in frames, of the mean before adaptation (the relevance factor of MAP). */
    private static final float RELEVANCE = 20;

    /** Minimum number of frames for estimating a transform of all means. */
    private static final double MINIMUM_FRAMES = 500;

    private ModelAdaptation() {}

    /**
     * A model adapted to what was collected with it, by several threads perhaps; with too little to go by, much the same model.
     */
    public static AcousticModel adapt(AcousticModel model, Collection<AdaptationStatistics> parts) {
        AdaptationStatistics statistics = new AdaptationStatistics(model);
        parts.forEach(statistics::add);
        boolean[] filler = fillerCodebooks(model);
        Codebook[][] adapted = new Codebook[model.codebooks()][model.streams()];
        for (int s = 0; s < model.streams(); s++) {
            double[][] speech = regression(model, statistics, s, filler, false);
            double[][] noise = regression(model, statistics, s, filler, true);
            for (int c = 0; c < model.codebooks(); c++) {
                adapted[c][s] = adapt(
                        model.codebook(c, s),
                        filler[c] ? noise : speech,
                        statistics.occupancy(c, s),
                        statistics.sums(c, s));
            }
        }
        return model.withCodebooks(adapted);
    }

    private static boolean[] fillerCodebooks(AcousticModel model) {
        boolean[] filler = new boolean[model.codebooks()];
        for (int p = 0; p < model.phones().size(); p++) {
            for (int senone : model.senones(p)) {
                filler[model.codebookOf(senone)] |= model.isFiller(p);
            }
        }
        return filler;
    }

    private static Codebook adapt(Codebook book, double[][] transform, float[] occupancy, float[] sums) {
        int n = book.dimension();
        float[] means = book.means().clone();
        for (int g = 0; g < book.gaussians(); g++) {
            for (int d = 0; d < n; d++) {
                double prior = book.means()[g * n + d];
                if (transform != null) {
                    prior = transform[d][n];
                    for (int k = 0; k < n; k++) {
                        prior += transform[d][k] * book.means()[g * n + k];
                    }
                }
                means[g * n + d] = (float) ((RELEVANCE * prior + sums[g * n + d]) / (RELEVANCE + occupancy[g]));
            }
        }
        return Codebook.of(n, book.gaussians(), means, book.precisions(), book.logNorms());
    }

    /** Rows of the transform, the last column added; null where there is too little to estimate it. On all cores, each row by itself. */
    private static double[][] regression(
            AcousticModel model, AdaptationStatistics statistics, int stream, boolean[] filler, boolean ofFiller) {
        int n = model.streamOffset(stream + 1) - model.streamOffset(stream);
        int[] codebooks = IntStream.range(0, model.codebooks())
                .filter(c -> filler[c] == ofFiller)
                .toArray();
        float[][] occupancy = Arrays.stream(codebooks)
                .mapToObj(c -> statistics.occupancy(c, stream))
                .toArray(float[][]::new);
        double count = 0;
        for (float[] gaussians : occupancy) {
            for (float frames : gaussians) {
                count += frames > 0 ? frames : 0;
            }
        }
        if (count < MINIMUM_FRAMES) {
            return null;
        }
        float[][] sums = Arrays.stream(codebooks)
                .mapToObj(c -> statistics.sums(c, stream))
                .toArray(float[][]::new);
        Codebook[] books = Arrays.stream(codebooks)
                .mapToObj(c -> model.codebook(c, stream))
                .toArray(Codebook[]::new);
        double[][] rows = IntStream.range(0, n)
                .parallel()
                .mapToObj(d -> row(books, occupancy, sums, d, n))
                .toArray(double[][]::new);
        return Arrays.stream(rows).allMatch(Objects::nonNull) ? rows : null;
    }

    /** Row {@code d} of {@code n}; null where too little is known. */
    private static double[] row(Codebook[] books, float[][] occupancy, float[][] sums, int d, int n) {
        double[][] left = new double[n + 1][n + 1];
        double[] right = new double[n + 1];
        double[] mean = new double[n + 1];
        mean[n] = 1;
        for (int c = 0; c < books.length; c++) {
            for (int g = 0; g < books[c].gaussians(); g++) {
                if (occupancy[c][g] > 0) {
                    for (int i = 0; i < n; i++) {
                        mean[i] = books[c].means()[g * n + i];
                    }
                    double precision = books[c].precisions()[g * n + d];
                    for (int i = 0; i <= n; i++) {
                        right[i] += precision * sums[c][g * n + d] * mean[i];
                        double weight = precision * occupancy[c][g] * mean[i];
                        for (int j = 0; j <= n; j++) {
                            left[i][j] += weight * mean[j];
                        }
                    }
                }
            }
        }
        return solve(left, right);
    }

    private static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        for (int i = 0; i < n; i++) {
            int pivot = i;
            for (int r = i + 1; r < n; r++) {
                if (Math.abs(a[r][i]) > Math.abs(a[pivot][i])) {
                    pivot = r;
                }
            }
            if (Math.abs(a[pivot][i]) < 1e-9) {
                return null;
            }
            double[] row = a[i];
            a[i] = a[pivot];
            a[pivot] = row;
            double v = b[i];
            b[i] = b[pivot];
            b[pivot] = v;
            for (int r = i + 1; r < n; r++) {
                double f = a[r][i] / a[i][i];
                for (int k = i; k < n; k++) {
                    a[r][k] -= f * a[i][k];
                }
                b[r] -= f * b[i];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                b[i] -= a[i][k] * b[k];
            }
            b[i] /= a[i][i];
        }
        return b;
    }
}
