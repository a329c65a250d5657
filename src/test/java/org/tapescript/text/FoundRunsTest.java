package org.tapescript.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Origin;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Word;

class FoundRunsTest {
    /** A text of so many words, two a second, some of them found. */
    private static FoundRuns.Verdict verdict(int count, IntPredicate found) {
        return verdict(count, found, 0.5);
    }

    private static FoundRuns.Verdict verdict(int count, IntPredicate found, double every) {
        return FoundRuns.of(words(count, found, every));
    }

    private static List<Word> words(int count, IntPredicate found, double every) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Timing timing = found.test(i)
                    ? new Timing.Timed(TimeSpan.ofSeconds(every * i, every * i + 0.4), 0.9, Origin.ALIGNED)
                    : Timing.UNALIGNED;
            words.add(new Word("w" + i, "word", new CharSpan(5 * i, 5 * i + 4), timing));
        }
        return words;
    }

    @Test
    void wordsThatLieScatteredAreFoundByChance() {
        assertThat(verdict(300, i -> i % 9 < 3)).isEqualTo(FoundRuns.Verdict.OTHER);
    }

    @Test
    void wordsSpreadOverTheTapeAreFoundByChance() {
        assertThat(verdict(300, i -> i >= 100 && i < 160, 8)).isEqualTo(FoundRuns.Verdict.OTHER);
    }

    @Test
    void poorSoundBreaksNoRun() {
        assertThat(verdict(600, i -> i < 60 && i % 3 > 0)).isNotEqualTo(FoundRuns.Verdict.OTHER);
    }

    @Test
    void oneLongRunWithinALongTextIsNoChance() {
        assertThat(verdict(5000, i -> i >= 1000 && i < 1100)).isEqualTo(FoundRuns.Verdict.SAME);
    }

    @Test
    void halfOfATextMayBelongToAnotherInterview() {
        List<Word> half = words(800, i -> i < 400 || i % 9 < 3, 0.5);
        assertThat(FoundRuns.of(half)).isEqualTo(FoundRuns.Verdict.SAME);
        assertThat(FoundRuns.unheard(half)).containsExactly(half.subList(400, 800));
        List<Word> middle = words(800, i -> i < 250 || i >= 550, 0.5);
        assertThat(FoundRuns.unheard(middle)).containsExactly(middle.subList(250, 550));
        assertThat(FoundRuns.unheard(words(800, i -> i < 600 || i >= 700, 0.5)))
                .as("a passage that was left out")
                .isEmpty();
        assertThat(FoundRuns.unheard(words(800, i -> i % 4 > 0, 0.5)))
                .as("poor sound")
                .isEmpty();
    }

    @Test
    void betweenTheTwoItIsDoubtful() {
        assertThat(verdict(300, i -> i >= 100 && i < 125)).isEqualTo(FoundRuns.Verdict.DOUBTFUL);
    }

    @Test
    void ofAShortTextItSufficesThatMostIsFound() {
        assertThat(verdict(6, i -> i > 0)).isEqualTo(FoundRuns.Verdict.SAME);
    }

    private static FoundRuns.Verdict learned(
            int count, IntPredicate found, double every, double agreement, double covered) {
        return FoundRuns.ofLearned(words(count, found, every), agreement, covered);
    }

    /** A model that learns from a text finds all of its words. */
    @Test
    void wordsFoundByWhatWasLearnedOfThemSayLittle() {
        assertThat(learned(100, i -> true, 0.5, 0.5, 0.9)).isEqualTo(FoundRuns.Verdict.SAME);
        // Scattered, and phones agree by chance.
        assertThat(learned(100, i -> true, 8, 0.31, 0.6)).isEqualTo(FoundRuns.Verdict.OTHER);
        assertThat(learned(70, i -> true, 8, 0.4, 0.4)).isEqualTo(FoundRuns.Verdict.OTHER);
        // A list of which each item stands alone.
        assertThat(learned(70, i -> true, 8, 0.45, 0.3)).isEqualTo(FoundRuns.Verdict.SAME);
    }

    @Test
    void wherePhonesAgreeLittleRunsAndSpeechThatIsExplainedDecide() {
        IntPredicate half = i -> i % 20 < 12;
        assertThat(learned(400, half, 0.5, 0.28, 1)).isEqualTo(FoundRuns.Verdict.SAME);
        assertThat(learned(400, i -> i % 60 < 12 || i % 60 >= 16 && i % 4 == 0, 0.5, 0.28, 0.45))
                .isEqualTo(FoundRuns.Verdict.OTHER);
        assertThat(learned(400, half, 0.5, 0.25, 0.7)).isEqualTo(FoundRuns.Verdict.SAME);
        assertThat(learned(400, i -> i % 9 < 3, 0.5, 0.25, 1)).isEqualTo(FoundRuns.Verdict.OTHER);
    }
}
