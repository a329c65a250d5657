package org.tapescript.align;

import org.tapescript.acoustic.AcousticModel;

/** Which frames hold speech, as the phone loop hears it. */
final class SpeechFrames {
    /** Speech shorter than this many frames, alone, is a click; a pause shorter than it does not interrupt speech. */
    private static final int SHORT = 8;

    private SpeechFrames() {}

    /** @param heard each frame's phone on the loop's best path */
    static boolean[] of(AcousticModel model, byte[] heard) {
        boolean[] speech = new boolean[heard.length];
        for (int t = 0; t < heard.length; t++) {
            speech[t] = !model.isFiller(heard[t]);
        }
        fill(speech, false, SHORT);
        fill(speech, true, SHORT);
        return speech;
    }

    /** Turns runs of {@code value} shorter than {@code frames} over. */
    private static void fill(boolean[] flags, boolean value, int frames) {
        int from = 0;
        for (int t = 1; t <= flags.length; t++) {
            if (t == flags.length || flags[t] != flags[from]) {
                if (flags[from] == value && t - from < frames && from > 0 && t < flags.length) {
                    java.util.Arrays.fill(flags, from, t, !value);
                }
                from = t;
            }
        }
    }

    static int count(boolean[] speech, int from, int to) {
        int n = 0;
        for (int t = from; t < to; t++) {
            n += speech[t] ? 1 : 0;
        }
        return n;
    }
}
