package org.tapescript.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tapescript.align.HeardTape;

/**
 * A tape's speech, cut at pauses into islands, of which sentences are put together. A sentence begins where an island begins
 * and ends where one ends.
 */
final class Islands {
    /** As many frames of silence part two islands. A tape is listened to in steps of two frames, so one fewer would make no difference. */
    private static final int MINIMUM_PAUSE = 6;
    /** Islands of more frames are cut at shorter silences too, since not everybody pauses between sentences. */
    private static final int LONG = 250;

    /** Minimum frames on either side of such a cut. */
    private static final int MINIMUM_PART = 40;

    /** Frames over which levels are averaged, and the quantile of those that counts as the quiet level. */
    private static final int LEVEL = 20;

    private static final double QUIET = 0.05;
    /** Speech is louder than this share of the way from the quiet level to the usual one. */
    private static final double ABOVE_QUIET = 0.25;

    private final HeardTape tape;
    private final int[] starts;
    private final int[] ends;
    private final double[] speech;

    private Islands(HeardTape tape, List<int[]> spans) {
        this.tape = tape;
        this.starts = spans.stream().mapToInt(s -> s[0]).toArray();
        this.ends = spans.stream().mapToInt(s -> s[1]).toArray();
        this.speech = new double[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            speech[i + 1] = speech[i] + (tape.seconds(ends[i]) - tape.seconds(starts[i]));
        }
    }

    /** @param cuts moments in seconds at which something begins or ends for certain */
    static Islands of(HeardTape tape, List<Double> cuts) {
        SortedSet<Integer> at = new TreeSet<>();
        cuts.forEach(c -> at.add(tape.frame(c)));
        List<int[]> spans = new ArrayList<>();
        int from = -1;
        int end = -1;
        for (int t = 0; t <= tape.frames(); t++) {
            boolean said = t < tape.frames() && tape.isSpeech(t) && !tape.isPause(t);
            boolean parts = t == tape.frames() || at.contains(t) || !said && t + 1 - end >= MINIMUM_PAUSE;
            if (parts && from >= 0) {
                spans.add(new int[] {from, end});
                from = -1;
            }
            if (said) {
                from = from < 0 ? t : from;
                end = t + 1;
            }
        }
        List<int[]> parts = new ArrayList<>();
        double least = leastLevel(tape, spans);
        spans.stream().filter(s -> tape.decibels(s[0], s[1]) >= least).forEach(s -> cut(tape, s[0], s[1], parts));
        return new Islands(tape, parts);
    }

    /** The level below which hum and hiss are taken for speech, in decibels: not far above that of the quiet moments of a tape. */
    private static double leastLevel(HeardTape tape, List<int[]> spans) {
        double[] levels = new double[tape.frames() / LEVEL];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = tape.decibels(i * LEVEL, (i + 1) * LEVEL);
        }
        Arrays.sort(levels);
        double[] said = spans.stream()
                .mapToDouble(s -> tape.decibels(s[0], s[1]))
                .sorted()
                .toArray();
        if (levels.length == 0 || said.length == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double quiet = levels[(int) (levels.length * QUIET)];
        return quiet + ABOVE_QUIET * Math.max(0, said[said.length / 2] - quiet);
    }

    private static void cut(HeardTape tape, int from, int to, List<int[]> parts) {
        int best = -1;
        int longest = 0;
        for (int t = from + MINIMUM_PART; to - from > LONG && t < to - MINIMUM_PART; t++) {
            int silent = t;
            while (silent < to - MINIMUM_PART && tape.isPause(silent)) {
                silent++;
            }
            if (silent - t > longest) {
                longest = silent - t;
                best = t;
            }
            t = silent;
        }
        if (best < 0) {
            parts.add(new int[] {from, to});
        } else {
            cut(tape, from, best, parts);
            cut(tape, best + longest, to, parts);
        }
    }

    /** The same, each island cut at some frames within it. */
    Islands cutAt(SortedSet<Integer> frames) {
        List<int[]> parts = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            int from = starts[i];
            for (int cut : frames.subSet(starts[i] + 1, ends[i])) {
                parts.add(new int[] {from, cut});
                from = cut;
            }
            parts.add(new int[] {from, ends[i]});
        }
        return new Islands(tape, parts);
    }

    int count() {
        return starts.length;
    }

    int start(int island) {
        return starts[island];
    }

    int end(int island) {
        return ends[island];
    }

    double startSeconds(int island) {
        return tape.seconds(starts[island]);
    }

    double endSeconds(int island) {
        return tape.seconds(ends[island]);
    }

    /** Seconds of speech in islands {@code [from, to)}, pauses between them not counted. */
    double speech(int from, int to) {
        return speech[to] - speech[from];
    }

    /** Seconds of silence before an island. */
    double pause(int island) {
        return island == 0 ? startSeconds(0) : startSeconds(island) - endSeconds(island - 1);
    }

    /** The island that a frame lies in, or the last before it; -1 before the first. */
    int holding(int frame) {
        int at = Arrays.binarySearch(starts, frame);
        return at >= 0 ? at : -at - 2;
    }

    /** The island that begins nearest to a moment. */
    int startingAt(double seconds) {
        int best = 0;
        for (int i = 1; i < count(); i++) {
            best = Math.abs(startSeconds(i) - seconds) < Math.abs(startSeconds(best) - seconds) ? i : best;
        }
        return best;
    }
}
