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

    /** How many people speak on a tape, by the sound alone. */
    static int count(HeardTape tape, Islands islands) {
        List<VoiceStatistics> pieces = pieces(tape, islands);
        List<VoiceStatistics> samples = samples(pieces);
        double[][] share = finder(samples, within(pieces)).find(0).share();
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
    static Voices find(HeardTape tape, Islands islands, int count) {
        List<VoiceStatistics> pieces = pieces(tape, islands);
        List<VoiceStatistics> samples = samples(pieces);
        double within = within(pieces);
        Voices voices = of(tape, samples, finder(samples, within).find(count).share(), count, within);
        return voices.learn(
                pieces,
                pieces.stream()
                        .mapToInt(p -> nearest(voices.people.fit(VoiceSample.of(p))))
                        .toArray());
    }

    private static VoiceFinder finder(List<VoiceStatistics> samples, double within) {
        return new VoiceFinder(samples.stream().map(VoiceSample::of).toList(), within);
    }

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

    /** Those that are grouped. */
    private static List<VoiceStatistics> samples(List<VoiceStatistics> pieces) {
        return pieces.stream()
                .sorted(Comparator.comparingDouble(p -> -p.frames()))
                .limit(MAXIMUM_PIECES)
                .toList();
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
