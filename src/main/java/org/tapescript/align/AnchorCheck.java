package org.tapescript.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trims the runs found by a search to the words that fit the sound as well as the others do. The tail of a run may have drifted
 * into speech that the text lacks; words there fit far worse than words on this tape usually do.
 */
final class AnchorCheck {
    /**
     * Words whose surroundings fit worse than the tape's median word by more than this, in log likelihood a frame, are
     * not certain.
     */
    private static final double WORSE = 1.6;

    private static final int NEIGHBOURS = 2;

    private final List<double[]> margins;
    private final double typical;

    /** @param margins of each run's words; empty for a run that could not be aligned */
    AnchorCheck(List<double[]> margins) {
        this.margins = margins;
        double[] all = margins.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        this.typical = all.length == 0 ? 0 : all[all.length / 2];
    }

    /** Median of the margins of all words. */
    double typicalMargin() {
        return typical;
    }

    List<AnchorFinder.Run> sure(List<AnchorFinder.Run> runs) {
        List<AnchorFinder.Run> result = new ArrayList<>();
        for (int r = 0; r < runs.size(); r++) {
            double[] margin = margins.get(r);
            if (margin.length > 0) {
                result.addAll(runs.get(r).pieces(i -> !(around(margin, i) < typical - WORSE)));
            }
        }
        return result;
    }

    private static double around(double[] margin, int at) {
        double sum = 0;
        int n = 0;
        for (int i = Math.max(0, at - NEIGHBOURS); i <= Math.min(margin.length - 1, at + NEIGHBOURS); i++) {
            sum += margin[i];
            n++;
        }
        return sum / n;
    }
}
