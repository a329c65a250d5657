package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Words said twice, of which it is known when. */
class RepeatsTest extends DrawnTape {
    private static final int WORDS = 12;
    private static final int NEAR = 6;

    private RunAligner aligner(AlignmentRequest request) {
        return new RunAligner(
                request,
                new Timeline(request),
                IntStream.range(0, request.words().size()).toArray(),
                Hearing.of(model, features, new boolean[features.frames()], false, Optional.empty()),
                loop,
                new PauseBias(0, 0),
                RunAligner.IGNORE,
                false);
    }

    private int sayAtOnce(int word) {
        int start = sound.size();
        for (int phone : vocabulary.get(word)) {
            say(phone, 7);
        }
        return start;
    }

    private List<WordSpan> said(List<Integer> text, int from, int to) {
        List<WordSpan> result = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int start = sayAtOnce(text.get(i));
            result.add(new WordSpan(i, 0, start, sound.size()));
        }
        return result;
    }

    /** Says words {@code [from, 6)} of a text twice, and all others once; spans are those of the first time. */
    private void repeat(int from, List<Integer> text) {
        List<WordSpan> spans = new ArrayList<>(said(text, 0, 6));
        say(0, 25);
        List<WordSpan> second = said(text, from, 6);
        spans.addAll(said(text, 6, WORDS));
        listen();
        AlignmentRequest request = request(text);
        Repeats repeats = new Repeats(speech, new Timeline(request));
        assertThat(repeats.candidates(spans)).containsExactly(5);
        List<WordSpan> again = repeats.again(aligner(request), spans, 5);
        List<WordSpan> expected = new ArrayList<>(second);
        expected.addAll(spans.subList(6, 8));
        assertThat(again).hasSameSizeAs(expected);
        for (int i = 0; i < again.size(); i++) {
            assertThat(again.get(i).word()).isEqualTo(expected.get(i).word());
            assertThat(again.get(i).start()).isCloseTo(expected.get(i).start(), within(NEAR));
            assertThat(again.get(i).end()).isCloseTo(expected.get(i).end(), within(NEAR));
        }
    }

    @Test
    void aWordSaidTwiceIsWhereItWasSaidLast() {
        for (int time = 0; time < 5; time++) {
            sound.clear();
            repeat(5, text(WORDS));
        }
    }

    @Test
    void soAreTwoOrThreeTogether() {
        for (int time = 0; time < 10; time++) {
            sound.clear();
            repeat(time % 2 == 0 ? 3 : 4, text(WORDS));
        }
    }

    @Test
    void otherWordsInBetweenAreNoRepetition() {
        List<Integer> text = text(WORDS);
        List<WordSpan> spans = new ArrayList<>(said(text, 0, 6));
        say(0, 25);
        said(text(2), 0, 2);
        spans.addAll(said(text, 6, WORDS));
        listen();
        AlignmentRequest request = request(text);
        Repeats repeats = new Repeats(speech, new Timeline(request));
        assertThat(repeats.candidates(spans)).containsExactly(5);
        assertThat(repeats.again(aligner(request), spans, 5)).isEmpty();
    }

    @Test
    void onlyWhereSpeechIsLeftOverBetweenNeighboursAnythingMayBeRepeated() {
        speech = new boolean[1000];
        java.util.Arrays.fill(speech, 0, 900, true);
        Repeats repeats = new Repeats(speech, null);
        assertThat(repeats.candidates(List.of(
                        new WordSpan(0, 0, 0, 50),
                        // Speech of five frames is left over, then of four.
                        new WordSpan(1, 0, 55, 100),
                        new WordSpan(2, 0, 104, 150),
                        // Two seconds, then more.
                        new WordSpan(3, 0, 350, 400),
                        new WordSpan(4, 0, 601, 650),
                        // A word of the text is missing.
                        new WordSpan(6, 0, 700, 750),
                        // Silence.
                        new WordSpan(7, 0, 760, 900),
                        new WordSpan(8, 0, 950, 990))))
                .containsExactly(0, 2, 5);
    }
}
