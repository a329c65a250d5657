package org.tapescript.align;

import java.util.Arrays;

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

    /** Of words of which nothing is known. */
    static Whereabouts anywhere(int words, int frames) {
        int[] unknown = new int[words];
        Arrays.fill(unknown, -1);
        return of(unknown, unknown, frames);
    }

    /** The same, but nothing lies before a frame, nor behind another. */
    Whereabouts between(int first, int last) {
        return new Whereabouts(
                Arrays.stream(from).map(f -> Math.max(f, first)).toArray(),
                Arrays.stream(to).map(t -> Math.min(t, last)).toArray());
    }

    /** Each word may lie wherever so many words before and behind it may. */
    Whereabouts widened(int words, int frames) {
        int n = from.length;
        int[] low = new int[n];
        int[] high = new int[n];
        for (int i = 0; i < n; i++) {
            low[i] = i < words ? 0 : from[i - words];
            high[i] = i + words < n ? to[i + words] : frames;
        }
        return new Whereabouts(low, high);
    }

    int from(int word) {
        return from[word];
    }

    int to(int word) {
        return to[word];
    }

    /** The first word that may end after a frame; as many as there are words where none may. */
    int firstEndingAfter(int frame) {
        return below(to, frame);
    }

    /** The last word that may begin at a frame or before it; -1 where none may. */
    int lastBeginningBy(int frame) {
        return below(from, frame) - 1;
    }

    /** How many of ascending bounds are no more than a frame. */
    private static int below(int[] bounds, int frame) {
        int low = 0;
        int high = bounds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bounds[middle] <= frame) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
