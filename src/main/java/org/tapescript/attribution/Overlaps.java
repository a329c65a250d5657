package org.tapescript.attribution;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.acoustic.VoiceStatistics;

/** Finds words over which another voice is heard than the one that says their sentence: somebody talks into it. */
final class Overlaps {
    /** Log odds of the other voice over a run of words from which it is said to be heard. */
    private static final double LEAST = 8;
    /** Of a sentence at most so much is overlapped: more would be another's sentence. */
    private static final double MOST_SHARE = 0.4;

    /**
     * @param unit in whose midst it is
     * @param from index of the first word over which the other is heard
     * @param to index after the last
     * @param voice who is heard
     */
    record Overlap(int unit, int from, int to, int voice) {}

    private final List<VoiceStatistics> samples;
    private final VoiceModels voices;

    /** @param samples of each word */
    Overlaps(List<VoiceStatistics> samples, VoiceModels voices) {
        this.samples = samples;
        this.voices = voices;
    }

    /** At most one in each unit, where it is clearest. */
    List<Overlap> find(List<SpokenUnit> units, int[] path) {
        List<Overlap> result = new ArrayList<>();
        for (int u = 0; u < units.size(); u++) {
            Overlap found = null;
            double best = LEAST;
            for (int v = 0; v < voices.voices(); v++) {
                if (v == path[u] || !voices.isHeard(v)) {
                    continue;
                }
                double sum = 0;
                int from = units.get(u).from();
                for (int i = from; i < units.get(u).to(); i++) {
                    sum += VoiceEvidence.fit(samples.get(i), voices.voice(v))
                            - VoiceEvidence.fit(samples.get(i), voices.voice(path[u]));
                    if (sum > best) {
                        best = sum;
                        found = new Overlap(u, from, i + 1, v);
                    }
                    if (sum < 0) {
                        sum = 0;
                        from = i + 1;
                    }
                }
            }
            if (found != null
                    && frames(found.from, found.to)
                            <= MOST_SHARE
                                    * frames(units.get(u).from(), units.get(u).to())) {
                result.add(found);
            }
        }
        return result;
    }

    private double frames(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += samples.get(i).frames();
        }
        return sum;
    }
}
