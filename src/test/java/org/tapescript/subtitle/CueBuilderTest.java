package org.tapescript.subtitle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Cue;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.Edit;
import org.tapescript.support.RandomEdits;
import org.tapescript.support.Transcripts;

class CueBuilderTest {
    private static final CueRules RULES = CueRules.DEFAULT;

    private static List<Cue> cues(SyncedTranscript transcript) {
        return new CueBuilder(RULES).build(transcript);
    }

    @Test
    void newSpeakerOpensANewCue() {
        List<Cue> cues = cues(Transcripts.of(List.of("A", "B"), "Are you there?", "I am."));
        assertThat(cues).extracting(Cue::speaker).containsExactly("A", "B");
        assertThat(cues.get(0).lines()).containsExactly("Are you there?");
    }

    @Test
    void longTurnIsCutAtASentence() {
        List<Cue> cues = cues(
                Transcripts.of(
                        List.of("A"),
                        "We went down to the harbour in the morning. Nobody had told us that the boat had already left the evening before."));
        assertThat(String.join(" ", cues.get(0).lines())).isEqualTo("We went down to the harbour in the morning.");
    }

    @Test
    void articleStaysWithItsNoun() {
        List<Cue> cues = cues(Transcripts.of(
                List.of("A"),
                "Everything that I ever learned about ships I learned from the man who painted them for my father"));
        for (Cue cue : cues) {
            for (String line : cue.lines()) {
                assertThat(line).doesNotEndWith(" the").doesNotEndWith(" a").doesNotEndWith(" my");
            }
        }
    }

    @Test
    void cuesKeepTheirOrderGapAndLines() {
        for (long seed = 0; seed < 300; seed++) {
            SyncedTranscript transcript = Transcripts.random(seed);
            List<Cue> cues = cues(transcript);
            for (int i = 0; i < cues.size(); i++) {
                Cue cue = cues.get(i);
                assertThat(cue.time().endMicros())
                        .as("seed %d cue %d", seed, i)
                        .isGreaterThan(cue.time().startMicros());
                assertThat(cue.lines()).as("seed %d cue %d", seed, i).hasSizeLessThanOrEqualTo(RULES.lines());
                assertThat(cue.lines())
                        .allSatisfy(
                                line -> assertThat(LineBreaker.length(line)).isLessThanOrEqualTo(RULES.lineLength()));
                if (i > 0) {
                    assertThat(cue.time().startMicros() - cues.get(i - 1).time().endMicros())
                            .as("gap before cue %d, seed %d", i, seed)
                            .isGreaterThanOrEqualTo(80_000);
                }
            }
        }
    }

    @Test
    void allTimedWordsAreShownInOrder() {
        for (long seed = 0; seed < 100; seed++) {
            SyncedTranscript transcript = Transcripts.random(seed);
            String shown =
                    cues(transcript).stream().flatMap(c -> c.lines().stream()).collect(Collectors.joining(" "));
            int from = 0;
            for (var word : transcript.words()) {
                if (word.span().isPresent()) {
                    int at = shown.indexOf(word.text(), from);
                    assertThat(at)
                            .as("seed %d: '%s' after %d", seed, word.text(), from)
                            .isGreaterThanOrEqualTo(0);
                    from = at + word.text().length();
                }
            }
        }
    }

    @Test
    void whatABuilderMadeBeforeChangesNothing() {
        for (long seed = 0; seed < 40; seed++) {
            SyncedTranscript t = Transcripts.random(seed);
            CueBuilder kept = new CueBuilder(RULES);
            for (Edit edit : new RandomEdits(new Random(seed)).possible(t, 40)) {
                t = edit.apply(t);
                assertThat(kept.build(t)).as("seed %d after %s", seed, edit).isEqualTo(cues(t));
            }
        }
    }
}
