package org.tapescript.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Finds how many people speak on a tape, and which samples belong to whom: for each number, the voices that best explain the
 * samples are searched for from several starting points, and the number with the best penalised likelihood is taken. Where the
 * text says that speakers change, two voices that never follow each other are more likely one person in two moods. Safe from several threads.
 */
public final class VoiceFinder {
    private static final int MAXIMUM_VOICES = 12;
    /**
     * How many numbers in a row may bring no improvement before larger ones are no longer tried: where one pair talks after another,
     * two voices that take turns explain more than three.
     */
    private static final int PATIENCE = 4;
    /** A clustering is cut at this many additional clusters; the largest ones are the initial voices. */
    private static final int[] MORE = {0, 2, 5, 10};

    private static final int ROUNDS = 30;
    /**
     * Two voices must be expected to follow each other at least this often before it means anything that they do not.
     */
    private static final double EXPECTED = 3.5;
    /** By how much each further voice must improve the score: where it is unsure whether somebody else speaks, nobody does. */
    private static final double MARGIN = 1;
    /** How much differences of the scores are believed: samples are less independent of each other than the mixture takes them for. */
    private static final double SCORES_BELIEVED = 0.5;
    /** Numbers of voices less likely than this beside the best are not asked. */
    private static final double UNLIKELY = 0.005;
    /** By how much pairs who talk one after the other must be likelier than one pair in several moods: 14 of readers, 5 of actors. */
    private static final double PAIRS = 10;
    /** Two voices that share less than this of their company may be two people who do not meet. */
    private static final double SAME_COMPANY = 0.5;
    /** Up to this share of the expected number is explained by chance, or by a mark, a place or a sample that is wrong. */
    private static final double NEVER = 0.5;

    private final List<VoiceSample> samples;
    private final int[] fixed;
    private final int fixedVoices;
    private final boolean[] changes;
    private final List<int[]> guesses;
    private final double within;
    private final VoiceClustering.Tree tree;
    /** By number of voices: one that was tried while the number was looked for may be asked for afterwards. */
    private final Map<Integer, Found> best = new ConcurrentHashMap<>();

    /**
     * @param samples in the order of the tape
     * @param fixed by sample, the number of the voice that it has for certain; negative where it is open
     * @param changes by sample, whether its voice is another than that of the sample before it, as far as is known
     * @param guesses groupings of the samples to begin with, besides those by sound
     * @param within how much a person varies, see {@link VoiceMixture#within}
     */
    public VoiceFinder(List<VoiceSample> samples, int[] fixed, boolean[] changes, List<int[]> guesses, double within) {
        this.samples = samples;
        this.fixed = fixed;
        this.fixedVoices = 1 + Arrays.stream(fixed).max().orElse(-1);
        this.changes = changes;
        this.guesses = guesses;
        this.within = within;
        this.tree = VoiceClustering.cluster(samples, within);
    }

    /** Of samples of which nothing is known but how they sound. */
    public VoiceFinder(List<VoiceSample> samples, double within) {
        this(
                samples,
                IntStream.generate(() -> -1).limit(samples.size()).toArray(),
                new boolean[samples.size()],
                List.of(),
                within);
    }

    private record Found(VoiceMixture voices, double[][] share, double score) {}

    /**
     * @param voices how many there are; 0 if that is not known
     * @return voices that are fixed come first
     */
    public FoundVoices find(int voices) {
        if (samples.isEmpty()) {
            return new FoundVoices(new double[0][Math.max(1, voices)], new double[0]);
        }
        if (voices > 0) {
            return agreed(best(Math.max(voices, fixedVoices)), 0, List.of());
        }
        List<Found> tried = new ArrayList<>();
        Found found = best(Math.max(1, fixedVoices));
        tried.add(found);
        int number = found.voices.voices();
        int worse = 0;
        while (worse < PATIENCE && ++number <= Math.min(MAXIMUM_VOICES + fixedVoices, samples.size() / 2)) {
            Found more = best(number);
            tried.add(more);
            boolean better = more.score > found.score + MARGIN * (number - found.voices.voices());
            worse = better ? 0 : worse + 1;
            found = better ? more : found;
        }
        return agreed(withoutMoods(found), found.score, tried);
    }

