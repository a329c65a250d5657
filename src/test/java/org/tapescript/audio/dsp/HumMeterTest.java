package org.tapescript.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tapescript.acoustic.SampleSource;

class HumMeterTest {
    private static final int RATE = 16000;

    /** A second of a voice with a few harmonics, over hiss. */
    private static SampleSource voice(DoubleUnaryOperator pitch, double amplitude) {
        Random random = new Random(8);
        float[] samples = new float[RATE];
        double phase = 0;
        for (int i = 0; i < samples.length; i++) {
            phase += 2 * Math.PI * pitch.applyAsDouble(i / (double) RATE) / RATE;
            double voice = 0;
            for (int h = 1; h <= 8; h++) {
                voice += Math.sin(h * phase) / h;
            }
            samples[i] = (float) (amplitude * voice + 100 * random.nextGaussian());
        }
        return new SampleSource() {
            @Override
            public int rate() {
                return RATE;
            }

            @Override
            public long length() {
                return samples.length;
            }

            @Override
            public void read(long from, float[] target, int count) {
                for (int i = 0; i < count; i++) {
                    long at = from + i;
                    target[i] = at < 0 || at >= samples.length ? 0 : samples[(int) at];
                }
            }
        };
    }

    private static double hum(DoubleUnaryOperator pitch, double amplitude) {
        return new HumMeter(voice(pitch, amplitude)).hum(0.1, 0.9);
    }

    @Test
    void aSteadyPitchIsHummed() {
        for (double pitch : new double[] {110, 150, 210, 300}) {
            assertThat(hum(t -> pitch, 1000)).as("%.0f Hz", pitch).isGreaterThan(0.5);
        }
    }

    @Test
    void aGlidingPitchIsNot() {
        assertThat(hum(t -> 110 * Math.pow(2, 3 * t), 1000)).isLessThan(0.2);
    }

    @Test
    void hissIsNot() {
        assertThat(hum(t -> 150, 0)).isLessThan(0.1);
    }

    @Test
    void severalThreadsHearTheSame() {
        SampleSource sound = voice(t -> 150 + 40 * t, 1000);
        HumMeter alone = new HumMeter(sound);
        HumMeter shared = new HumMeter(sound);
        List<Double> hums = IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> shared.hum(i % 80 / 100.0, i % 80 / 100.0 + 0.2))
                .toList();
        for (int i = 0; i < 80; i++) {
            assertThat(hums.get(i)).isEqualTo(hums.get(i + 320)).isEqualTo(alone.hum(i / 100.0, i / 100.0 + 0.2));
        }
    }
}
