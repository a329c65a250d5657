package org.tapescript.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcmFileTest {
    private static final int SAMPLES = 10_000;

    @TempDir
    Path folder;

    private PcmFile file() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(SAMPLES * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < SAMPLES; i++) {
            bytes.putShort(sample(i));
        }
        Path path = folder.resolve("tape.pcm");
        Files.write(path, bytes.array());
        return PcmFile.open(path, 8000);
    }

    private static short sample(long at) {
        return (short) (at * 31 - 15000);
    }

    @Test
    void whatLiesOutsideIsSilent() throws IOException {
        PcmFile file = file();
        assertThat(file.length()).isEqualTo(SAMPLES);
        for (long from : new long[] {-5000, -20, -1, 0, 1, 500, SAMPLES - 3, SAMPLES, 90_000_000_000L}) {
            for (int count : new int[] {0, 1, 30, 2000}) {
                float[] target = new float[2001];
                target[count] = 7;
                file.read(from, target, count);
                for (int i = 0; i < count; i++) {
                    long at = from + i;
                    assertThat(target[i]).isEqualTo(at < 0 || at >= SAMPLES ? 0 : sample(at));
                }
                assertThat(target[count]).isEqualTo(7);
            }
        }
    }

    /** More is read than is asked for: what was read before must never be taken for what is asked for now. */
    @Test
    void shortStretchesAreReadInAnyOrder() throws IOException {
        PcmFile file = file();
        Random random = new Random(5);
        long from = 0;
        for (int i = 0; i < 20_000; i++) {
            int count = 1 + random.nextInt(i % 50 == 0 ? 6000 : 20);
            from = i % 7 == 0 ? random.nextInt(SAMPLES + 40) - 20 : from + random.nextInt(30) - 10;
            float[] target = new float[count];
            file.read(from, target, count);
            for (int k = 0; k < count; k++) {
                assertThat(target[k]).isEqualTo(from + k < 0 || from + k >= SAMPLES ? 0 : sample(from + k));
            }
        }
    }

    /** Somebody who cancels interrupts the threads that read. */
    @Test
    void oneThreadsInterruptionLeavesItOpenForOthers() throws IOException {
        PcmFile file = file();
        float[] target = new float[10];
        Thread.currentThread().interrupt();
        file.read(0, target, 10);
        assertThat(Thread.interrupted()).isTrue();
        file.read(100, target, 10);
        assertThat(target[0]).isEqualTo(100 * 31 - 15000);
    }
}
