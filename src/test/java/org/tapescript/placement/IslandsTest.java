package org.tapescript.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tapescript.align.HeardTape;
import org.tapescript.align.HeardTapes;

/**
 * Tapes written as letters, a frame each: speech as "x", softer sound that is taken for speech as "h", a moment of silence within speech as
 * ",", silence as ".".
 */
class IslandsTest {
    private static HeardTape tape(String frames) {
        boolean[] speech = new boolean[frames.length()];
        boolean[] pause = new boolean[frames.length()];
        float[] decibels = new float[frames.length()];
        for (int t = 0; t < speech.length; t++) {
            speech[t] = frames.charAt(t) != '.';
            pause[t] = frames.charAt(t) == ',';
            decibels[t] = frames.charAt(t) == 'x' ? 60 : frames.charAt(t) == 'h' ? 22 : 20;
        }
        return HeardTapes.of(speech, pause, decibels);
    }

    private static String spans(Islands islands) {
        return IntStream.range(0, islands.count())
                .mapToObj(i -> islands.start(i) + "-" + islands.end(i))
                .collect(Collectors.joining(" "));
    }

    private static String islands(String frames, Double... cuts) {
        return spans(Islands.of(tape(frames), List.of(cuts)));
    }

    /** Beside the same tape cut apart by a pattern. */
    @Test
    void pausesOfSixFramesAndMorePartIslands() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            StringBuilder frames = new StringBuilder(".".repeat(60));
            for (int n = 1 + random.nextInt(10); n > 0; n--) {
                frames.append("x".repeat(1 + random.nextInt(20))).append(".".repeat(1 + random.nextInt(8)));
            }
            String expected = java.util.regex.Pattern.compile("x(?:\\.{0,5}x)*")
                    .matcher(frames)
                    .results()
                    .map(m -> m.start() + "-" + m.end())
                    .collect(Collectors.joining(" "));
            assertThat(islands(frames.toString())).as(frames.toString()).isEqualTo(expected);
        }
    }

    @Test
    void longIslandsAreCutAtTheirLongestMomentOfSilence() {
        String quiet = ".".repeat(60);
        String said = "x".repeat(100);
        assertThat(islands(quiet + said + ",,," + said + ",,,," + said)).isEqualTo("60-263 267-367");
        assertThat(islands(quiet + said + ",,," + said)).as("not too long").isEqualTo("60-263");
        assertThat(islands(quiet + said + said + said)).as("no silence").isEqualTo("60-360");
    }

    @Test
    void humIsNoSpeech() {
        String hum =
                ".".repeat(60) + "x".repeat(50) + ".".repeat(20) + "h".repeat(30) + ".".repeat(20) + "x".repeat(50);
        assertThat(islands(hum)).isEqualTo("60-110 180-230");
        assertThat(islands(hum.replace('h', 'x'))).isEqualTo("60-110 130-160 180-230");
    }

    @Test
    void whatBeginsForCertainBeginsAnIsland() {
        String frames = ".".repeat(60) + "x".repeat(100) + ".".repeat(20);
        HeardTape tape = tape(frames);
        assertThat(spans(Islands.of(tape, List.of(tape.seconds(90))))).isEqualTo("60-90 90-160");
    }

    @Test
    void islandsAreCutWithinThemselvesAlone() {
        HeardTape tape = tape(".".repeat(60) + "x".repeat(100) + ".".repeat(20) + "x".repeat(50) + ".".repeat(10));
        Islands islands = Islands.of(tape, List.of()).cutAt(new TreeSet<>(List.of(10, 60, 100, 160, 170, 200)));
        assertThat(spans(islands)).isEqualTo("60-100 100-160 180-200 200-230");
        assertThat(IntStream.of(0, 60, 99, 100, 175, 180, 239).map(islands::holding))
                .containsExactly(-1, 0, 0, 1, 1, 2, 3);
        assertThat(islands.startingAt(tape.seconds(135))).isEqualTo(1);
        assertThat(islands.startingAt(tape.seconds(145))).isEqualTo(2);
        assertThat(islands.speech(0, 3)).isCloseTo(1.2, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(islands.pause(2)).isCloseTo(0.2, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(islands.pause(1)).isCloseTo(0, org.assertj.core.data.Offset.offset(1e-6));
    }
}