    /** Asks other numbers of voices, each for as much as it is likely beside the best. */
    private FoundVoices agreed(Found found, double score, List<Found> tried) {
        double[] agreement = new double[samples.size()];
        Arrays.fill(agreement, 1);
        double all = 1;
        for (Found other : tried) {
            double likely = Math.exp(SCORES_BELIEVED * (other.score - score));
            if (likely < UNLIKELY || likely == 1) {
                continue;
            }
            double[][] share = withoutMoods(other).share;
            int[] same = counterparts(share, found.share);
            for (int i = 0; i < agreement.length; i++) {
                for (int v = 0; v < share[i].length; v++) {
                    agreement[i] += same[v] < 0 ? 0 : likely * share[i][v] * found.share[i][same[v]];
                }
            }
            all += likely;
        }
        double total = all;
        return new FoundVoices(
                found.share,
                Arrays.stream(agreement).map(a -> Math.min(1, a / total)).toArray());
    }

    /** By voice of some, which of others it is, those that have most in common first; -1 where none is left. */
    private static int[] counterparts(double[][] some, double[][] others) {
        double[][] common = new double[some[0].length][others[0].length];
        for (int i = 0; i < some.length; i++) {
            for (int v = 0; v < common.length; v++) {
                for (int w = 0; w < common[v].length; w++) {
                    common[v][w] += some[i][v] * others[i][w];
                }
            }
        }
        int[] result = new int[common.length];
        boolean[] taken = new boolean[common[0].length];
        Arrays.fill(result, -1);
        for (int n = 0; n < Math.min(common.length, common[0].length); n++) {
            int best = -1;
            int with = -1;
            for (int v = 0; v < common.length; v++) {
                for (int w = 0; w < common[v].length && result[v] < 0; w++) {
                    if (!taken[w] && (best < 0 || common[v][w] > common[best][with])) {
                        best = v;
                        with = w;
                    }
                }
            }
            result[best] = with;
            taken[with] = true;
        }
        return result;
    }

    private Found best(int voices) {
        Found known = best.get(voices);
        if (known == null) {
            known = search(voices);
            best.put(voices, known);
        }
        return known;
    }

    private Found search(int voices) {
        List<int[]> begin = new ArrayList<>();
        for (int more : MORE) {
            if (voices + more <= Math.max(voices, samples.size())) {
                begin.add(largest(tree.cut(voices + more), voices));
            }
        }
        guesses.stream().filter(g -> Arrays.stream(g).max().orElse(-1) < voices).forEach(begin::add);
        // On all cores; of equals the first, so that it does not matter on how many.
        Found first = null;
        for (Found found : begin.parallelStream()
                .map(labels -> settle(hard(labels, voices)))
                .toList()) {
            first = first == null || found.score > first.score ? found : first;
        }
        return first;
    }

    /** Voices of some groups: those that are fixed, then the largest others; -1 for the samples of all others. */
    private int[] largest(int[] group, int voices) {
        int groups = 1 + Arrays.stream(group).max().orElse(0);
        double[] weight = new double[groups];
        for (int i = 0; i < group.length; i++) {
            weight[group[i]] += fixed[i] < 0 ? 1 - 1 / (1 + samples.get(i).weight()) : 0;
        }
        int[] number = new int[groups];
        Arrays.fill(number, -1);
        int next = fixedVoices;
        int[] bySize = IntStream.range(0, groups)
                .boxed()
                .sorted((a, b) -> Double.compare(weight[b], weight[a]))
                .mapToInt(g -> g)
                .toArray();
        for (int g : bySize) {
            if (next < voices && weight[g] > 0) {
                number[g] = next++;
            }
        }
        return IntStream.range(0, group.length)
                .map(i -> fixed[i] >= 0 ? fixed[i] : number[group[i]])
                .toArray();
    }

