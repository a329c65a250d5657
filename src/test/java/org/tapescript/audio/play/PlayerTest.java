package org.tapescript.audio.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.domain.TimeSpan;

class PlayerTest {
    private static final int RATE = 16_000;
    private static final double TONE = 220;

    /** A device that plays by the computer's clock, takes its samples in blocks of 20 ms, and keeps what was heard. */
    private static final class RecordedOutput implements AudioOutput {
        private static final int BUFFER = RATE / 12;
        private static final int BLOCK = RATE / 50;
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
        private long startNanos;
        private long written;

        @Override
        public void open(int sampleRate) {
            startNanos = System.nanoTime();
        }

        private synchronized long exact() {
            return Math.min(written, (System.nanoTime() - startNanos) * RATE / 1_000_000_000L);
        }

        @Override
        public void write(byte[] samples, int count) {
            synchronized (this) {
                if (exact() == written) {
                    // Nothing was left to play: the clock begins anew with these.
                    startNanos = System.nanoTime() - written * 1_000_000_000L / RATE;
                }
                written += count / 2;
                heard.write(samples, 0, count);
            }
            while (written - exact() > BUFFER) {
                try {
                    Thread.sleep(1);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        @Override
        public long framesHeard() {
            return Math.min(written, (exact() / BLOCK + 1) * BLOCK);
        }

        @Override
        public synchronized void flush() {
            startNanos = System.nanoTime();
            written = 0;
            heard.reset();
        }

        @Override
        public void close() {}

        synchronized short[] heard() {
            byte[] bytes = heard.toByteArray();
            short[] result = new short[bytes.length / 2];
            for (int i = 0; i < result.length; i++) {
                result[i] = (short) (bytes[2 * i] & 0xff | bytes[2 * i + 1] << 8);
            }
            return result;
        }
    }

    /** A tone whose loudness says what second it is: 1000 in the first, 2000 in the second and so on. */
    private static final SampleSource TAPE = new SampleSource() {
        @Override
        public int rate() {
            return RATE;
        }

        @Override
        public long length() {
            return 6L * RATE;
        }

        @Override
        public void read(long from, float[] target, int count) {
            for (int i = 0; i < count; i++) {
                long at = from + i;
                target[i] = at < 0 || at >= length()
                        ? 0
                        : (float) (1000 * (1 + at / RATE) * Math.sin(2 * Math.PI * TONE * at / RATE));
            }
        }
    };

    private final RecordedOutput output = new RecordedOutput();
    private final Player player;

    PlayerTest() throws NoSoundDeviceException {
        player = new Player(TAPE, RATE, output);
    }

    @AfterEach
    void close() {
        player.close();
    }

    private static double loudness(short[] samples, int from, int to) {
        int max = 0;
        for (int i = from; i < to; i++) {
            max = Math.max(max, Math.abs(samples[i]));
        }
        return max;
    }

    private static double pitch(short[] samples) {
        int crossings = 0;
        for (int i = 1; i < samples.length; i++) {
            crossings += samples[i - 1] < 0 && samples[i] >= 0 ? 1 : 0;
        }
        return crossings * (double) RATE / samples.length;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.5, 2})
    void positionIsWhatIsHeardAndPitchStays(double tempo) throws Exception {
        player.seek(1);
        player.setTempo(tempo);
        player.play();
        double position = 0;
        for (int frame = 0; frame < 60; frame++) {
            Thread.sleep(16);
            // What the device has played so far, to the sample, against what the player says of it.
            double before = output.exact();
            position = player.position();
            double after = output.exact();
            if (frame > 10) {
                assertThat(position).isBetween(1 + before / RATE * tempo - 0.02, 1 + after / RATE * tempo + 0.02);
            }
        }
        player.pause();
        assertThat(player.position()).isCloseTo(position, within(0.1));
        double paused = player.position();
        Thread.sleep(100);
        assertThat(player.position()).isEqualTo(paused);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 1, 1.6, 2})
    void theToneKeepsItsPitchAtAnyTempo(double tempo) throws Exception {
        player.seek(0);
        player.setTempo(tempo);
        player.play();
        Thread.sleep(700);
        assertThat(pitch(output.heard())).isCloseTo(TONE, within(6.0));
    }

    @Test
    void seekingIsHeardAtOnce() throws Exception {
        player.play();
        Thread.sleep(150);
        player.seek(3.2);
        Thread.sleep(200);
        assertThat(loudness(output.heard(), 0, RATE / 20)).isCloseTo(4000, within(60.0));
        assertThat(player.position()).isBetween(3.2, 3.6);
    }

    @Test
    void aLoopComesRoundAndPositionWithIt() throws Exception {
        player.setLoop(Optional.of(TimeSpan.ofSeconds(1.9, 2.1)));
        player.play();
        Thread.sleep(800);
        assertThat(player.isPlaying()).isTrue();
        assertThat(player.position()).isBetween(1.88, 2.13);
        assertThat(output.heard().length).isGreaterThan(RATE / 2);
        assertThat(loudness(output.heard(), 0, output.heard().length)).isCloseTo(3000, within(60.0));
    }

    @Test
    void theEndIsToldAndStops() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        player.onEnded(ended::countDown);
        player.seek(5.7);
        player.play();
        assertThat(ended.await(3, TimeUnit.SECONDS)).isTrue();
        assertThat(player.isPlaying()).isFalse();
        assertThat(player.position()).isEqualTo(6);
    }

    @Test
    void volumeAndGainMultiply() throws Exception {
        player.setVolume(0.5);
        player.setGain(seconds -> seconds < 3 ? 1 : 2);
        player.seek(3);
        player.play();
        Thread.sleep(200);
        assertThat(loudness(output.heard(), 0, RATE / 20)).isCloseTo(4000, within(60.0));
    }
}
