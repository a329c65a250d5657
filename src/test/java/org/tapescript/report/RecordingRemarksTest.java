package org.tapescript.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Origin;
import org.tapescript.domain.Recording;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.support.Transcripts;

class RecordingRemarksTest {
    /** Six minutes of words, of which every tenth has a printed time: that of a sound which runs so much faster. */
    private static List<String> remarks(double speed, double offset, double astray) {
        String turn = String.join(" ", Collections.nCopies(450, "word"));
        SyncedTranscript t = Transcripts.of(List.of("A", "B"), turn, turn);
        Random random = new Random(2);
        List<Transcript.Hint> hints = new ArrayList<>();
        for (int i = 0; i < t.words().size(); i += 10) {
            Word word = t.words().get(i);
            double heard = word.span().orElseThrow().startSeconds();
            double printed = offset
                    + heard * speed
                    + random.nextGaussian()
                    + (random.nextDouble() < astray ? 300 * random.nextDouble() : 0);
            hints.add(new Transcript.Hint(word.place(), TimeSpan.ofSeconds(printed, printed + 2), false));
        }
        return said(new SyncedTranscript(
                t.language(),
                t.recordings(),
                t.transcript().withHints(hints),
                t.turns(),
                t.untranscribed(),
                t.speakerDoubts(),
                t.match()));
    }

    private static List<String> said(SyncedTranscript t) {
        return RecordingRemarks.of(new TranscriptIndex(t)).stream()
                .map(f -> FindingText.of(f, Locale.ROOT))
                .toList();
    }

