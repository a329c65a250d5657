package org.tapescript.align;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.Features;

/** Runs the phone loop over a whole tape, on several threads. */
final class TapePhones {
    private static final int BLOCK = 1500;
    private final Features features;
    private final boolean[] fading;
    private final SpeechLevel level;
    private final int[] phones;
    private final Parallel parallel;

    /** @param phones of the model that may be heard */
    TapePhones(Hearing hearing, SpeechLevel level, int[] phones, Parallel parallel) {
        this.features = hearing.features();
        this.fading = hearing.fading();
        this.level = level;
        this.phones = phones;
        this.parallel = parallel;
    }

    /** A stretch of a tape cut into pieces, [from, to) each. @param length of all but the last, in frames */
    static List<int[]> blocks(int from, int to, int length) {
        List<int[]> blocks = new ArrayList<>();
        for (int at = from; at < to; at += length) {
            blocks.add(new int[] {at, Math.min(to, at + length)});
        }
        return blocks;
    }

    /**
     * @param loop by frame, how well the phone heard explains it
     * @param phone by frame
     * @param speech whether it is one of speech
     */
    record Heard(float[] loop, byte[] phone, boolean[] speech) {}

    /**
     * @param hearing this tape, and the model that is to hear it
     * @param from the first frame of it that is heard
     * @param to the first behind them
     */
    Heard listen(Hearing hearing, int from, int to) {
        return listen(hearing, blocks(from, to, BLOCK));
    }

    /** @param blocks that are to be heard, [from, to) each; of the others nothing is known */
    Heard listen(Hearing hearing, List<int[]> blocks) {
        AcousticModel model = hearing.model();
        float[] loop = new float[features.frames()];
        byte[] heard = new byte[features.frames()];
        parallel.map(
                blocks,
                () -> new PhoneLoop(model, hearing.scorer(), level, RunAligner.IGNORE, phones),
                phoneLoop -> block -> {
                    phoneLoop.run(features, block[0], block[1], loop, heard);
                    return null;
                });
        return new Heard(loop, heard, SpeechFrames.of(model, heard, fading));
    }
}
