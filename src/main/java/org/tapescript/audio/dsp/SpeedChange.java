package org.tapescript.audio.dsp;

import be.tarsos.dsp.resample.Resampler;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ObjIntConsumer;
import org.tapescript.acoustic.SampleSource;

/**
 * Plays sound slower or faster, pitch and all, as a tape does: TarsosDSP's band-limited resampling (J. O. Smith, Digital Audio
 * Resampling). Used to put tapes that were digitised at a wrong speed right, and for models of other sample rates.
 */
public final class SpeedChange {
    private static final int BLOCK = 1 << 15;
    private static final float FULL_SCALE = 32768f;

    private SpeedChange() {}

    /**
     * Samples from one place to another, {@code factor} times as many of them.
     *
     * @param factor above 1 is slower and lower
     * @return 16-bit amplitudes
     */
    public static float[] stretch(SampleSource source, long from, int count, double factor) {
        float[] out = new float[(int) Math.round(count * factor)];
        int[] filled = {0};
        run(source, from, count, factor, (block, n) -> {
            int take = Math.min(n, out.length - filled[0]);
            for (int i = 0; i < take; i++) {
                out[filled[0]++] = block[i] * FULL_SCALE;
            }
        });
        return out;
    }

    /** Writes all samples of a source, stretched, as 16-bit little-endian numbers. */
    public static void write(SampleSource source, double factor, Path target) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            IOException[] failure = new IOException[1];
            byte[] bytes = new byte[4 * BLOCK];
            run(source, 0, source.length(), factor, (block, n) -> {
                for (int i = 0; i < n; i++) {
                    int v = Math.max(-32768, Math.min(32767, Math.round(block[i] * FULL_SCALE)));
                    bytes[2 * i] = (byte) v;
                    bytes[2 * i + 1] = (byte) (v >> 8);
                }
                try {
                    out.write(bytes, 0, 2 * n);
                } catch (IOException e) {
                    failure[0] = e;
                }
            });
            if (failure[0] != null) {
                throw failure[0];
            }
        }
    }

    private static void run(SampleSource source, long from, long count, double factor, ObjIntConsumer<float[]> sink) {
        Resampler resampler = new Resampler(true, factor, factor);
        float[] in = new float[BLOCK];
        float[] out = new float[(int) (BLOCK * factor) + 64];
        for (long at = 0; at < count; at += BLOCK) {
            int n = (int) Math.min(BLOCK, count - at);
            source.read(from + at, in, n);
            for (int i = 0; i < n; i++) {
                in[i] /= FULL_SCALE;
            }
            boolean last = at + BLOCK >= count;
            int used = 0;
            int made;
            do {
                Resampler.Result result = resampler.process(factor, in, used, n - used, last, out, 0, out.length);
                used += result.inputSamplesConsumed;
                made = result.outputSamplesGenerated;
                sink.accept(out, made);
            } while (used < n || made == out.length);
        }
    }
}