    /** Two recordings; of the text one half is found on one of them, and the other is full of speech. */
    private static List<String> halfFound(boolean laterHalf, boolean onFirst) {
        String turn = String.join(" ", Collections.nCopies(80, "word"));
        SyncedTranscript t = Transcripts.of(List.of("A", "B"), turn, turn);
        long half = 34_000_000;
        Recording one = recording("one.wav", half);
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            boolean found = (i == 1) == laterHalf;
            long shift = (onFirst ? 0 : half) - (i == 1 ? 32_000_000 : 0);
            turns.add(t.turns()
                    .get(i)
                    .withWords(t.turns().get(i).words().stream()
                            .map(w -> w.withTiming(
                                    found
                                            ? new Timing.Timed(
                                                    new TimeSpan(
                                                            w.span()
                                                                            .orElseThrow()
                                                                            .startMicros()
                                                                    + shift,
                                                            w.span()
                                                                            .orElseThrow()
                                                                            .endMicros()
                                                                    + shift),
                                                    0.9,
                                                    Origin.ALIGNED)
                                            : Timing.UNALIGNED))
                            .toList()));
        }
        double from = onFirst ? 34.5 : 0.5;
        return said(new SyncedTranscript(
                t.language(),
                List.of(one, recording("two.wav", half)),
                t.transcript(),
                turns,
                List.of(new StraySpeech(TimeSpan.ofSeconds(from, from + 30), Optional.empty(), false)),
                List.of(),
                t.match()));
    }

    private static Recording recording(String name, long micros) {
        return new Recording("/tapes/" + name, name, 1, micros, "mono", false, java.util.OptionalDouble.empty());
    }

    @Test
    void recordingsInTheWrongOrderAreSuspected() {
        assertThat(halfFound(true, true)).anyMatch(s -> s.startsWith("/tapes/two.wav") && s.contains("right order"));
        assertThat(halfFound(false, false)).anyMatch(s -> s.startsWith("/tapes/one.wav") && s.contains("right order"));
    }

    /**
     * Three recordings of 34 s and a text of three parts.
     *
     * @param on for each part, the recording on which it is found; negative for none
     * @param silent the recording full of speech on which nothing is found
     */
    private static List<String> thirds(List<Integer> on, int silent) {
        String turn = String.join(" ", Collections.nCopies(80, "word"));
        SyncedTranscript t = Transcripts.of(List.of("A", "B", "A"), turn, turn, turn);
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Turn part = t.turns().get(i);
            int recording = on.get(i);
            long shift = recording * 34_000_000L
                    - part.words().get(0).span().orElseThrow().startMicros();
            turns.add(part.withWords(part.words().stream()
                    .map(w -> w.withTiming(
                            recording < 0
                                    ? Timing.UNALIGNED
                                    : new Timing.Timed(
                                            new TimeSpan(
                                                    w.span().orElseThrow().startMicros() + shift,
                                                    w.span().orElseThrow().endMicros() + shift),
                                            0.9,
                                            Origin.ALIGNED)))
                    .toList()));
        }
        double from = silent * 34 + 0.5;
        return said(new SyncedTranscript(
                t.language(),
                List.of(recording("0.wav", 34_000_000), recording("1.wav", 34_000_000), recording("2.wav", 34_000_000)),
                t.transcript(),
                turns,
                List.of(new StraySpeech(TimeSpan.ofSeconds(from, from + 30), Optional.empty(), false)),
                List.of(),
                t.match()));
    }

    @Test
    void ofThreeRecordingsAnyMayBeInTheWrongPlace() {
        assertThat(thirds(List.of(0, -1, 1), 2))
                .anyMatch(s -> s.startsWith("/tapes/2.wav") && s.contains("right order"));
        assertThat(thirds(List.of(-1, 0, 2), 1))
                .anyMatch(s -> s.startsWith("/tapes/1.wav") && s.contains("right order"));
        assertThat(thirds(List.of(1, 2, -1), 0))
                .anyMatch(s -> s.startsWith("/tapes/0.wav") && s.contains("right order"));
        assertThat(thirds(List.of(0, -1, 2), 1)).noneMatch(s -> s.contains("right order"));
    }

    @Test
    void recordingsOfWhichTheTextHasOneAreNot() {
        assertThat(halfFound(false, true)).noneMatch(s -> s.contains("right order"));
        assertThat(halfFound(true, false)).noneMatch(s -> s.contains("right order"));
    }

    @Test
    void aRecordingGivenTwiceIsSaid() {
        SyncedTranscript t = Transcripts.of(List.of("A"), "Words.");
        Recording one = t.recordings().get(0);
        assertThat(said(t.withRecordings(List.of(one, one.in("copy.wav", one.fingerprint(), 1)))))
                .singleElement()
                .asString()
                .startsWith("copy.wav is the same recording as");
        assertThat(said(t.withRecordings(List.of(one, one.in("copy.wav", one.fingerprint(), 2)))))
                .as("another track of it")
                .isEmpty();
        assertThat(said(t.withRecordings(List.of(one, one.in("copy.wav", "b0", 1)))))
                .isEmpty();
    }

    @Test
    void aTextInAnotherLanguageIsSaid() {
        SyncedTranscript t = Transcripts.of(List.of("A"), "Woorden.");
        SyncedTranscript doubted = new SyncedTranscript(
                "de",
                t.recordings(),
                t.transcript(),
                t.turns(),
                t.untranscribed(),
                t.speakerDoubts(),
                t.match().withWritten(Optional.of("nl")));
        assertThat(said(doubted)).singleElement().asString().contains("'nl'").contains("'de'");
    }

    @Test
    void aPartThatIsHardlyHeardIsSaidWithItsLines() {
        String turn = String.join(" ", Collections.nCopies(300, "word"));
        SyncedTranscript t = Transcripts.of(List.of("A", "B"), turn, turn);
        List<Turn> turns = List.of(t.turns().get(0), untimed(t.turns().get(1)));
        List<StraySpeech> others = List.of(new StraySpeech(TimeSpan.ofSeconds(130, 200), Optional.empty(), false));
        assertThat(said(t.withTurns(turns, others, List.of())))
                .singleElement()
                .asString()
                .contains("(300 words) are hardly heard")
                .contains("lines " + t.turns().get(1).line());
    }

    @Test
    void aTextThatBeginsBeforeTheTapeOrGoesOnBehindItIsSaidToDoSo() {
        String turn = String.join(" ", Collections.nCopies(300, "word"));
        SyncedTranscript t =
                Transcripts.of(List.of("A", "B", "C"), "Before " + turn, "Within " + turn, "Behind " + turn);
        List<Turn> turns = List.of(
                untimed(t.turns().get(0)), t.turns().get(1), untimed(t.turns().get(2)));
        List<StraySpeech> greeting = List.of(new StraySpeech(TimeSpan.ofSeconds(1, 6), Optional.empty(), false));
        assertThat(said(t.withTurns(turns, greeting, List.of())))
                .anySatisfy(s -> assertThat(s)
                        .startsWith("the tape ends before the text does: from line "
                                + t.turns().get(2).line() + ", 'Behind word word word word …', on (301 words)"))
                .anySatisfy(s -> assertThat(s)
                        .startsWith("the tape begins later than the text: it is heard from line "
                                + t.turns().get(1).line() + ", 'Within word")
                        .endsWith("301 words come before"))
                .hasSize(2);
    }

    private static Turn untimed(Turn turn) {
        return turn.withWords(turn.words().stream()
                .map(w -> new Word(w.id(), w.text(), w.place(), Timing.UNALIGNED))
                .toList());
    }

    @Test
    void printedTimesTellHowFastTheSoundRuns() {
        assertThat(remarks(1.06, 30, 0)).singleElement().asString().containsPattern("runs (5[.][89]|6[.][0-2]) % fast");
        assertThat(remarks(0.95, 30, 0.1))
                .singleElement()
                .asString()
                .containsPattern("runs (4[.][89]|5[.][0-2]) % slow");
    }

    @Test
    void timesThatAgreeOrSayNothingAreNoRemark() {
        assertThat(remarks(1, 3600, 0.1)).isEmpty();
        assertThat(remarks(1.06, 30, 0.7)).as("times that are mostly wrong").isEmpty();
    }

    private static List<String> remarks(double hidden, TimeSpan... gaps) {
        SyncedTranscript t = Transcripts.of(List.of("A"), "word");
        Recording r = t.recordings().get(0);
        Recording odd = new Recording(
                r.path(),
                r.fingerprint(),
                r.channels(),
                r.micros(),
                r.mixture(),
                false,
                r.speed(),
                1,
                hidden,
                List.of(gaps));
        return said(new SyncedTranscript(
                t.language(),
                List.of(odd),
                t.transcript(),
                t.turns(),
                t.untranscribed(),
                t.speakerDoubts(),
                t.match()));
    }

    @Test
    void soundThatIsHiddenOrMissingIsSaid() {
        assertThat(remarks(0.4)).isEmpty();
        assertThat(remarks(12)).singleElement().asString().contains("goes on for 12.0 s after the end");
        assertThat(remarks(0, TimeSpan.ofSeconds(0, 5)))
                .as("a picture without sound first")
                .isEmpty();
        assertThat(remarks(0, TimeSpan.ofSeconds(10, 20), TimeSpan.ofSeconds(30, 31)))
                .singleElement()
                .asString()
                .contains("lacks 11.0 s of sound, first at 10.0 s");
    }
}
