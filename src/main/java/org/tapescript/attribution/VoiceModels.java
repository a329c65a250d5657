package org.tapescript.attribution;

import java.util.Arrays;
import java.util.List;
import org.tapescript.acoustic.VoiceStatistics;

/** The voices on a tape, each learned from the units that are thought to be its own. */
final class VoiceModels {
    /** What is a voice's by less is not learned from. */
    private static final double LEAST_SHARE = 0.01;

    private final List<VoiceStatistics> units;
    private final double[][] share;
    private final VoiceStatistics[] all;
    private final double[][][] voices;

    /**
     * @param units samples
     * @param share by unit and voice, the share of the unit that is the voice's
     */
    VoiceModels(List<VoiceStatistics> units, double[][] share) {
        this.units = units;
        this.share = share;
        this.all = new VoiceStatistics[share[0].length];
        Arrays.fill(all, units.get(0).plus(units.get(0), -1));
        for (int u = 0; u < units.size(); u++) {
            for (int v = 0; v < all.length; v++) {
                if (share[u][v] > LEAST_SHARE) {
                    all[v] = all[v].plus(units.get(u), (float) share[u][v]);
                }
            }
        }
        this.voices = Arrays.stream(all).map(VoiceEvidence::voice).toArray(double[][][]::new);
    }

    int voices() {
        return all.length;
    }

    boolean isHeard(int voice) {
        return all[voice].frames() > 0.5;
    }

    double[][] voice(int voice) {
        return voices[voice];
    }

    /** A voice as learned from all but the units {@code [from, to)}: they shall not speak for themselves. */
    double[][] without(int voice, int from, int to) {
        VoiceStatistics rest = all[voice];
        for (int u = from; u < to; u++) {
            if (share[u][voice] > LEAST_SHARE) {
                rest = rest.plus(units.get(u), (float) -share[u][voice]);
            }
        }
        return VoiceEvidence.voice(rest);
    }

    /** By unit and voice, how well they fit. */
    double[][] fit() {
        double[][] fit = new double[units.size()][all.length];
        for (int u = 0; u < units.size(); u++) {
            for (int v = 0; v < all.length; v++) {
                double[][] voice = share[u][v] > LEAST_SHARE ? without(v, u, u + 1) : voices[v];
                fit[u][v] = VoiceEvidence.fit(units.get(u), voice);
            }
        }
        return fit;
    }
}