    private static double[][] hard(int[] labels, int voices) {
        double[][] share = new double[labels.length][voices];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= 0) {
                share[i][labels[i]] = 1;
            }
        }
        return share;
    }

    /** Learns voices and shares in turns until they stay. */
    private Found settle(double[][] begin) {
        double[][] share = begin;
        double varies = within;
        VoiceMixture voices = null;
        VoiceOrder order = null;
        for (int round = 0; round < ROUNDS; round++) {
            voices = VoiceMixture.of(samples, share, within, varies);
            varies = voices.within();
            order = voices.order(samples, fixed, changes, order == null ? null : order.answered());
            share = order.share();
        }
        return new Found(voices, share, voices.score(samples, order.evidence()));
    }

    /**
     * Joins what are moods of one person: voices that should have followed each other where speakers change, and never did. Where they do not
     * even talk with the same others they may be people of pairs who talk one after the other, or such a pair in other moods: that they
     * are more than one pair must then explain much more.
     */
    private Found withoutMoods(Found found) {
        Found result = found;
        for (Strangers pair = strangers(result.share, true); pair != null; pair = strangers(result.share, true)) {
            result = joined(result, pair);
        }
        Strangers pair = strangers(result.share, false);
        if (pair != null) {
            Found fewer = withoutMoods(joined(result, pair));
            result = result.score - fewer.score < PAIRS ? fewer : result;
        }
        return result;
    }

    private Found joined(Found found, Strangers pair) {
        double[][] share = new double[samples.size()][];
        for (int i = 0; i < share.length; i++) {
            double[] old = found.share[i];
            share[i] = IntStream.range(0, old.length)
                    .filter(v -> v != pair.goes)
                    .mapToDouble(v -> v == pair.stays ? old[pair.stays] + old[pair.goes] : old[v])
                    .toArray();
        }
        return settle(share);
    }

    /** Two voices that should have followed each other and never did. */
    private record Strangers(int stays, int goes) {}

    /** @param company whether they must talk with the same others; null if there are none */
    private Strangers strangers(double[][] share, boolean company) {
        int voices = share[0].length;
        double[][] followed = new double[voices][voices];
        double[] spoken = new double[voices];
        double all = 0;
        for (int i = 1; i < share.length; i++) {
            for (int a = 0; a < voices && changes[i]; a++) {
                spoken[a] += 0.5 * (share[i][a] + share[i - 1][a]);
                for (int b = 0; b < voices; b++) {
                    followed[a][b] += share[i - 1][a] * share[i][b];
                }
            }
            all += changes[i] ? 1 : 0;
        }
        Strangers rarest = null;
        double least = NEVER;
        for (int a = 0; a < voices; a++) {
            for (int b = Math.max(a + 1, fixedVoices); b < voices; b++) {
                double expected = 2 * spoken[a] * spoken[b] / Math.max(1, all);
                double ratio = (followed[a][b] + followed[b][a]) / expected;
                if (expected >= EXPECTED && ratio < least && (!company || company(followed, a, b) >= SAME_COMPANY)) {
                    least = ratio;
                    rarest = new Strangers(a, b);
                }
            }
        }
        return rarest;
    }

    /** The share of those that two voices talk with which is the same for both, from 0 to 1. */
    private static double company(double[][] followed, int a, int b) {
        double[][] with = new double[2][followed.length];
        double[] all = new double[2];
        for (int v = 0; v < followed.length; v++) {
            for (int side = 0; side < 2 && v != a && v != b; side++) {
                int self = side == 0 ? a : b;
                with[side][v] = followed[self][v] + followed[v][self];
                all[side] += with[side][v];
            }
        }
        double same = 0;
        for (int v = 0; v < followed.length; v++) {
            same += Math.min(with[0][v] / Math.max(1, all[0]), with[1][v] / Math.max(1, all[1]));
        }
        return same;
    }
}
