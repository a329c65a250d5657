package org.tapescript.voice;

import java.util.ArrayList;
import java.util.List;

/**
 * Agglomerative clustering of speech samples by voice: the two clusters that are most probably one voice are merged, again and
 * again. Time is quadratic in the number of samples, times the cost of finding the best pair.
 */
final class VoiceClustering {
    private VoiceClustering() {}

    /** Which two groups were joined in each step, the second going on as the first. */
    private record Step(int stays, int goes) {}

    /** All ways to cut one clustering. */
    static final class Tree {
        private final int samples;
        private final List<Step> steps = new ArrayList<>();

        private Tree(int samples) {
            this.samples = samples;
        }

        /** For each sample the number of its group, of so many groups at most. */
        int[] cut(int groups) {
            int[] group = new int[samples];
            for (int i = 0; i < samples; i++) {
                group[i] = i;
            }
            for (Step step : steps.subList(0, Math.max(0, samples - groups))) {
                for (int i = 0; i < samples; i++) {
                    group[i] = group[i] == step.goes ? step.stays : group[i];
                }
            }
            int[] number = new int[samples];
            int next = 0;
            int[] result = new int[samples];
            for (int i = 0; i < samples; i++) {
                number[group[i]] = number[group[i]] == 0 ? ++next : number[group[i]];
                result[i] = number[group[i]] - 1;
            }
            return result;
        }
    }

    static Tree cluster(List<VoiceSample> samples, double within) {
        int n = samples.size();
        double[] precision = new double[n];
        double[][] sums = new double[n][];
        double[] alone = new double[n];
        double[][] gain = new double[n][n];
        boolean[] alive = new boolean[n];
        for (int i = 0; i < n; i++) {
            VoiceSample sample = samples.get(i);
            precision[i] = sample.weight() / (1 + within * sample.weight());
            sums[i] = new double[sample.dimensions()];
            for (int d = 0; d < sums[i].length; d++) {
                sums[i][d] = precision[i] * sample.mean(d);
            }
            alone[i] = oneVoice(precision[i], sums[i], 0, sums[i]);
            alive[i] = true;
            for (int j = 0; j < i; j++) {
                gain[i][j] = oneVoice(precision[i], sums[i], precision[j], sums[j]) - alone[i] - alone[j];
            }
        }
        Tree tree = new Tree(n);
        for (int left = n; left > 1; left--) {
            int a = -1;
            int b = -1;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i && alive[i]; j++) {
                    if (alive[j] && (a < 0 || gain[i][j] > gain[a][b])) {
                        a = i;
                        b = j;
                    }
                }
            }
            tree.steps.add(new Step(b, a));
            for (int d = 0; d < sums[b].length; d++) {
                sums[b][d] += sums[a][d];
            }
            precision[b] += precision[a];
            alone[b] = oneVoice(precision[b], sums[b], 0, sums[b]);
            alive[a] = false;
            for (int i = 0; i < n; i++) {
                if (alive[i] && i != b) {
                    gain[Math.max(i, b)][Math.min(i, b)] =
                            oneVoice(precision[i], sums[i], precision[b], sums[b]) - alone[i] - alone[b];
                }
            }
        }
        return tree;
    }

    /** Log of the probability that one voice spoke two groups, or the first alone, against that of a voice as the model expects it. */
    private static double oneVoice(double precision, double[] sums, double more, double[] others) {
        double all = precision + more;
        double squares = 0;
        for (int d = 0; d < sums.length; d++) {
            double sum = sums[d] + (more > 0 ? others[d] : 0);
            squares += sum * sum;
        }
        return 0.5 * squares / (all + 1 / VoiceMixture.BETWEEN)
                - 0.5 * sums.length * Math.log1p(all * VoiceMixture.BETWEEN);
    }
}
