package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tapescript.acoustic.Features;

/** Words of which all fit well but those of one breath. */
class WordConfidenceTest extends DrawnTape {
    private static final int WORDS = 30;
    private static final int BREATH = 5;

    /** Confidence of words of half a second, of which every fifth begins after a pause, and that from the tenth to the fourteenth fit badly. */
    private double[] confidence(OptionalDouble agreement) {
        List<Integer> text = text(WORDS);
        sayAll(text, 0, WORDS);
        listen();
        List<WordAlignment> words = IntStream.range(0, WORDS)
                .mapToObj(i -> word(i, 40 * i + 50 * (i / BREATH), i / BREATH == 2 ? -4 : 0))
                .toList();
        int frames = 40 * WORDS + 50 * WORDS / BREATH;
        boolean[] speech = new boolean[frames];
        byte[] heard = new byte[frames];
        words.forEach(w -> java.util.Arrays.fill(
                heard, w.phones().get(0).from(), w.phones().get(0).to(), (byte) 1));
        WordConfidence confidence = new WordConfidence(
                words, speech, heard, agreement, new Timeline(request(text)), WordConfidence.LOGISTIC);
        return IntStream.range(0, WORDS).mapToDouble(confidence::of).toArray();
    }

    private static WordAlignment word(int word, int frame, double margin) {
        ForcedAlignment.PhoneSpan phone = new ForcedAlignment.PhoneSpan(
                word, 1, new int[1], new int[] {frame, frame + 40}, 0, 0, 30, 30, ForcedAlignment.Likely.CERTAIN);
        double start = frame * Features.FRAME_SECONDS;
        double end = start + 40 * Features.FRAME_SECONDS;
        return new WordAlignment(word, start, end, margin, 0, 0, 30, 30, 0, 0, List.of(phone));
    }

    @Test
    void aBreathThatFitsBadlyIsDoubtedWhereTheModelLearnedFromTheText() {
        double[] learned = confidence(OptionalDouble.of(0.6));
        double[] before = confidence(OptionalDouble.empty());
        for (int i = 0; i < WORDS; i++) {
            boolean badly = i / BREATH == 2;
            assertThat(learned[i]).as("word %d", i).matches(c -> badly ? c < 0.5 : c > 0.9);
            assertThat(before[i]).as("word %d", i).isGreaterThan(0.9);
        }
    }

    @Test
    void whereHeardPhonesAgreeLittleNoWordIsCertain() {
        double[] little = confidence(OptionalDouble.of(0.25));
        double[] well = confidence(OptionalDouble.of(0.6));
        assertThat(IntStream.range(0, WORDS)).allMatch(i -> little[i] < well[i]);
    }
}
