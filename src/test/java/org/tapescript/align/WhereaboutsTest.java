package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    /** What {@code within} says at a frame, word by word. */
    private static boolean allows(Whereabouts whereabouts, int words, int word, int frame) {
        int before = Math.max(0, Math.min(word - 1, words - 1));
        int here = Math.min(word, words - 1);
        return frame >= whereabouts.from(before) && frame < whereabouts.to(here);
    }

    @Test
    void theCorridorHasTheWordsThatMayBeAnywhereNearAFrame() {
        Random random = new Random(4);
        for (int round = 0; round < 300; round++) {
            int words = 1 + random.nextInt(12);
            int frames = 40;
            int[] from = new int[words];
            int[] to = new int[words];
            for (int i = 0; i < words; i++) {
                boolean known = random.nextBoolean();
                from[i] = known ? random.nextInt(frames) : -1;
                to[i] = known ? from[i] + 1 + random.nextInt(frames / 2) : -1;
            }
            Whereabouts whereabouts = Whereabouts.of(from, to, frames);
            WordSearch.Corridor corridor = WordSearch.within(whereabouts, words);
            for (int frame = 0; frame < frames; frame++) {
                for (int word = 0; word <= words; word++) {
                    assertThat(word >= corridor.first(frame) && word <= corridor.last(frame))
                            .as("word %d at frame %d", word, frame)
                            .isEqualTo(allows(whereabouts, words, word, frame));
                }
            }
        }
    }

    @Test
    void widenedEachWordMayLieWhereTheWordsAroundItMay() {
        Whereabouts wide = Whereabouts.of(new int[] {0, 10, 20, 30, 40}, new int[] {15, 25, 35, 45, 55}, 60)
                .widened(2, 60);
        int[][] expected = {{0, 35}, {0, 45}, {0, 55}, {10, 60}, {20, 60}};
        for (int i = 0; i < expected.length; i++) {
            assertThat(new int[] {wide.from(i), wide.to(i)}).as("word " + i).isEqualTo(expected[i]);
        }
    }
}
