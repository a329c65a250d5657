package org.tapescript.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tapescript.acoustic.VoiceStatistics;

/**
 * Groups samples of speech by voice: the two groups that are most probably one voice are joined, again and again, until no two
 * more probably are than are not. Time is quadratic in the number of samples.
 */
public final class VoiceClustering {
    private static final double NONE = Double.NEGATIVE_INFINITY;

    private VoiceClustering() {}

    /**
     * @param samples each of one voice
     * @param voices how many there are; 0 if that is not known
     * @return for each sample the number of its group, groups in the order in which they are heard first
     */
    public static int[] cluster(List<VoiceStatistics> samples, int voices) {
        int n = samples.size();
        List<VoiceStatistics> groups = new ArrayList<>(samples);
        double[] alone = samples.stream().mapToDouble(VoiceEvidence::oneVoice).toArray();
        double[][] gain = new double[n][n];
        int[] group = new int[n];
        boolean[] alive = new boolean[n];
        for (int i = 0; i < n; i++) {
            group[i] = i;
            alive[i] = true;
            for (int j = 0; j < i; j++) {
                gain[i][j] = gain(groups, alone, i, j);
            }
        }
        for (int left = n; left > Math.max(1, voices); left--) {
            int a = -1;
            int b = -1;
            double best = NONE;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i && alive[i]; j++) {
                    if (alive[j] && gain[i][j] > best) {
                        best = gain[i][j];
                        a = i;
                        b = j;
                    }
                }
            }
            if (voices == 0 && best < 0) {
                break;
            }
            groups.set(b, groups.get(b).plus(groups.get(a)));
            alone[b] = VoiceEvidence.oneVoice(groups.get(b));
            alive[a] = false;
            for (int i = 0; i < n; i++) {
                group[i] = group[i] == a ? b : group[i];
                if (alive[i] && i != b) {
                    gain[Math.max(i, b)][Math.min(i, b)] = gain(groups, alone, i, b);
                }
            }
        }
        return numbered(group);
    }

    /**
     * The voice that a sample most probably comes from.
     *
     * @param voices samples of voices
     * @param one whether it is one of them for certain
     * @return its index; -1 if it is more probably another's
     */
    static int nearest(VoiceStatistics sample, List<VoiceStatistics> voices, boolean one) {
        int best = -1;
        double most = one ? NONE : 0;
        for (int v = 0; v < voices.size(); v++) {
            double gain = VoiceEvidence.oneVoice(sample.plus(voices.get(v)))
                    - VoiceEvidence.oneVoice(sample)
                    - VoiceEvidence.oneVoice(voices.get(v));
            if (gain > most) {
                most = gain;
                best = v;
            }
        }
        return best;
    }

    private static double gain(List<VoiceStatistics> groups, double[] alone, int i, int j) {
        return VoiceEvidence.oneVoice(groups.get(i).plus(groups.get(j))) - alone[i] - alone[j];
    }

    private static int[] numbered(int[] group) {
        int[] number = new int[group.length];
        Arrays.fill(number, -1);
        int next = 0;
        int[] result = new int[group.length];
        for (int i = 0; i < group.length; i++) {
            if (number[group[i]] < 0) {
                number[group[i]] = next++;
            }
            result[i] = number[group[i]];
        }
        return result;
    }
}
