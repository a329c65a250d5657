package org.tapescript.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tapescript.align.HeardTape;
import org.tapescript.voice.VoiceFinder;
import org.tapescript.voice.VoiceMixture;
import org.tapescript.voice.VoiceModel;
import org.tapescript.voice.VoiceSample;
import org.tapescript.voice.VoiceStatistics;

/** The voices on a tape: found by clustering its speech, then re-estimated from whatever is attributed to each. */
final class Voices {
    /** Speech of up to so many seconds, with only shorter pauses than this, is one sample for clustering. */
    private static final double PIECE = 3;

    private static final double SHORT_PAUSE = 0.3;
    /** At most so many samples, the longest, are clustered. */
    private static final int MAXIMUM_PIECES = 250;
    /** Clusters with a larger share of the speech count as speakers when the number is unknown. */
    private static final double SPEAKERS_SHARE = 0.05;

    /** Minimum frames on either side of a change of voice within an island. */
    private static final int MINIMUM_PART = 25;
    /** Minimum log likelihood by which two voices must explain an island better than one. */
    private static final double CHANGES = 8;

    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private final HeardTape tape;
    private final VoiceModel[] models;
    private final VoiceMixture people;
    private final double within;

    private Voices(HeardTape tape, VoiceModel[] models, VoiceMixture people, double within) {
        this.tape = tape;
        this.models = models;
        this.people = people;
        this.within = within;
    }

    /** The speech of a tape, cut into pieces of one voice each when voices are first looked for; safe from several threads. */
    static final class Speech {
        private final HeardTape tape;
        private final Islands islands;
        private Pieces pieces;

        Speech(HeardTape tape, Islands islands) {
            this.tape = tape;
            this.islands = islands;
        }

        HeardTape tape() {
            return tape;
        }

        Islands islands() {
            return islands;
        }

        private synchronized Pieces pieces() {
            if (pieces == null) {
                List<VoiceStatistics> all = Voices.pieces(tape, islands);
                List<VoiceStatistics> longest = all.stream()
                        .sorted(Comparator.comparingDouble(p -> -p.frames()))
                        .limit(MAXIMUM_PIECES)
                        .toList();
                double within = within(all);
                VoiceFinder finder =
                        new VoiceFinder(longest.stream().map(VoiceSample::of).toList(), within);
                pieces = new Pieces(all, longest, within, finder);
            }
            return pieces;
        }

        /** How many people speak, by the sound alone. */
        int people() {
            List<VoiceStatistics> samples = pieces().longest;
            double[][] share = pieces().finder.find(0).share();
            double[] said = new double[share.length == 0 ? 1 : share[0].length];
            for (int i = 0; i < share.length; i++) {
                for (int v = 0; v < said.length; v++) {
                    said[v] += share[i][v] * samples.get(i).frames();
                }
            }
            double least = SPEAKERS_SHARE * Arrays.stream(said).sum();
            return (int) Arrays.stream(said).filter(s -> s >= least).count();
        }

        /** @param count of voices that are looked for, at least 1 */
        Voices voices(int count) {
            Pieces from = pieces();
            Voices voices = of(tape, from.longest, from.finder.find(count).share(), count, from.within);
            return voices.learn(
                    from.all,
                    from.all.stream()
                            .mapToInt(p -> nearest(voices.people.fit(VoiceSample.of(p))))
                            .toArray());
        }
    }

    /** @param longest those that are grouped */
    private record Pieces(
            List<VoiceStatistics> all, List<VoiceStatistics> longest, double within, VoiceFinder finder) {}

    /** How much people vary: what follows each other is mostly one person's. */
    private static double within(List<VoiceStatistics> samples) {
        return VoiceMixture.within(
                samples.stream().map(VoiceSample::of).toList(),
                IntStream.range(1, samples.size())
                        .mapToObj(i -> new int[] {i - 1, i})
                        .toList());
    }

    private static int nearest(double[] fit) {
        int best = 0;
        for (int v = 1; v < fit.length; v++) {
            best = fit[v] > fit[best] ? v : best;
        }
        return best;
    }

    private static Voices of(
            HeardTape tape, List<VoiceStatistics> samples, double[][] share, int count, double within) {
        List<VoiceStatistics> known = samples.isEmpty() ? List.of(tape.voice(0, 0)) : samples;
        double[][] shares = samples.isEmpty() ? new double[1][count] : share;
        VoiceModel[] models = new VoiceModel[count];
        for (int v = 0; v < count; v++) {
            VoiceStatistics sum = tape.voice(0, 0);
            for (int i = 0; i < known.size(); i++) {
                sum = shares[i][v] > 0 ? sum.plus(known.get(i), (float) shares[i][v]) : sum;
            }
            models[v] = VoiceModel.of(sum);
        }
        return new Voices(
                tape,
                models,
                VoiceMixture.of(known.stream().map(VoiceSample::of).toList(), shares, within),
                within);
    }

    /** The voices of which there are samples, each of one voice. */
    static Voices of(HeardTape tape, List<VoiceStatistics> samples, int[] voice, int count) {
        return of(tape, samples, voice, count, within(samples));
    }

    private static Voices of(HeardTape tape, List<VoiceStatistics> samples, int[] voice, int count, double within) {
        double[][] share = new double[voice.length][count];
        for (int i = 0; i < voice.length; i++) {
            share[i][voice[i]] = 1;
        }
        return of(tape, samples, share, count, within);
    }

    /** As many voices as these, learned anew from samples of one voice each. */
    Voices learn(List<VoiceStatistics> samples, int[] voice) {
        return of(tape, samples, voice, count(), within);
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

    int count() {
        return models.length;
    }

    /** By voice, how well frames {@code [from, to)} fit, in log likelihood. */
    double[] fit(int from, int to) {
        return people.fit(VoiceSample.of(tape.voice(from, to)));
    }

    /** Cuts islands in which one voice follows another without a pause. */
    Islands cut(Islands islands) {
        SortedSet<Integer> cuts = new TreeSet<>();
        for (int i = 0; i < islands.count(); i++) {
            int from = islands.start(i);
            int frames = islands.end(i) - from;
            if (frames < 2 * MINIMUM_PART) {
                continue;
            }
            double[][] sum = new double[count()][frames + 1];
            double whole = NEVER;
            for (int v = 0; v < count(); v++) {
                for (int t = 0; t < frames; t++) {
                    sum[v][t + 1] = sum[v][t] + VoiceModel.INDEPENDENT * tape.fit(models[v], from + t, from + t + 1);
                }
                whole = Math.max(whole, sum[v][frames]);
            }
            double best = whole + CHANGES;
            int cut = -1;
            for (int t = MINIMUM_PART; t <= frames - MINIMUM_PART; t++) {
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
