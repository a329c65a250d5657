package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordAlignmentTest {
    private static WordAlignment word(int index, double start, double end) {
        return new WordAlignment(index, start, end, 1, 1, 1, 1, 1, 0, 0, List.of());
    }

    @Test
    void wordsThatClaimTheSameMomentPartInTheMiddle() {
        List<WordAlignment> words = List.of(word(0, 0, 1), word(1, 1, 2.02), word(2, 2, 3));
        assertThat(WordAlignment.parted(words)).containsExactly(word(0, 0, 1), word(1, 1, 2.01), word(2, 2.01, 3));
    }

    @Test
    void whateverIsClaimedTimesAreInOrder() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<WordAlignment> words = new ArrayList<>();
            double at = 1;
            for (int i = 0; i < 6; i++) {
                double start = Math.max(0, at - 0.1 + 0.3 * random.nextDouble());
                at = start + 0.3 * random.nextDouble();
                words.add(word(i, start, at));
            }
            double end = 0;
            for (WordAlignment word : WordAlignment.parted(words)) {
                assertThat(word.start()).as("seed %d", seed).isGreaterThanOrEqualTo(end);
                assertThat(word.end()).as("seed %d", seed).isGreaterThanOrEqualTo(word.start());
                end = word.end();
            }
        }
    }
}
