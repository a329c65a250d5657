package org.tapescript.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class VoiceStatisticsTest {
    private static final int PHONES = 40;

    private static VoiceStatistics of(int... phones) {
        VoiceStatistics result = VoiceStatistics.of(PHONES, 2);
        for (int phone : phones) {
            result.add(phone, new float[] {9, phone + 1, -phone}, 1);
        }
        return result;
    }

    private static void holds(VoiceStatistics statistics, int phone, float frames, float first, float second) {
        assertThat(statistics.frames(phone)).isEqualTo(frames);
        assertThat(statistics.sum(phone, 0)).isEqualTo(first);
        assertThat(statistics.sum(phone, 1)).isEqualTo(second);
    }

    @Test
    void countsEachPhoneByItself() {
        VoiceStatistics word = of(39, 0, 7, 7, 12, 3);
        holds(word, 7, 2, 16, -14);
        holds(word, 39, 1, 40, -39);
        holds(word, 5, 0, 0, 0);
        assertThat(word.frames()).isEqualTo(6);
        assertThat(word.mean(0)).isEqualTo((40 + 1 + 16 + 13 + 4) / 6f);
    }

    @Test
    void addsPhonesThatOneOfBothHeard() {
        VoiceStatistics both = of(1, 2).plus(of(2, 30), 0.5f);
        holds(both, 1, 1, 2, -1);
        holds(both, 2, 1.5f, 4.5f, -3);
        holds(both, 30, 0.5f, 15.5f, -15);
        assertThat(both.frames()).isEqualTo(3);
    }

    @Test
    void takesAFurtherDimension() {
        VoiceStatistics more = of(4, 4, 20).withDimension(3);
        assertThat(more.dimensions()).isEqualTo(3);
        holds(more, 4, 2, 10, -8);
        assertThat(more.sum(4, 2)).isEqualTo(6);
        assertThat(more.sum(20, 2)).isEqualTo(3);
        assertThat(more.sum(0, 2)).isEqualTo(0);
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        of(38, 11, 11).write(new DataOutputStream(bytes));
        VoiceStatistics read = VoiceStatistics.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(read.phones()).isEqualTo(PHONES);
        holds(read, 11, 2, 24, -22);
        holds(read, 38, 1, 39, -38);
        assertThat(read.frames()).isEqualTo(3);
    }
}
