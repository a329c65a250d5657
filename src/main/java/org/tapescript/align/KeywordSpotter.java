package org.tapescript.align;

import java.util.Arrays;
import java.util.List;
import org.tapescript.acoustic.AcousticModel;

/**
 * Finds where keywords may be said within running speech: by how much less well their phones explain a stretch of sound than
 * any sequence of phones does (keyword spotting with a filler model; I. Szöke et al. 2005, Interspeech). Phones are
 * context-independent, which suits words of another language.
 */
final class KeywordSpotter {
    private final AcousticModel model;
    private final int states;
    /** Of all ways to say all keywords: the states one after the other, and where each way begins among them. */
    private final int[] column;

    private final int[] first;
    private final int[] keyword;
    private final float[] score;

    /** @param keywords for each, the ways in which it may be said */
    KeywordSpotter(AcousticModel model, List<List<int[]>> keywords) {
        this.model = model;
        this.states = model.statesPerPhone();
        int ways = keywords.stream().mapToInt(List::size).sum();
        this.first = new int[ways + 1];
        this.keyword = new int[ways];
        int all = keywords.stream()
                .flatMap(List::stream)
                .mapToInt(w -> w.length * states)
                .sum();
        this.column = new int[all];
        this.score = new float[all];
        int way = 0;
        int at = 0;
        for (int k = 0; k < keywords.size(); k++) {
            for (int[] phones : keywords.get(k)) {
                keyword[way] = k;
                first[way] = at;
                for (int phone : phones) {
                    for (int s = 0; s < states; s++) {
                        column[at++] = phone * states + s;
                    }
                }
                way++;
            }
        }
        first[way] = at;
    }

    /** Forgets what was heard. */
    void begin() {
        Arrays.fill(score, Float.NEGATIVE_INFINITY);
    }

    /**
     * Hears a frame.
     *
     * @param emissions log likelihoods, phone by phone and state by state
     * @param loop log likelihood of the frame on the best path of any phones
     * @param best receives for each keyword how well it fits if it ends here, a phone, where that is better than what stands there
     */
    void hear(float[] emissions, float loop, float[] best) {
        for (int way = 0; way < keyword.length; way++) {
            int from = first[way];
            for (int s = first[way + 1] - 1; s > from; s--) {
                score[s] = Math.max(score[s], score[s - 1]) + emissions[column[s]] - loop;
            }
            score[from] = Math.max(score[from], 0) + emissions[column[from]] - loop;
            int last = first[way + 1] - 1;
            float each = score[last] * states / (last - from + 1);
            best[keyword[way]] = Math.max(best[keyword[way]], each);
        }
    }
}
