package org.tapescript.align;

import java.util.List;

/** Aligners that tell by what a word's time is judged. */
public final class WatchedAligner {
    /** Words on a tape that can be told apart. */
    private static final double WORDS = 1e6;

    private WatchedAligner() {}

    /**
     * @param evidence is added to, word by word
     * @return an aligner under which a word's confidence says which evidence is its own: {@link #index}
     */
    public static Aligner of(List<double[]> evidence) {
        return new LongTextAligner(1, e -> {
            evidence.add(e);
            return (evidence.size() - 1) / WORDS;
        });
    }

    public static int index(double confidence) {
        return (int) Math.round(confidence * WORDS);
    }
}
