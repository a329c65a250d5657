package org.tapescript.align;

import java.util.List;

/**
 * Words whose times an editor vouches for: whatever a search found on the wrong side of one of them is wrong, and what stands
 * before or after one in the text is said before or after it.
 */
final class PinnedTimes {
    /** Tolerance, in frames, between a boundary set by hand and one that was found. */
    private static final int TOLERANCE_FRAMES = 15;

    /** A word of the search, and the frames in which it is said. */
    record Pinned(int word, int start, int end) {}

    private final List<Pinned> pins;

    PinnedTimes(List<Pinned> pins) {
        this.pins = List.copyOf(pins);
    }

    /** What of some runs can be true, as runs of at least as many words as runs have. */
    List<AnchorFinder.Run> agreeing(List<AnchorFinder.Run> runs) {
        return pins.isEmpty()
                ? runs
                : runs.stream()
                        .flatMap(run -> run.pieces(i -> agrees(run.words().get(i))).stream())
                        .toList();
    }

    /** Whether a word may be where it was found. */
    boolean agrees(WordSpan w) {
        for (Pinned pin : pins) {
            boolean before = w.end() <= pin.start + TOLERANCE_FRAMES;
            boolean after = w.start() >= pin.end - TOLERANCE_FRAMES;
            if (w.word() < pin.word && !before
                    || w.word() > pin.word && !after
                    || w.word() == pin.word && (w.end() <= pin.start || w.start() >= pin.end)) {
                return false;
            }
        }
        return true;
    }

    /** Narrows a corridor, given as the first frame and the one after the last of each word, to where pinned words are. */
    void narrow(int[] low, int[] high, int frames) {
        for (Pinned pin : pins) {
            low[pin.word] = Math.max(0, pin.start - TOLERANCE_FRAMES);
            high[pin.word] = Math.min(frames, pin.end + TOLERANCE_FRAMES);
        }
    }
}
