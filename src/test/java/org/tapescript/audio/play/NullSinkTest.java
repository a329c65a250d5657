package org.tapescript.audio.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.tapescript.acoustic.SampleSource;

/**
 * Plays through Java Sound on a sound server's null sink, records what can be heard there, and compares it with the position that is
 * shown. {@code src/test/run.sh} starts the server and names the sink.
 */
@Tag("sound")
@EnabledIfEnvironmentVariable(named = "TAPESCRIPT_NULL_SINK", matches = ".+", disabledReason = "run src/test/run.sh")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class NullSinkTest {
    private static final int RATE = 16_000;
    private static final int CLICK = 64;
    private static final double SECONDS = 8;
    /** Seconds at which a click is heard. */
    private static final double[] CLICKS = {1.0, 1.7, 2.1, 3.0, 3.35, 4.2, 5.0, 5.9, 6.3, 7.1};

    /** Silence but for the clicks. */
    private static final SampleSource TAPE = new SampleSource() {
        @Override
        public int rate() {
            return RATE;
        }

        @Override
        public long length() {
            return (long) (SECONDS * RATE);
        }

        @Override
        public void read(long from, float[] target, int count) {
            for (int i = 0; i < count; i++) {
                target[i] = 0;
                for (double click : CLICKS) {
                    long since = from + i - Math.round(click * RATE);
                    if (since >= 0 && since < CLICK) {
                        target[i] = since % 16 < 8 ? 20_000 : -20_000;
                    }
                }
            }
        }
    };

    /** What was recorded: when, by the computer's clock, each click arrived. */
    private static final class Recorder implements AutoCloseable {
        private static final int LOUD = 5_000;
        private final Process process;
        private final List<Long> clicks = new ArrayList<>();
        private final Thread thread;

        Recorder(String sink) throws IOException {
            process = new ProcessBuilder(
                            "parec",
                            "-d",
                            sink + ".monitor",
                            "--format=s16le",
                            "--rate=" + RATE,
                            "--channels=1",
                            "--latency-msec=4",
                            "--raw")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            thread = new Thread(this::listen);
            thread.start();
        }

        private void listen() {
            byte[] block = new byte[8192];
            int quiet = RATE;
            try (InputStream in = process.getInputStream()) {
                int n;
                while ((n = in.read(block)) > 0) {
                    long now = System.nanoTime();
                    for (int i = 0; i + 1 < n; i += 2) {
                        int sample = (short) (block[i] & 0xff | block[i + 1] << 8);
                        quiet++;
                        if (Math.abs(sample) > LOUD) {
                            if (quiet > RATE / 10) {
                                long behind = (n - i) / 2 * 1_000_000_000L / RATE;
                                synchronized (clicks) {
                                    clicks.add(now - behind);
                                }
                            }
                            quiet = 0;
                        }
                    }
                }
            } catch (IOException e) {
                // The recorder was ended.
            }
        }

        List<Long> clicks() {
            synchronized (clicks) {
                return List.copyOf(clicks);
            }
        }

        @Override
        public void close() {
            process.destroy();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * A null sink gives its monitor a whole block at the moment at which the block's first sample is heard (module-null-sink.c,
     * process_render), a recorder of anything else gets it when the last one was: so what was recorded is heard a block later.
     */
    private static long blockNanos() throws IOException {
        Process process = new ProcessBuilder("pactl", "list", "sinks").start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher configured = Pattern.compile("configured (\\d+) usec").matcher(answer);
        assertThat(configured.find()).as(answer).isTrue();
        return Long.parseLong(configured.group(1)) * 1000;
    }

    @Test
    void thePositionShownIsWhatIsHeard() throws Exception {
        TreeMap<Long, Double> shown = new TreeMap<>();
        List<Long> heard;
        long block;
        try (Recorder recorder = new Recorder(System.getenv("TAPESCRIPT_NULL_SINK"));
                Player player = new Player(TAPE, RATE, new JavaSoundOutput())) {
            Thread.sleep(500);
            player.play();
            long end = System.nanoTime() + (long) (14 * 1e9);
            while (System.nanoTime() < end && player.position() < SECONDS - 0.3) {
                shown.put(System.nanoTime(), player.position());
                Thread.sleep(2);
            }
            block = blockNanos();
            Thread.sleep(300);
            heard = recorder.clicks();
        }
        assertThat(heard).hasSize(CLICKS.length);
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < CLICKS.length; i++) {
            Map.Entry<Long, Double> then = shown.floorEntry(heard.get(i) + block);
            differences.add(then.getValue() - CLICKS[i]);
        }
        System.out.println("position shown less position heard, seconds: " + differences);
        assertThat(differences).allSatisfy(d -> assertThat(Math.abs(d)).isLessThan(0.02));
    }
}
