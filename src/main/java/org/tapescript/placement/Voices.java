package org.tapescript.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tapescript.acoustic.VoiceStatistics;
import org.tapescript.align.HeardTape;
import org.tapescript.attribution.VoiceClustering;
import org.tapescript.attribution.VoiceEvidence;

/** The voices on a tape: found by grouping its speech, learned anew from whatever is thought to be each one's. */
final class Voices {
    /** Speech of up to so many seconds, with pauses shorter than this, is grouped as one. */
    private static final double PIECE = 3;

    private static final double SHORT_PAUSE = 0.3;
    /** So many pieces, the longest, are grouped. */
    private static final int MOST_PIECES = 250;
    /** Groups with less of the speech are noise, laughter or somebody who passes by. */
    private static final double LEAST_SHARE = 0.03;
    /** Such groups that are looked for beyond the number of voices. */
    private static final int STRANGE = 3;

    /** Groups with more of the speech are speakers where nothing says how many there are. */
    private static final double SPEAKERS_SHARE = 0.05;

    private static final int ROUNDS = 3;
    /** Neither side of a change of voice within an island is shorter, in frames. */
    private static final int LEAST_PART = 25;
    /** By how much two voices must explain an island better than one. */
    private static final double CHANGES = 8;

    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private final HeardTape tape;
    private final double[][][] shifts;

    private Voices(HeardTape tape, double[][][] shifts) {
        this.tape = tape;
        this.shifts = shifts;
    }

    /** How many people speak on a tape, by the sound alone. */
    static int count(HeardTape tape, Islands islands) {
        List<VoiceStatistics> samples = samples(pieces(tape, islands));
        return groups(samples, VoiceClustering.cluster(samples, 0), SPEAKERS_SHARE)
                .size();
    }

    /** @param count of voices that are looked for, at least 1 */
    static Voices find(HeardTape tape, Islands islands, int count) {
        List<VoiceStatistics> pieces = pieces(tape, islands);
        List<VoiceStatistics> samples = samples(pieces);
        VoiceStatistics[] sums = new VoiceStatistics[count];
        for (int more = 0; more <= STRANGE && sums[count - 1] == null; more++) {
            sums = largest(samples, VoiceClustering.cluster(samples, count + more), count);
        }
        Voices voices = of(tape, sums);
        for (int round = 0; round < ROUNDS; round++) {
            VoiceStatistics[] again = new VoiceStatistics[count];
            for (VoiceStatistics piece : pieces) {
                add(again, voices.nearest(piece), piece);
            }
            voices = voices.learn(again);
        }
        return voices;
    }

    /** The voices of which there are samples, some of which may be null. */
    static Voices of(HeardTape tape, VoiceStatistics[] samples) {
        return new Voices(tape, new double[samples.length][][]).learn(samples);
    }

    private static List<VoiceStatistics> pieces(HeardTape tape, Islands islands) {
        List<VoiceStatistics> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= islands.count(); i++) {
            boolean joins =
                    i < islands.count() && islands.pause(i) < SHORT_PAUSE && islands.speech(from, i + 1) < PIECE;
            if (!joins) {
                pieces.add(tape.voice(islands.start(from), islands.end(i - 1)));
                from = i;
            }
        }
        return pieces;
    }

    /** Those that are grouped. */
    private static List<VoiceStatistics> samples(List<VoiceStatistics> pieces) {
        return pieces.stream()
                .sorted(Comparator.comparingDouble(p -> -p.frames()))
                .limit(MOST_PIECES)
                .toList();
    }

    /** Sums of the largest groups; null where there are fewer. */
    private static VoiceStatistics[] largest(List<VoiceStatistics> samples, int[] group, int count) {
        List<VoiceStatistics> groups = groups(samples, group, LEAST_SHARE);
        VoiceStatistics[] result = new VoiceStatistics[count];
        for (int v = 0; v < Math.min(count, groups.size()); v++) {
            result[v] = groups.get(v);
        }
        return result;
    }

    /** Sums of the groups with at least some share of all speech, the largest first. */
    private static List<VoiceStatistics> groups(List<VoiceStatistics> samples, int[] group, double share) {
        Map<Integer, VoiceStatistics> sums = new HashMap<>();
        double all = 0;
        for (int i = 0; i < group.length; i++) {
            sums.merge(group[i], samples.get(i), VoiceStatistics::plus);
            all += samples.get(i).frames();
        }
        double least = share * all;
        return sums.values().stream()
                .filter(s -> s.frames() >= least)
                .sorted(Comparator.comparingDouble(s -> -s.frames()))
                .toList();
    }

    static void add(VoiceStatistics[] sums, int voice, VoiceStatistics sample) {
        sums[voice] = sums[voice] == null ? sample : sums[voice].plus(sample);
    }

    /** The same voices as their samples have them; one without a sample stays. */
    Voices learn(VoiceStatistics[] samples) {
        double[][][] learned = new double[samples.length][][];
        for (int v = 0; v < samples.length; v++) {
            learned[v] = samples[v] != null
                    ? VoiceEvidence.voice(samples[v])
                    : shifts[v] != null ? shifts[v] : VoiceEvidence.voice(tape.voice(0, 0));
        }
        return new Voices(tape, learned);
    }

    int count() {
        return shifts.length;
    }

    private int nearest(VoiceStatistics sample) {
        int best = 0;
        for (int v = 1; v < count(); v++) {
            best = VoiceEvidence.fit(sample, shifts[v]) > VoiceEvidence.fit(sample, shifts[best]) ? v : best;
        }
        return best;
    }

    /** How well frames {@code [from, to)} fit a voice, in log likelihood. */
    double fit(int voice, int from, int to) {
        return VoiceEvidence.INDEPENDENT * tape.fit(shifts[voice], from, to);
    }

    /** Cuts islands in which one voice follows another without a pause. */
    Islands cut(Islands islands) {
        SortedSet<Integer> cuts = new TreeSet<>();
        for (int i = 0; i < islands.count(); i++) {
            int from = islands.start(i);
            int frames = islands.end(i) - from;
            if (frames < 2 * LEAST_PART) {
                continue;
            }
            double[][] sum = new double[count()][frames + 1];
            double whole = NEVER;
            for (int v = 0; v < count(); v++) {
                for (int t = 0; t < frames; t++) {
                    sum[v][t + 1] = sum[v][t] + fit(v, from + t, from + t + 1);
                }
                whole = Math.max(whole, sum[v][frames]);
            }
            double best = whole + CHANGES;
            int cut = -1;
            for (int t = LEAST_PART; t <= frames - LEAST_PART; t++) {
                double before = NEVER;
                double after = NEVER;
                for (double[] s : sum) {
                    before = Math.max(before, s[t]);
                    after = Math.max(after, s[frames] - s[t]);
                }
                if (before + after > best) {
                    best = before + after;
                    cut = from + t;
                }
            }
            if (cut >= 0) {
                cuts.add(cut);
            }
        }
        return islands.cutAt(cuts);
    }
}
