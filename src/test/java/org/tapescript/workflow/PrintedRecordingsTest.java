package org.tapescript.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Transcript.Hint;
import org.tapescript.domain.Word;

/** Times that a transcript counts from the beginning of its second recording, on the timeline of both. */
class PrintedRecordingsTest {
    private static final Transcript TRANSCRIPT = new Transcript(
            "two.txt",
            "one two",
            List.of(),
            List.of(),
            List.of(
                    new Hint(new CharSpan(0, 4), TimeSpan.ofSeconds(10, 20), false),
                    new Hint(new CharSpan(4, 7), TimeSpan.ofSeconds(5, 8), false, 1)));
    private static final List<Word> WORDS = List.of(
            new Word("a", "one", new CharSpan(0, 3), Timing.UNALIGNED),
            new Word("b", "two", new CharSpan(4, 7), Timing.UNALIGNED));

    @Test
    void timesOfTheSecondRecordingCountFromItsBeginning() {
        assertThat(SyncTape.expected(TRANSCRIPT, WORDS, new double[] {0, 300}))
                .containsExactly(OptionalDouble.of(10), OptionalDouble.of(305));
    }

    @Test
    void whereThereIsNoSecondRecordingItsTimesSayNothing() {
        assertThat(SyncTape.expected(TRANSCRIPT, WORDS, new double[] {0}))
                .containsExactly(OptionalDouble.of(10), OptionalDouble.empty());
    }
}
