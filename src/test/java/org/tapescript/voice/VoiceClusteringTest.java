package org.tapescript.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Beside a clustering that works out the density of each group anew, from the covariance of all that it holds. */
class VoiceClusteringTest {
    private static final double WITHIN = 0.1;

    /**
     * Log density of samples of one person: in each dimension normal, each sample with its variance, and all with the person's mean in
     * common, of which only the variance is known.
     */
    private static double density(List<VoiceSample> samples, Set<Integer> group) {
        int[] members = group.stream().mapToInt(i -> i).toArray();
        int n = members.length;
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] = VoiceMixture.BETWEEN;
            }
            covariance[i][i] += WITHIN + 1 / samples.get(members[i]).weight();
        }
        double result = 0;
        double[][] lower = cholesky(covariance);
        for (int d = 0; d < samples.get(0).dimensions(); d++) {
            double[] solved = new double[n];
            for (int i = 0; i < n; i++) {
                double rest = samples.get(members[i]).mean(d);
                for (int j = 0; j < i; j++) {
                    rest -= lower[i][j] * solved[j];
                }
                solved[i] = rest / lower[i][i];
                result -= 0.5 * solved[i] * solved[i] + Math.log(lower[i][i]) + 0.5 * Math.log(2 * Math.PI);
            }
        }
        return result;
    }

    private static double[][] cholesky(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
            }
        }
        return lower;
    }

    private static Set<Integer> union(Set<Integer> a, Set<Integer> b) {
        Set<Integer> both = new HashSet<>(a);
        both.addAll(b);
        return both;
    }

    private static List<Set<Integer>> joined(List<VoiceSample> samples, List<Set<Integer>> groups) {
        int a = 0;
        int b = 1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                double gain = density(samples, union(groups.get(i), groups.get(j)))
                        - density(samples, groups.get(i))
                        - density(samples, groups.get(j));
                if (gain > most) {
                    most = gain;
                    a = i;
                    b = j;
                }
            }
        }
        List<Set<Integer>> result = new ArrayList<>(groups);
        result.set(a, union(groups.get(a), groups.get(b)));
        result.remove(b);
        return result;
    }

    private static Set<Set<Integer>> groups(int[] labels) {
        Set<Set<Integer>> result = new HashSet<>();
        for (int label : labels) {
            Set<Integer> group = new HashSet<>();
            IntStream.range(0, labels.length).filter(i -> labels[i] == label).forEach(group::add);
            result.add(group);
        }
        return result;
    }

    @Test
    void theMostProbablePairIsJoinedEachTime() {
        for (int seed = 0; seed < 20; seed++) {
            int people = 1 + seed % 4;
            List<VoiceSample> samples =
                    new People(seed, people, VoiceMixture.BETWEEN, 2 * WITHIN).sentences(14, i -> i % people);
            VoiceClustering.Tree tree = VoiceClustering.cluster(samples, WITHIN);
            List<Set<Integer>> expected = new ArrayList<>();
            IntStream.range(0, samples.size()).forEach(i -> expected.add(Set.of(i)));
            List<Set<Integer>> now = expected;
            for (int left = samples.size(); left > 0; left--) {
                assertThat(groups(tree.cut(left)))
                        .as("seed %d, %d groups", seed, left)
                        .isEqualTo(new HashSet<>(now));
                now = left > 1 ? joined(samples, now) : now;
            }
        }
    }

    @Test
    void groupsAreNumberedInTheOrderOfTheTape() {
        List<VoiceSample> samples = new People(3, 3, 1, 0.01).sentences(9, i -> (i / 2) % 3);
        assertThat(VoiceClustering.cluster(samples, WITHIN).cut(3)).containsExactly(0, 0, 1, 1, 2, 2, 0, 0, 1);
        assertThat(VoiceClustering.cluster(samples, WITHIN).cut(9)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(VoiceClustering.cluster(samples, WITHIN).cut(12)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }
}
