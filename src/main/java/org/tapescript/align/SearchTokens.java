package org.tapescript.align;

import java.util.Arrays;

/**
 * The tokens of a {@link WordSearch}: in each state of each node the best path that ends there, and what is about to enter the node. All that is
 * known of a node lies together: a search goes through thousands of nodes a frame, each somewhere else in memory.
 *
 * <p>A token is named by its place, {@link #at} for the first state of a node, one more for each further state. Not thread-safe.
 */
final class SearchTokens {
    static final float NONE = Float.NEGATIVE_INFINITY;
    private static final int NOTHING = Float.floatToRawIntBits(NONE);
    /** Behind the tokens of a node's states: score, history and beginning of what enters it, and when that was last asked. */
    private static final int ENTRY = 4;

    private final int states;
    private final int stride;
    private final int entry;
    private final int[] cells;

    SearchTokens(int nodes, int states) {
        this.states = states;
        this.entry = 3 * states;
        this.stride = (entry + ENTRY + 3) / 4 * 4;
        this.cells = new int[nodes * stride];
        for (int node = 0; node < nodes; node++) {
            clear(node);
        }
    }

    /** The token of a node's first state. */
    int at(int node) {
        return node * stride;
    }

    float score(int token) {
        return Float.intBitsToFloat(cells[token]);
    }

    void setScore(int token, float score) {
        cells[token] = Float.floatToRawIntBits(score);
    }

    /** The record of the last word that a token's path has ended, or -1. */
    int history(int token) {
        return cells[token + states];
    }

    void setHistory(int token, int history) {
        cells[token + states] = history;
    }

    /** The frame at which the word in work began. */
    int began(int token) {
        return cells[token + 2 * states];
    }

    /** Takes over history and beginning from another token of the node. */
    void follow(int token, int from) {
        cells[token + states] = cells[from + states];
        cells[token + 2 * states] = cells[from + 2 * states];
    }

    /** Ends all of a node's tokens. */
    void clear(int node) {
        Arrays.fill(cells, at(node), at(node) + states, NOTHING);
    }

    /** Makes a node ready to be entered, once for each stamp; returns whether it was not before. */
    boolean open(int node, int stamp) {
        int at = at(node) + entry;
        if (cells[at + 3] == stamp) {
            return false;
        }
        cells[at + 3] = stamp;
        cells[at] = NOTHING;
        return true;
    }

    /** Lets a path enter an open node where it is the best that does. */
    void offer(int node, float score, int history, int began) {
        int at = at(node) + entry;
        if (score > Float.intBitsToFloat(cells[at])) {
            cells[at] = Float.floatToRawIntBits(score);
            cells[at + 1] = history;
            cells[at + 2] = began;
        }
    }

    /** Score of what enters a node. */
    float entering(int node) {
        return Float.intBitsToFloat(cells[at(node) + entry]);
    }

    /** Gives a node's first token the history and beginning of what enters. */
    void enter(int node) {
        int at = at(node);
        cells[at + states] = cells[at + entry + 1];
        cells[at + 2 * states] = cells[at + entry + 2];
    }
}
