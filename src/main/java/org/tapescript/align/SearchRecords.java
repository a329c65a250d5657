package org.tapescript.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** The words that the paths of a {@link WordSearch} have ended, each with the one before it. A record is named by its number. Not thread-safe. */
final class SearchRecords {
    /** Records above which those of dead paths are dropped. */
    private static final int FORGET = 1 << 17;

    private int[] node = new int[4096];
    private int[] start = new int[4096];
    private int[] end = new int[4096];
    private int[] previous = new int[4096];
    private int[] depth = new int[4096];
    private int count;
    private int limit = FORGET;
    /** While records are dropped: 0 for those that no path leads to. */
    private int[] moved = new int[0];

    void clear() {
        count = 0;
        limit = FORGET;
    }

    /** A word that ended in a node, after another one or -1. */
    int add(int endNode, int from, int to, int before) {
        if (count == node.length) {
            int more = count * 2;
            node = Arrays.copyOf(node, more);
            start = Arrays.copyOf(start, more);
            end = Arrays.copyOf(end, more);
            previous = Arrays.copyOf(previous, more);
            depth = Arrays.copyOf(depth, more);
        }
        node[count] = endNode;
        start[count] = from;
        end[count] = to;
        previous[count] = before;
        depth[count] = before < 0 ? 1 : depth[before] + 1;
        return count++;
    }

    /** How many words a path has ended; 0 for none, -1. */
    int depth(int record) {
        return record < 0 ? 0 : depth[record];
    }

    /** Whether so many are kept that it is time to drop those of dead paths: in a long search nearly all. */
    boolean areMany() {
        return count > limit;
    }

    /** Marks a record, and those before it, as wanted. */
    void want(int record) {
        if (moved.length < count) {
            moved = new int[count];
        }
        for (int r = record; r >= 0 && moved[r] == 0; r = previous[r]) {
            moved[r] = 1;
        }
    }

    /** Drops what is not wanted; returns the new number of each record. */
    IntUnaryOperator drop() {
        int kept = 0;
        int[] numbers = moved.length < count ? new int[count] : moved;
        for (int r = 0; r < count; r++) {
            if (numbers[r] != 0) {
                node[kept] = node[r];
                start[kept] = start[r];
                end[kept] = end[r];
                depth[kept] = depth[r];
                // A record's previous one is older: it has moved already.
                previous[kept] = previous[r] < 0 ? -1 : numbers[previous[r]];
                numbers[r] = kept++;
            }
        }
        count = kept;
        limit = Math.max(FORGET, 2 * count);
        moved = new int[0];
        return record -> numbers[record];
    }

    /** The words of a path, in order. */
    List<WordSpan> trace(int last, WordGraph graph) {
        List<WordSpan> result = new ArrayList<>();
        for (int r = last; r >= 0; r = previous[r]) {
            result.add(new WordSpan(graph.word(node[r]), graph.variant(node[r]), start[r], end[r]));
        }
        Collections.reverse(result);
        return result;
    }
}
