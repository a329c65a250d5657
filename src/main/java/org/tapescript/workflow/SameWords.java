package org.tapescript.workflow;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.Arrays;
import java.util.List;

/** Compares two versions of a text, word by word. */
final class SameWords {
    private SameWords() {}

    /** For each later word the earlier one that it is, or -1. */
    static int[] matches(List<String> before, List<String> after) {
        Patch<String> changes = DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>());
        int[] match = new int[after.size()];
        Arrays.fill(match, -1);
        int earlier = 0;
        int later = 0;
        for (AbstractDelta<String> delta : changes.getDeltas()) {
            while (later < delta.getTarget().getPosition()) {
                match[later++] = earlier++;
            }
            earlier = delta.getSource().getPosition() + delta.getSource().size();
            later = delta.getTarget().getPosition() + delta.getTarget().size();
        }
        while (later < match.length) {
            match[later++] = earlier++;
        }
        return match;
    }
}
