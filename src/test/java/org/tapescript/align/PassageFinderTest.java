package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tapescript.align.AlignmentRequest.Passage;
import org.tapescript.align.PassageFinder.Heard;
import org.tapescript.job.CancellationToken;

/** Passages that were said, or were not, where the rest of a text was found. */
class PassageFinderTest extends DrawnTape {
    private static final int WORDS = 60;
    private static final Passage DOUBTFUL = new Passage(20, 30);
    private static final SearchSettings SETTINGS =
            new SearchSettings(400, 50000, -2, -25, -160, -1, -260, false, 0, -2.5f);
    private static final int NEAR = 12;

    private final List<WordSpan> spans = new ArrayList<>();

    /** The words that are certain, numbered among themselves. */
    private final int[] sayable =
            IntStream.concat(IntStream.range(0, 20), IntStream.range(30, WORDS)).toArray();

    private List<Heard> find(List<Integer> text, Passage... doubtful) {
        listen();
        AlignmentRequest plain = request(text);
        AlignmentRequest request = new AlignmentRequest(
                plain.model(), plain.sides(), plain.words(), List.of(doubtful), plain.expected(), plain.pinned());
        try (Parallel parallel = new Parallel(new CancellationToken())) {
            return new PassageFinder(
                            request,
                            Hearing.of(model, features, new boolean[features.frames()], false, Optional.empty()),
                            loop,
                            speech,
                            SETTINGS)
                    .find(spans, sayable, parallel);
        }
    }

    private void certain(List<Integer> text, int from, int to) {
        for (WordSpan s : sayAll(text, from, to)) {
            spans.add(s.as(spans.size()));
        }
    }

    @Test
    void aPassageThatIsSaidIsFoundThere() {
        List<Integer> text = text(WORDS);
        certain(text, 0, 20);
        List<WordSpan> said = sayAll(text, 20, 30);
        certain(text, 30, WORDS);
        List<Heard> heard = find(text, DOUBTFUL);
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).words())
                .isEqualTo(IntStream.range(20, 20 + heard.get(0).words().length).toArray());
        assertThat(heard.get(0).spans()).hasSizeBetween(8, 10);
        for (WordSpan found : heard.get(0).spans()) {
            WordSpan there = said.get(found.word());
            assertThat(found.start()).isCloseTo(there.start(), within(NEAR));
            assertThat(found.end()).isCloseTo(there.end(), within(NEAR));
        }
    }

    @Test
    void ofTwoInOnePlaceTheOneThatIsSaid() {
        List<Integer> text = text(WORDS);
        certain(text, 0, 20);
        List<WordSpan> said = sayAll(text, 25, 30);
        certain(text, 30, WORDS);
        List<Heard> heard = find(text, new Passage(20, 25), new Passage(25, 30));
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).words()).containsAnyOf(25, 26).doesNotContain(20, 21, 22, 23, 24);
        assertThat(heard.get(0).spans().get(0).start()).isCloseTo(said.get(0).start(), within(NEAR));
    }

    @Test
    void otherSpeechThereIsNoPassage() {
        List<Integer> text = text(WORDS);
        certain(text, 0, 20);
        text(10).forEach(this::say);
        certain(text, 30, WORDS);
        assertThat(find(text, DOUBTFUL)).isEmpty();
    }

    /** What is said elsewhere, between other words, is looked for in its place alone. */
    @Test
    void whereNoSpeechIsLeftOverNothingIsFound() {
        List<Integer> text = text(WORDS);
        certain(text, 0, 20);
        certain(text, 30, 45);
        sayAll(text, 20, 30);
        certain(text, 45, WORDS);
        assertThat(find(text, DOUBTFUL)).isEmpty();
    }
}
