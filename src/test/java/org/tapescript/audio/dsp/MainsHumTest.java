package org.tapescript.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tapescript.acoustic.SampleSource;

class MainsHumTest {
    private static final int RATE = 16000;

    /** Noise with a buzz around 120 Hz that comes and goes, as a voice does, and tones far below it. */
    private static SampleSource tape(double amplitude, double... hertz) {
        float[] samples = new float[60 * RATE];
        Random random = new Random(4);
        for (int i = 0; i < samples.length; i++) {
            double t = i / (double) RATE;
            double voice = Math.sin(2 * Math.PI * t * (120 + 20 * Math.sin(t * 3)))
                    * 2000
                    * Math.pow(Math.max(0, Math.sin(t * 5)), 2);
            double hum = amplitude
                    * Arrays.stream(hertz)
                            .map(f -> Math.sin(2 * Math.PI * f * t))
                            .sum();
            samples[i] = (float) (voice + hum + 100 * random.nextGaussian());
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
                System.arraycopy(samples, (int) from, target, 0, count);
            }
        };
    }

    @Test
    void humTellsTheSpeed() {
        for (double mains : new double[] {50, 60}) {
            for (double speed : new double[] {0.93, 0.985, 1, 1.04, 1.08}) {
                assertThat(MainsHum.speed(tape(60, mains * speed)).orElseThrow())
                        .as("%.0f Hz at %.3f", mains, speed)
                        .isCloseTo(speed, within(0.002));
            }
        }
    }

    /** As where the recorder hears nothing below 80 Hz. */
    @Test
    void harmonicsTellItToo() {
        for (double mains : new double[] {50, 60}) {
            for (double speed : new double[] {0.94, 1, 1.07}) {
                assertThat(MainsHum.speed(tape(60, 2 * mains * speed, 3 * mains * speed, 6 * mains * speed))
                                .orElseThrow())
                        .as("%.0f Hz at %.3f", mains, speed)
                        .isCloseTo(speed, within(0.002));
            }
        }
        assertThat(MainsHum.speed(tape(60, 104))).as("one tone alone").isEmpty();
        assertThat(MainsHum.speed(tape(60, 104, 150)))
                .as("tones that do not agree")
                .isEmpty();
    }

    @Test
    void withoutHumNothingIsSaid() {
        assertThat(MainsHum.speed(tape(0, 50))).isEmpty();
        assertThat(MainsHum.speed(tape(60, 80))).as("no mains have 80 Hz").isEmpty();
    }
}
