package org.tapescript.align;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.tapescript.acoustic.AcousticModel;

/**
 * How far the phones recognised agree with those expected, frame by frame, beyond chance (J. Cohen 1960, A coefficient of
 * agreement for nominal scales, Educational and Psychological Measurement 20). If the expected path comes from a wrong text,
 * agreement is hardly better than chance in all frames that the model was not trained on.
 */
final class Agreement {
    /**
     * Phones heard agree with those of another text to 0.10 to 0.22, with those of the right one to 0.27 on a bad line, 0.5 and more
     * mostly.
     */
    static final double MINIMUM = 0.24;
    /** From here on they surely agree with the right one, if it has more than a few dozen words. */
    static final double FAIR = 0.36;

    /** Frames that are either all trained on or all held out. */
    private static final int BLOCK = 2000;

    /** Blocks in which a path that has lost its way is noticed. */
    private static final int STRETCH = 6;
    /** Frames of words that there are in so many blocks at least. */
    private static final int MINIMUM_COUNTED = 600;

    private final AcousticModel model;
    private final int[] phoneOf;
    /** By block, frames counted, and those in which the phone heard is the one expected. */
    private final int[] all;

    private final int[] same;
    private final long[][] counts;

    /** @param frames of the tape */
    Agreement(AcousticModel model, int frames) {
        this.all = new int[(frames + BLOCK - 1) / BLOCK];
        this.same = new int[all.length];
        this.model = model;
        int phones = model.phones().size();
        this.counts = new long[phones][phones];
        this.phoneOf = new int[model.senones()];
        for (int p = 0; p < phones; p++) {
            for (int senone : model.senones(p)) {
                phoneOf[senone] = p;
            }
        }
    }

    /** Which half of the tape a frame belongs to: 0 or 1, block by block in turn. */
    static int half(int frame) {
        return frame / BLOCK % 2;
    }

    /** The stretches of one half, [from, to) each, in which a path is in some state. */
    static List<int[]> blocks(int half, int[] states) {
        return IntStream.range(0, (states.length + BLOCK - 1) / BLOCK)
                .filter(b -> b % 2 == half)
                .mapToObj(b -> new int[] {b * BLOCK, Math.min(states.length, (b + 1) * BLOCK)})
                .filter(b -> Arrays.stream(states, b[0], b[1]).anyMatch(s -> s >= 0))
                .toList();
    }

    /** Counts a frame in which a state was expected and a phone heard; silence on either side says nothing. */
    void count(int frame, int senone, int heard) {
        int expected = phoneOf[senone];
        if (!model.isFiller(expected) && !model.isFiller(heard)) {
            counts[expected][heard]++;
            all[frame / BLOCK]++;
            same[frame / BLOCK] += expected == heard ? 1 : 0;
        }
    }

    /**
     * Whether phones agree half as often as on the whole in each two minutes from the path's first words to its last: a path that has lost its way agrees
     * by chance.
     */
    boolean holdsThroughout() {
        int[] blocks = IntStream.range(0, all.length).filter(b -> all[b] > 0).toArray();
        if (blocks.length == 0) {
            return false;
        }
        double share = Arrays.stream(same).sum() / (double) Arrays.stream(all).sum();
        int end = blocks[blocks.length - 1] + 1;
        for (int from = blocks[0]; from == blocks[0] || from + STRETCH <= end; from++) {
            int to = Math.min(end, from + STRETCH);
            int some = Math.max(MINIMUM_COUNTED, Arrays.stream(all, from, to).sum());
            if (Arrays.stream(same, from, to).sum() < share / 2 * some) {
                return false;
            }
        }
        return true;
    }

    /** 0 for chance, 1 for phones that are all the same; nothing if none were counted. */
    OptionalDouble kappa() {
        double all = 0;
        double same = 0;
        double byChance = 0;
        for (int a = 0; a < counts.length; a++) {
            long expected = 0;
            long heard = 0;
            for (int b = 0; b < counts.length; b++) {
                expected += counts[a][b];
                heard += counts[b][a];
            }
            all += expected;
            same += counts[a][a];
            byChance += (double) expected * heard;
        }
        if (all == 0) {
            return OptionalDouble.empty();
        }
        double chance = byChance / (all * all);
        return OptionalDouble.of((same / all - chance) / (1 - chance));
    }
}
