package org.tapescript.workflow;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Word;
import org.tapescript.job.CancellationToken;

/**
 * Whether the times that a file gives to words are those of a tape, without knowing what is said: where words are, it is loud, and
 * between them it is not. The two curves go together at this place better than at any other, if they belong together.
 */
final class TimesCheck {
    /** Steps a second of the curves. */
    private static final int STEPS = 20;
    /** What lies farther off than so many steps is left out of both: only words and pauses are compared, not how a tape is laid out. */
    private static final int AROUND = 4 * STEPS;
    /** Steps by which times may be off all the same: programs and decoders disagree about where a file begins. */
    private static final int NEAR = STEPS / 4;
    /** From so many steps on two places have nothing to do with each other. */
    private static final int FAR = 5 * STEPS;
    /** How many such places are compared. */
    private static final int PLACES = 200;
    /** What the sound says of the times. */
    enum Fit {
        /** They are those of this sound. */
        CERTAIN,
        /** They may be. */
        OPEN,
        /** Nothing speaks for it. */
        NONE
    }

    /**
     * Deviations by which the curves go together better here than elsewhere, if the times are the tape's: 12 to 33 on seven tapes in two languages,
     * 5.5 where words leave no gaps, about 4 of 40 words.
     */
    private static final double STANDS_OUT = 6;
    /** More than another tape's words ever did, which was 4. */
    private static final double MAY_STAND_OUT = 4.5;
    /** Words that begin so far from where they are heard, on average, are not timed by this tape. */
    private static final double OFF_SECONDS = 0.4;
    /** Silence is not infinitely quiet: root mean square, of 32768. */
    private static final double FLOOR = 10;

    private TimesCheck() {}

    /** What a sound says of the times of words. Of less than a minute it is hardly ever certain. */
    static Fit fit(List<Word> words, SampleSource sound, CancellationToken cancel) {
        double deviations = standsOut(words, sound, cancel);
        return deviations >= STANDS_OUT ? Fit.CERTAIN : deviations >= MAY_STAND_OUT ? Fit.OPEN : Fit.NONE;
    }

    /** Whether the times that words have lie mostly where the words were found on the tape. */
    static boolean areHeard(List<Word> given, List<Word> found) {
        Map<Integer, TimeSpan> times = new HashMap<>();
        given.forEach(w -> w.span().ifPresent(s -> times.put(w.place().start(), s)));
        double[] off = found.stream()
                .filter(w -> w.isTimed() && times.containsKey(w.place().start()))
                .mapToDouble(w -> Math.abs(w.span().orElseThrow().startSeconds()
                        - times.get(w.place().start()).startSeconds()))
                .sorted()
                .toArray();
        return off.length > 0 && off[off.length / 2] <= OFF_SECONDS;
    }

    private static double standsOut(List<Word> words, SampleSource sound, CancellationToken cancel) {
        float[] loud = loudness(sound, cancel);
        float[] spoken = new float[loud.length];
        for (Word word : words) {
            word.span().ifPresent(s -> mark(s, spoken));
        }
        float[] a = standard(loud);
        float[] b = standard(spoken);
        int n = a.length;
        if (n < 4 * FAR) {
            return 0;
        }
        double here = IntStream.rangeClosed(-NEAR, NEAR)
                .mapToDouble(lag -> together(a, b, lag))
                .max()
                .orElseThrow();
        double[] elsewhere = IntStream.range(0, PLACES)
                .mapToDouble(i -> together(a, b, FAR + (int) ((long) i * (n - 2 * FAR) / PLACES)))
                .toArray();
        double mean = Arrays.stream(elsewhere).average().orElseThrow();
        double deviation = Math.sqrt(
                Arrays.stream(elsewhere).map(r -> (r - mean) * (r - mean)).sum() / PLACES);
        return (here - mean) / Math.max(1e-6, deviation);
    }

    /** Decibels by step. */
    private static float[] loudness(SampleSource sound, CancellationToken cancel) {
        int step = sound.rate() / STEPS;
        float[] block = new float[step];
        float[] result = new float[(int) (sound.length() / step)];
        for (int i = 0; i < result.length; i++) {
            cancel.check();
            sound.read((long) i * step, block, step);
            double sum = 0;
            for (float v : block) {
                sum += v * v;
            }
            result[i] = (float) Math.log(FLOOR + Math.sqrt(sum / step));
        }
        return result;
    }

    /** Adds what share of each step a word takes. */
    private static void mark(TimeSpan word, float[] spoken) {
        double from = word.startSeconds() * STEPS;
        double to = word.endSeconds() * STEPS;
        for (int i = (int) from; i < to && i < spoken.length; i++) {
            spoken[i] = (float) Math.min(1, spoken[i] + Math.min(to, i + 1) - Math.max(from, i));
        }
    }

    /** Without what is slow, and of unit length. */
    private static float[] standard(float[] curve) {
        double[] sums = new double[curve.length + 1];
        for (int i = 0; i < curve.length; i++) {
            sums[i + 1] = sums[i] + curve[i];
        }
        float[] result = new float[curve.length];
        double squares = 0;
        for (int i = 0; i < curve.length; i++) {
            int from = Math.max(0, i - AROUND);
            int to = Math.min(curve.length, i + AROUND + 1);
            result[i] = (float) (curve[i] - (sums[to] - sums[from]) / (to - from));
            squares += result[i] * result[i];
        }
        for (int i = 0; i < result.length; i++) {
            result[i] /= (float) Math.sqrt(Math.max(1e-9, squares));
        }
        return result;
    }

    /** How two curves go together if the second is later by a lag, round the end. */
    private static double together(float[] a, float[] b, int lag) {
        int n = a.length;
        double sum = 0;
        for (int i = 0, k = Math.floorMod(-lag, n); i < n; i++) {
            sum += a[i] * b[k];
            k = k + 1 == n ? 0 : k + 1;
        }
        return sum;
    }
}
