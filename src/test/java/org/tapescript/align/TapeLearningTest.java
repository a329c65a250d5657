package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tapescript.job.CancellationToken;

/** What is learned of speech in a drawn language, of which every frame is known. */
class TapeLearningTest extends DrawnTape {
    private static final int WORDS = 500;
    private static final int FEW_WORDS = 250;
    /** Deviations by which a voice's phones lie away from those lent, on average. */
    private static final double WAY = 1.8;

    private TapeLearning.Learned learned(List<Integer> text, int beginning) {
        Hearing hearing = Hearing.of(model, features, new boolean[features.frames()], false, Optional.empty());
        int[] phones = IntStream.range(0, model.phones().size()).toArray();
        try (Parallel parallel = new Parallel(new CancellationToken())) {
            TapePhones tapePhones = new TapePhones(hearing, SpeechLevel.unknown(features.frames()), phones, parallel);
            return new TapeLearning(
                            hearing,
                            request(text).words(),
                            new boolean[text.size() + 1],
                            tapePhones,
                            parallel,
                            beginning)
                    .learn();
        }
    }

    @Test
    void theRestOfALongTapeIsFoundByWhatItsBeginningTaught() {
        List<Integer> text = text(WORDS);
        List<WordSpan> said = sayAll(text, 0, WORDS);
        listen();
        TapeLearning.Learned learned = learned(text, features.frames() / 3);
        assertThat(learned.agreement().orElseThrow()).isGreaterThan(0.5);
        assertThat(said).allMatch(learned.around()::allow);
        assertThat(learned.around().to(0)).isLessThan(features.frames());
    }

    /** What passing over it cost grew with its words, beyond the beam of the path by adapted phones: all behind it was lost. */
    @Test
    void aLongPassageThatNobodySaysIsPassedOver() {
        int passage = 150;
        List<Integer> text = text(WORDS + passage);
        noise = 2;
        turnAside(0.5);
        List<WordSpan> said = new ArrayList<>(sayAll(text, 0, WORDS / 5));
        said.addAll(sayAll(text, WORDS / 5 + passage, WORDS + passage));
        listen();
        TapeLearning.Learned learned = learned(text, features.frames() / 2);
        assertThat(learned.agreement().orElseThrow()).isGreaterThan(0.5);
        assertThat(said).allMatch(learned.around()::allow);
        assertThat(learned.around().to(0)).isLessThan(features.frames());
    }

    /** They sound a little otherwise: lent phones hear them still, those that were trained on the first hear them no more. */
    @Test
    void othersWhoTalkAfterTheFirstAreLearnedAnew() {
        List<Integer> text = text(2 * WORDS);
        noise = 0.3;
        turnAside(1);
        List<WordSpan> said = new ArrayList<>(sayAll(text, 0, WORDS));
        turnAside(-2);
        said.addAll(sayAll(text, WORDS, 2 * WORDS));
        listen();
        TapeLearning.Learned learned = learned(text, features.frames() / 8);
        assertThat(learned.agreement().orElseThrow()).isGreaterThan(0.5);
        assertThat(said).allMatch(learned.around()::allow);
        assertThat(learned.around().to(0)).isLessThan(features.frames());
    }

    /** From now on phones other than silence sound otherwise. @param by deviations, each phone its own way */
    private void turnAside(double by) {
        Random ways = new Random(5);
        for (float[] mean : Arrays.asList(means).subList(3, means.length)) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += (float) (by * WAY * ways.nextGaussian());
            }
        }
    }

    /** Laid along all of the tape it is strewn over it, and nothing that is learned of that agrees. */
    @Test
    void aTextThatIsShortBesideItsTapeIsFoundWhereItBegins() {
        noise = 2.5;
        turnAside(0.5);
        List<Integer> others = text(4 * FEW_WORDS);
        List<Integer> text = text(FEW_WORDS);
        sayAll(others, 0, 2 * FEW_WORDS);
        List<WordSpan> said = sayAll(text, 0, FEW_WORDS);
        sayAll(others, 2 * FEW_WORDS, 4 * FEW_WORDS);
        listen();
        TapeLearning.Learned learned = learned(text, features.frames() / 5);
        assertThat(learned.agreement().orElseThrow()).isGreaterThan(0.5);
        assertThat(said).allMatch(learned.around()::allow);
        assertThat(learned.around().from(0)).isPositive();
    }

    /** Words that the path lacks at either end were looked for on all of the tape, and strewn over it. */
    @Test
    void theEndsOfATextInOnePlaceAreLookedForNearby() {
        noise = 2.5;
        turnAside(0.5);
        List<Integer> others = text(4 * FEW_WORDS);
        List<Integer> text = text(FEW_WORDS);
        sayAll(others, 0, 2 * FEW_WORDS);
        List<WordSpan> said = sayAll(text, 0, FEW_WORDS);
        sayAll(others, 2 * FEW_WORDS, 4 * FEW_WORDS);
        listen();
        TapeLearning.Learned learned = learned(text, features.frames() / 2);
        assertThat(learned.agreement().orElseThrow()).isGreaterThan(0.5);
        assertThat(said).allMatch(learned.around()::allow);
        assertThat(learned.around().from(0)).isGreaterThan(said.get(0).start() - 4_000);
        assertThat(learned.around().to(FEW_WORDS - 1))
                .isLessThan(said.get(FEW_WORDS - 1).end() + 4_000);
    }

    /** It fits no better in its own order than in any other, so that nothing is learned of it that could agree by chance. */
    @Test
    void aShortTextThatNobodySaysIsGivenUpBeforeAnythingIsLearned() {
        noise = 2.5;
        turnAside(0.5);
        sayAll(text(5 * FEW_WORDS), 0, 5 * FEW_WORDS);
        listen();
        assertThat(learned(text(FEW_WORDS / 2), features.frames() / 2).agreement())
                .hasValue(0);
    }

    @Test
    void theTextOfAnotherTapeIsGivenUp() {
        List<Integer> text = text(FEW_WORDS);
        sayAll(text(FEW_WORDS), 0, FEW_WORDS);
        listen();
        assertThat(learned(text, features.frames()).agreement()).hasValue(0);
    }

    @Test
    void aTapeThatBreaksOffBeforeItsTextDoesIsLearnedFrom() {
        List<Integer> text = text(FEW_WORDS);
        sayAll(text, 0, FEW_WORDS * 3 / 4);
        listen();
        assertThat(learned(text, features.frames()).agreement().orElseThrow()).isGreaterThan(0.5);
    }
}
