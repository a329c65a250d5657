package org.tapescript.align;

/**
 * The range of frames in which each word must lie, as far as that is known before the search. Both bounds increase from word to
 * word.
 */
final class Whereabouts {
    private final int[] from;
    private final int[] to;

    private Whereabouts(int[] from, int[] to) {
        this.from = from;
        this.to = to;
    }

    /**
     * @param from by word, half open; below 0 where nothing is known
     * @param to by word; below 0 where nothing is known
     * @param frames in all
     */
    static Whereabouts of(int[] from, int[] to, int frames) {
        int[] low = from.clone();
        int[] high = to.clone();
        for (int i = 0; i < low.length; i++) {
            low[i] = Math.max(low[i], i == 0 ? 0 : low[i - 1]);
        }
        for (int i = high.length - 1; i >= 0; i--) {
            int next = i + 1 == high.length ? frames : high[i + 1];
            high[i] = high[i] < 0 ? next : Math.min(next, high[i]);
        }
        return new Whereabouts(low, high);
    }

    int from(int word) {
        return from[word];
    }

    int to(int word) {
        return to[word];
    }

    /** Whether some word can be nowhere. */
    boolean isClosed() {
        for (int i = 0; i < from.length; i++) {
            if (from[i] >= to[i]) {
                return true;
            }
        }
        return false;
    }

    boolean allow(WordSpan word) {
        return word.start() < to[word.word()] && word.end() > from[word.word()];
    }
}
