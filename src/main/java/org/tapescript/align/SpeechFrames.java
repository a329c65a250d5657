package org.tapescript.align;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.acoustic.AcousticModel;

/** Which frames hold speech, judging by the phone loop. */
final class SpeechFrames {
    /** Isolated speech of fewer frames is a click; a shorter pause does not interrupt speech. */
    private static final int SHORT = 8;
    /** A longer silence ends a stretch of speech; a stretch with less speech is none. */
    private static final int SILENCE = 100;

    private static final int MINIMUM_SPEECH = 25;
    /** More frames of speech than this between two words start a new run. */
    private static final int LONGEST_BREAK = 20;

    private SpeechFrames() {}

    /**
     * @param heard each frame's phone on the loop's best path
     * @param fading frames that are an echo only
     */
    static boolean[] of(AcousticModel model, byte[] heard, boolean[] fading) {
        boolean[] speech = new boolean[heard.length];
        for (int t = 0; t < heard.length; t++) {
            speech[t] = !model.isFiller(heard[t]) && !fading[t];
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

    /** Words that follow each other in text and sound, with nothing but silence between them. */
    static List<List<WordSpan>> runs(List<WordSpan> spans, boolean[] speech) {
        List<List<WordSpan>> runs = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            boolean starts = i == 0
                    || spans.get(i).word() != spans.get(i - 1).word() + 1
                    || count(speech, spans.get(i - 1).end(), spans.get(i).start()) > LONGEST_BREAK;
            if (starts) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(spans.get(i));
        }
        return runs;
    }

    /**
     * Stretches of speech that nothing covers, each until a second of silence or until something covers it again; what is shorter than a
     * quarter of a second is left out.
     *
     * @return frames, half open, in order
     */
    static List<int[]> outside(boolean[] covered, boolean[] speech) {
        List<int[]> result = new ArrayList<>();
        int from = -1;
        int lastSpeech = -1;
        for (int t = 0; t <= covered.length; t++) {
            boolean free = t < covered.length && !covered[t];
            if (free && speech[t]) {
                from = from < 0 ? t : from;
                lastSpeech = t;
            }
            if (from >= 0 && (!free || t - lastSpeech > SILENCE)) {
                if (count(speech, from, lastSpeech + 1) >= MINIMUM_SPEECH) {
                    result.add(new int[] {from, lastSpeech + 1});
                }
                from = -1;
            }
        }
        return result;
    }
}
