package org.tapescript.align;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tapescript.align.AnchorFinder.Run;

/** Chooses among runs of words that cannot all be right. */
final class RunChain {
    private RunChain() {}

    /** Of some runs, those that all move forward in sound and text and have the most words together. */
    static List<Run> heaviest(List<Run> runs) {
        List<Run> sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparingInt(Run::start).thenComparingInt(Run::end));
        int n = sorted.size();
        int[] weight = new int[n];
        int[] previous = new int[n];
        int best = -1;
        for (int i = 0; i < n; i++) {
            previous[i] = -1;
            weight[i] = sorted.get(i).words().size();
            for (int j = 0; j < i; j++) {
                Run a = sorted.get(j);
                Run b = sorted.get(i);
                int joined = weight[j] + b.words().size();
                if (a.end() <= b.start() && a.lastWord() < b.firstWord() && joined > weight[i]) {
                    weight[i] = joined;
                    previous[i] = j;
                }
            }
            if (best < 0 || weight[i] > weight[best]) {
                best = i;
            }
        }
        List<Run> chain = new ArrayList<>();
        for (int i = best; i >= 0; i = previous[i]) {
            chain.add(0, sorted.get(i));
        }
        return chain;
    }
}
