package org.tapescript.audio.dsp;

import be.tarsos.dsp.resample.Resampler;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.ObjIntConsumer;
import org.tapescript.acoustic.SampleSource;

/**
 * Brings decoded sound to the sample rate that a model wants, by TarsosDSP's band-limited resampling (J. O. Smith, Digital Audio
 * Resampling).
 */
public final class RateConverter {
    private static final int BLOCK = 1 << 15;
    private static final float FULL_SCALE = 32768f;

    private RateConverter() {}

    /**
     * Writes all samples of a source as 16-bit little-endian numbers, and closes the stream.
     *
     * @param factor rate wanted by rate given
     */
    public static void write(SampleSource source, double factor, OutputStream target) throws IOException {
        try (OutputStream out = new BufferedOutputStream(target, 1 << 16)) {
            IOException[] failure = new IOException[1];
            byte[] bytes = new byte[4 * BLOCK];
            run(source, factor, (block, n) -> {
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

    private static void run(SampleSource source, double factor, ObjIntConsumer<float[]> sink) {
        long count = source.length();
        Resampler resampler = new Resampler(true, factor, factor);
        float[] in = new float[BLOCK];
        float[] out = new float[(int) (BLOCK * factor) + 64];
        for (long at = 0; at < count; at += BLOCK) {
            int n = (int) Math.min(BLOCK, count - at);
            source.read(at, in, n);
            for (int i = 0; i < n; i++) {
                in[i] /= FULL_SCALE;
            }
            boolean last = at + BLOCK >= count;
            int used = 0;
            int made;
            int taken;
            do {
                Resampler.Result result = resampler.process(factor, in, used, n - used, last, out, 0, out.length);
                taken = result.inputSamplesConsumed;
                used += taken;
                made = result.outputSamplesGenerated;
                sink.accept(out, made);
            } while ((used < n && taken > 0) || made == out.length);
        }
    }
}
