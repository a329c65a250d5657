package org.tapescript.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcmFileTest {
    private static final int SAMPLES = 1000;

    @TempDir
    Path folder;

    private PcmFile file() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(SAMPLES * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < SAMPLES; i++) {
            bytes.putShort((short) (i * 31 - 15000));
        }
        Path path = folder.resolve("tape.pcm");
        Files.write(path, bytes.array());
        return PcmFile.open(path, 8000);
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
                    assertThat(target[i]).isEqualTo(at < 0 || at >= SAMPLES ? 0 : at * 31 - 15000);
                }
                assertThat(target[count]).isEqualTo(7);
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
