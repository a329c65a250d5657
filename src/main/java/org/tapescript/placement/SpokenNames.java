package org.tapescript.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tapescript.align.HeardTape;
import org.tapescript.align.TapeListener.Sighting;

/**
 * The evidence that the names in a sentence give for its position. A name is detected in many places, mostly wrongly; how good
 * its best detection in a stretch is by chance follows from all its others on the tape. How much better it is where the name is
 * really said is learned for each name from where its sentences seem to lie: a name that is never detected soon counts for
 * nothing.
 */
final class SpokenNames {
    /** Prior of how well names are detected: 1 is chance. */
    private static final double FIRST = 0.45;
    /** Prior count, in detections. */
    private static final double PRIOR_COUNT = 4;

    private static final double BEST = 0.2;
    /** Maximum evidence from one stretch, in natural logarithms. */
    private static final double MAXIMUM = 4;

    private final Islands islands;
    private final double seconds;
    private final int[][] namesOf;
    /** By name, the ranks of its best sighting on each island among all, as {@link #ranges} has them; empty of one that is never sighted. */
    private final int[][][] ranks;
    /** By name, how well it is detected, and by how many sentences it is said. */
    private final double[] telling;

    private final int[] said;

    /** @param namesOf by sentence, the keywords that it holds */
    SpokenNames(HeardTape tape, Islands islands, int[][] namesOf) {
        this.islands = islands;
        this.namesOf = namesOf;
        this.seconds = Math.max(1, islands.speech(0, islands.count()));
        int names =
                1 + Arrays.stream(namesOf).flatMapToInt(Arrays::stream).max().orElse(-1);
        this.ranks = new int[names][0][];
        this.telling = new double[names];
        this.said = new int[names];
        Arrays.fill(telling, FIRST);
        Map<Integer, List<Sighting>> byName = new HashMap<>();
        for (Sighting s : tape.sightings()) {
            byName.computeIfAbsent(s.keyword(), k -> new ArrayList<>()).add(s);
        }
        for (int[] inSentence : namesOf) {
            for (int name : inSentence) {
                said[name]++;
            }
        }
        for (int name = 0; name < names; name++) {
            if (byName.containsKey(name)) {
                ranks[name] = ranges(ranked(byName.get(name)));
            }
        }
    }

    /** By island, the rank of the best sighting. */
    private int[] ranked(List<Sighting> sightings) {
        sightings.sort(Comparator.comparingDouble(s -> -s.score()));
        int[] best = new int[islands.count()];
        Arrays.fill(best, Integer.MAX_VALUE);
        int rank = 0;
        for (Sighting s : sightings) {
            int island = islands.holding(s.frame());
            boolean near = island < 0 || best[island] != Integer.MAX_VALUE;
            if (!near) {
                best[island] = rank;
            }
            rank += near ? 0 : 1;
        }
        return best;
    }

    /** Least values of all runs of islands whose number is a power of two (a sparse table). */
    private static int[][] ranges(int[] values) {
        int levels = 1;
        while (1 << levels <= values.length) {
            levels++;
        }
        int[][] table = new int[levels][];
        table[0] = values;
        for (int k = 1; k < levels; k++) {
            table[k] = new int[values.length - (1 << k) + 1];
            for (int i = 0; i < table[k].length; i++) {
                table[k][i] = Math.min(table[k - 1][i], table[k - 1][i + (1 << k - 1)]);
            }
        }
        return table;
    }

    private static int least(int[][] table, int from, int to) {
        int k = 31 - Integer.numberOfLeadingZeros(to - from);
        return Math.min(table[k][from], table[k][to - (1 << k)]);
    }

    /** The probability that chance alone brings so good a sighting of a name into islands {@code [from, to)}. */
    private double chance(int name, int from, int to) {
        int rank = least(ranks[name], from, to);
        if (rank == Integer.MAX_VALUE) {
            return 1;
        }
        double wrong = Math.max(0.5, rank - 0.5 * said[name]);
        return 1 - Math.exp(-wrong / seconds * islands.speech(from, to));
    }

    /** Log odds that a sentence lies in islands {@code [from, to)} rather than anywhere. */
    double evidence(int sentence, int from, int to) {
        double result = 0;
        for (int name : namesOf[sentence]) {
            if (ranks[name].length > 0) {
                double a = telling[name];
                result += Math.min(MAXIMUM, Math.log(a) - (1 - a) * Math.log(chance(name, from, to)));
            }
        }
        return result;
    }

    /** Learns how well each name is heard. */
    void learn(PlacementSearch.Span[] spans) {
        Map<Integer, Double> sums = new HashMap<>();
        Map<Integer, Integer> counts = new HashMap<>();
        for (int j = 0; j < spans.length; j++) {
            for (int name : namesOf[j]) {
                if (spans[j].isThere() && !spans[j].isJoined() && ranks[name].length > 0) {
                    sums.merge(name, -Math.log(chance(name, spans[j].from(), spans[j].to())), Double::sum);
                    counts.merge(name, 1, Integer::sum);
                }
            }
        }
        // The density of a chance is a * chance^(a - 1): one over the mean of its negative logarithm is the likeliest
        // a.
        double all = sums.values().stream().mapToDouble(d -> d).sum();
        int n = counts.values().stream().mapToInt(c -> c).sum();
        double common = (n + 2 * PRIOR_COUNT) / (all + 2 * PRIOR_COUNT / FIRST);
        sums.forEach((name, sum) -> telling[name] =
                Math.max(BEST, Math.min(1, (counts.get(name) + PRIOR_COUNT) / (sum + PRIOR_COUNT / common))));
    }
}
