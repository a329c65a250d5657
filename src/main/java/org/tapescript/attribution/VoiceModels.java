package org.tapescript.attribution;

import java.util.Arrays;
import java.util.List;
import org.tapescript.voice.VoiceMixture;
import org.tapescript.voice.VoiceModel;
import org.tapescript.voice.VoiceSample;
import org.tapescript.voice.VoiceStatistics;

/** The voices on a tape, each estimated from the units attributed to it. */
final class VoiceModels {
    /** Units that belong to a voice with a smaller share are left out of its estimate. */
    private static final double MINIMUM_SHARE = 0.01;

    private final List<VoiceSample> samples;
    private final double[][] share;
    private final VoiceStatistics[] all;
    private final VoiceModel[] voices;
    private final VoiceMixture people;

    /**
     * @param units samples
     * @param share by unit and voice, the share of the unit that is the voice's
     * @param within how much a person varies, see {@link VoiceMixture#within}
     */
    VoiceModels(List<VoiceStatistics> units, double[][] share, double within) {
        this.samples = units.stream().map(VoiceSample::of).toList();
        this.share = share;
        this.all = new VoiceStatistics[share[0].length];
        Arrays.fill(all, units.get(0).plus(units.get(0), -1));
        for (int u = 0; u < units.size(); u++) {
            for (int v = 0; v < all.length; v++) {
                if (share[u][v] > MINIMUM_SHARE) {
                    all[v] = all[v].plus(units.get(u), (float) share[u][v]);
                }
            }
        }
        this.voices = Arrays.stream(all).map(VoiceModel::of).toArray(VoiceModel[]::new);
        this.people = VoiceMixture.of(samples, share, within);
    }

    int voices() {
        return all.length;
    }

    boolean isHeard(int voice) {
        return all[voice].frames() > 0.5;
    }

    VoiceModel voice(int voice) {
        return voices[voice];
    }

    /** By voice, how well a sample that it did not learn from fits. */
    double[] fit(VoiceStatistics sample) {
        return people.fit(VoiceSample.of(sample));
    }

    /** By unit and voice, how well they fit; no unit speaks for itself. */
    double[][] fit() {
        double[][] fit = new double[samples.size()][];
        for (int u = 0; u < fit.length; u++) {
            fit[u] = people.fit(samples.get(u), share[u]);
        }
        return fit;
    }
}
