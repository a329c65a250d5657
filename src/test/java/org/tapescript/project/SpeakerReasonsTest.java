package org.tapescript.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SpeakerDoubt;
import org.tapescript.domain.SpeakerReason;
import org.tapescript.domain.SpeakerReason.Code;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.support.Transcripts;
import org.tapescript.text.SpeakerReasonText;

/** Reasons for doubting a speaker are codes in a project; earlier projects hold them as English sentences. */
class SpeakerReasonsTest {
    private static final List<SpeakerReason> REASONS = List.of(
            SpeakerReason.of(Code.NEARER_VOICE, "Ann", "0.72"),
            SpeakerReason.of(Code.NAMED, "Ben"),
            SpeakerReason.of(Code.QUESTION_BEFORE));
    private static final String ENGLISH =
            "voice is nearer to Ann: 0.72; the text names Ben; a question stands before it";

    private static SpeakerReason reason(Code code) {
        return switch (code) {
            case NEARER_VOICE -> SpeakerReason.of(code, "Ann", "0.72");
            case NAMED, WITHIN_TURN, SAID -> SpeakerReason.of(code, "Dr. O’Neil: the younger");
            default -> SpeakerReason.of(code);
        };
    }

    private static SyncedTranscript doubted(List<SpeakerReason> reasons) {
        SyncedTranscript transcript = Transcripts.of(List.of("Ann", "Ben"), "Well then.", "And so on.");
        return transcript.withTurns(
                transcript.turns(),
                List.of(),
                List.of(new SpeakerDoubt(1, Optional.of(0.4), "Ann", "Ben", 0.6, reasons)));
    }

    private static List<SpeakerReason> again(ProjectShape shape) {
        return ProjectConverter.fromShape(shape).speakerDoubts().get(0).reasons();
    }

    @Test
    void everyReasonIsReadAsItWasWritten() {
        List<SpeakerReason> reasons =
                Stream.of(Code.values()).map(SpeakerReasonsTest::reason).toList();
        assertThat(again(ProjectConverter.toShape(doubted(reasons)))).isEqualTo(reasons);
    }

    @Test
    void theSentencesOfEarlierProjectsAreUnderstood() {
        for (Code code : Code.values()) {
            if (code != Code.SAID) {
                SpeakerReason reason = reason(code);
                assertThat(EarlierReasons.of(SpeakerReasonText.of(List.of(reason), Locale.ROOT)))
                        .containsExactly(reason);
            }
        }
        assertThat(EarlierReasons.of(ENGLISH)).isEqualTo(REASONS);
        assertThat(EarlierReasons.of("said by hand")).containsExactly(SpeakerReason.of(Code.SAID, "said by hand"));
    }

    @Test
    void reasonsAreSaidInALanguage() {
        assertThat(SpeakerReasonText.of(REASONS, Locale.ROOT)).isEqualTo(ENGLISH);
        assertThat(SpeakerReasonText.of(REASONS, Locale.GERMAN))
                .isEqualTo("die Stimme liegt näher bei Ann: 0,72; der Text nennt Ben; davor steht eine Frage");
        assertThat(SpeakerReasonText.of(List.of(SpeakerReason.of(Code.SAID, "said by hand")), Locale.GERMAN))
                .isEqualTo("said by hand");
    }
}
