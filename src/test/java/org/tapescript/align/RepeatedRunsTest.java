package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tapescript.align.AnchorFinder.Run;

/** A passage of a hundred words that a text says ten times, a word in each ten frames of speech, and windows of sound that may be any of them. */
class RepeatedRunsTest {
    private static final int PASSAGE = 100;
    private static final int TIMES = 10;
    private static final int FRAMES_PER_WORD = 10;
    private static final int WORDS = PASSAGE * TIMES;

    private final RepeatedText text = text(WORDS);

    private static RepeatedText text(int words) {
        return new RepeatedText(IntStream.range(0, words)
                .mapToObj(w -> List.of(new Pronunciation(new int[] {w % PASSAGE}, 0)))
                .toList());
    }

    private static boolean[] speech(int frames) {
        boolean[] speech = new boolean[frames];
        Arrays.fill(speech, true);
        return speech;
    }

    /** Twelve words heard, of which it is known when, and said to be a copy of them. */
    private static Run heard(int frame, int word) {
        return new Run(IntStream.range(0, 12)
                .mapToObj(
                        i -> new WordSpan(word + i, 0, frame + i * FRAMES_PER_WORD, frame + (i + 1) * FRAMES_PER_WORD))
                .toList());
    }

    private static List<Run> certain(RepeatedText text, boolean[] speech, int words, List<Run> runs) {
        return new RepeatedRuns(text, speech, 0, speech.length, 0, words).certain(runs);
    }

    @Test
    void whatStandsBeforeAndAfterTellsWhichCopyIsHeard() {
        List<Integer> said = List.of(40, 170, 290, 410, 530, 660, 770, 890);
        List<Run> found = said.stream()
                .map(w -> heard(w * FRAMES_PER_WORD, w % PASSAGE + PASSAGE * (w * 7 % TIMES)))
                .toList();
        assertThat(certain(text, speech(WORDS * FRAMES_PER_WORD), WORDS, found))
                .extracting(Run::firstWord)
                .containsExactlyElementsOf(said);
    }

    /** The tape has one passage of ten; nothing tells which. */
    @Test
    void whatFitsAnywhereStaysUndecided() {
        List<Run> found = List.of(heard(0, 0), heard(400, 40));
        assertThat(certain(text, speech(PASSAGE * FRAMES_PER_WORD), WORDS, found))
                .isEmpty();
    }

    /** Of three passages in the text the middle one is not on the tape: which one that is no order of runs can tell, but the ends can. */
    @Test
    void aPassageThatIsNotSaidLeavesItsNeighboursUndecided() {
        List<Run> found = List.of(heard(200, 20), heard(1700, 70));
        assertThat(certain(text(3 * PASSAGE), speech(2 * PASSAGE * FRAMES_PER_WORD), 3 * PASSAGE, found))
                .isEmpty();
    }

    /** Somebody who speaks slower and slower is no reason to take a passage for its neighbour. */
    @Test
    void paceAloneDecidesNothingWrong() {
        int[] at = new int[WORDS + 1];
        for (int w = 0; w < WORDS; w++) {
            at[w + 1] = at[w] + 8 + 4 * w / WORDS;
        }
        List<Run> found = IntStream.iterate(30, w -> w < WORDS - 20, w -> w + 110)
                .mapToObj(w -> new Run(IntStream.range(w, w + 12)
                        .mapToObj(i -> new WordSpan(w % PASSAGE + i - w, 0, at[i], at[i + 1]))
                        .toList()))
                .toList();
        List<Run> certain = certain(text, speech(at[WORDS]), WORDS, found);
        certain.forEach(r -> assertThat(at[r.firstWord()]).isEqualTo(r.start()));
        assertThat(certain).hasSizeGreaterThan(found.size() / 2);
    }

    /** A word that says which passage it is pins its neighbours as well. */
    @Test
    void whatIsSaidOnceIsCertain() {
        List<List<Pronunciation>> words = IntStream.range(0, 2 * PASSAGE)
                .mapToObj(w -> List.of(new Pronunciation(new int[] {w < PASSAGE + 50 ? w % PASSAGE : w}, 0)))
                .toList();
        List<Run> found = List.of(heard(200, 120), heard(1600, 160));
        assertThat(certain(new RepeatedText(words), speech(2000), 2 * PASSAGE, found))
                .extracting(Run::firstWord)
                .containsExactly(20, 160);
    }
}
