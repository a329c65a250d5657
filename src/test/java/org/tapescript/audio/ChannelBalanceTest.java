package org.tapescript.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelBalanceTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhichChannelIsLouder() throws IOException {
        int rate = DecodedRecording.SAMPLE_RATE;
        ByteBuffer samples = ByteBuffer.allocate(3 * rate * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 3 * rate; i++) {
            int second = i / rate;
            double wave = Math.sin(i * 0.1);
            samples.putShort((short) (wave * (second == 0 ? 10000 : second == 1 ? 1000 : 0)));
            samples.putShort((short) (wave * (second == 0 ? 1000 : second == 1 ? 10000 : 0)));
        }
        ChannelBalance balance = ChannelBalance.open(Files.write(folder.resolve("both.pcm"), samples.array()));
        assertThat(balance.decibels(0.1, 0.9).orElseThrow()).isCloseTo(20, within(0.1));
        assertThat(balance.decibels(1.1, 1.9).orElseThrow()).isCloseTo(-20, within(0.1));
        assertThat(balance.decibels(2.1, 2.9)).as("silence").isEmpty();
        assertThat(balance.decibels(5, 6)).as("past the end").isEmpty();
    }
}
