package org.tapescript.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Origin;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.support.Transcripts;

class EditsTest {
    /** A third of a second a word. */
    private final SyncedTranscript t =
            Transcripts.of(List.of("A", "B"), "one two three four", "five six", "seven eight");

    private static List<String> texts(Turn turn) {
        return turn.words().stream().map(Word::text).toList();
    }

    private static List<String> speakers(SyncedTranscript t) {
        return t.turns().stream().map(Turn::speaker).toList();
    }

    private String id(int word) {
        return t.words().get(word).id();
    }

    private int place(int word) {
        return t.words().get(word).place().start();
    }

    @Test
    void aWordCorrectedKeepsItsTimeAndItsName() {
        SyncedTranscript after = new CorrectText(place(1), place(1) + 3, "twofold").apply(t);
        assertThat(texts(after.turns().get(0))).containsExactly("one", "twofold", "three", "four");
        assertThat(after.words().get(1).span()).isEqualTo(t.words().get(1).span());
        assertThat(after.words().get(1).id()).isEqualTo(id(1));
        assertThat(after.words().get(7).place().of(after.transcript().text())).isEqualTo("eight");
        assertThat(after.malformation()).isEmpty();
    }

    @Test
    void wordsTypedInHaveNoTimeUntilTheyAreFound() {
        SyncedTranscript after = new CorrectText(place(1) + 3, place(1) + 3, " and a half").apply(t);
        assertThat(texts(after.turns().get(0))).containsExactly("one", "two", "and", "a", "half", "three", "four");
        assertThat(after.words().subList(2, 5)).allMatch(w -> w.timing() == Timing.UNALIGNED);
        assertThat(after.words().get(5).span()).isEqualTo(t.words().get(2).span());
    }

    @Test
    void twoWordsMadeOneAndOneMadeTwo() {
        SyncedTranscript joined = new CorrectText(place(0) + 3, place(1), "").apply(t);
        assertThat(texts(joined.turns().get(0))).containsExactly("onetwo", "three", "four");
        SyncedTranscript split = new CorrectText(place(2) + 2, place(2) + 2, " ").apply(t);
        assertThat(texts(split.turns().get(0))).containsExactly("one", "two", "th", "ree", "four");
    }

    @Test
    void aTurnKeepsAWord() {
        assertThatThrownBy(() -> new CorrectText(place(4), place(5) + 3, "").apply(t))
                .isInstanceOf(RefusedEditException.class)
                .hasMessageContaining("at least one word");
    }

    @Test
    void aTurnIsSplitAndMergedAgain() {
        SyncedTranscript split = new SplitTurn(id(2), "C").apply(t);
        assertThat(speakers(split)).containsExactly("A", "C", "B", "A");
        assertThat(texts(split.turns().get(1))).containsExactly("three", "four");
        assertThat(split.turns().get(1).speakerIsManual()).isTrue();
        SyncedTranscript merged = new MergeTurn(split.turns().get(1).id()).apply(split);
        assertThat(speakers(merged)).containsExactly("A", "B", "A");
        assertThat(texts(merged.turns().get(0))).containsExactly("one", "two", "three", "four");
        assertThatThrownBy(() -> new SplitTurn(id(0), "C").apply(t)).isInstanceOf(RefusedEditException.class);
    }

    @Test
    void aMergedParagraphGoesOnWithTheTurn() {
        SyncedTranscript merged = new MergeTurn(t.turns().get(1).id()).apply(t);
        assertThat(merged.transcript().paragraphs().get(1).kind()).isEqualTo(ParagraphKind.CONTINUATION);
        assertThat(merged.transcript().paragraphs().get(1).speaker()).contains("A");
    }

    @Test
    void aTurnsEdgeMovesWordByWord() {
        SyncedTranscript moved = new MoveTurnStart(t.turns().get(1).id(), -1).apply(t);
        assertThat(texts(moved.turns().get(0))).containsExactly("one", "two", "three");
        assertThat(texts(moved.turns().get(1))).containsExactly("four", "five", "six");
        assertThatThrownBy(() -> new MoveTurnStart(t.turns().get(1).id(), 2).apply(t))
                .isInstanceOf(RefusedEditException.class);
    }

    @Test
    void speakersChangePlacesFromATurnOn() {
        assertThat(speakers(new SwapSpeakers(t.turns().get(1).id(), "A", "B").apply(t)))
                .containsExactly("A", "A", "B");
    }

    @Test
    void aRenamedSpeakerIsRenamedEverywhere() {
        SyncedTranscript renamed = new RenameSpeaker("A", "Ann").apply(t);
        assertThat(speakers(renamed)).containsExactly("Ann", "B", "Ann");
        assertThat(renamed.transcript().paragraphs().get(0).speaker()).contains("Ann");
        assertThatThrownBy(() -> new RenameSpeaker("Z", "Ann").apply(t)).isInstanceOf(RefusedEditException.class);
    }

    @Test
    void whatIsMadeOneSpeakerByHandStaysOne() {
        SyncedTranscript merged = new RenameSpeaker("A", "B").apply(t);
        assertThat(speakers(merged)).containsOnly("B");
        assertThat(merged.turns()).allMatch(Turn::speakerIsManual);
        assertThat(new RenameSpeaker("A", "Ann").apply(t).turns()).noneMatch(Turn::speakerIsManual);
    }

    @Test
    void neighboursGiveWayAndStopBeforeTheyVanish() {
        TimeSpan before = t.words().get(0).span().orElseThrow();
        TimeSpan own = t.words().get(1).span().orElseThrow();
        SyncedTranscript pushed = new SetWordTime(id(1), own.startMicros() - 100_000, own.endMicros()).apply(t);
        assertThat(pushed.words().get(0).span().orElseThrow().endMicros()).isEqualTo(own.startMicros() - 100_000);
        assertThat(pushed.words().get(1).isManual()).isTrue();
        assertThat(pushed.words().get(0).isManual()).isFalse();
        SyncedTranscript stopped = new SetWordTime(id(1), 0, own.endMicros()).apply(t);
        assertThat(stopped.words().get(1).span().orElseThrow().startMicros())
                .isEqualTo(before.startMicros() + SetWordTime.SHORTEST_MICROS);
        SyncedTranscript fixed =
                new SetWordTime(id(1), 0, own.endMicros()).apply(new PinWords(List.of(id(0))).apply(t));
        assertThat(fixed.words().get(1).span().orElseThrow().startMicros()).isEqualTo(before.endMicros());
    }

    @Test
    void aNeighbourThatIsLeftLittleOfItsTimeIsMarked() {
        TimeSpan first = t.words().get(0).span().orElseThrow();
        TimeSpan own = t.words().get(1).span().orElseThrow();
        long length = first.endMicros() - first.startMicros();
        SyncedTranscript little = new SetWordTime(id(1), first.endMicros() - length / 4, own.endMicros()).apply(t);
        assertThat(little.words().get(0).timing())
                .isInstanceOfSatisfying(
                        Timing.Timed.class, timed -> assertThat(timed.origin()).isNotEqualTo(Origin.INTERPOLATED));
        SyncedTranscript most = new SetWordTime(id(1), first.startMicros() + length / 4, own.endMicros()).apply(t);
        assertThat(most.words().get(0).timing())
                .isInstanceOfSatisfying(
                        Timing.Timed.class, timed -> assertThat(timed.origin()).isEqualTo(Origin.INTERPOLATED));
    }

    @Test
    void foundTimesDoNotTouchWhatAnEditorSetAndDoNotCross() {
        SyncedTranscript pinned = new PinWords(List.of(id(1))).apply(t);
        TimeSpan pin = pinned.words().get(1).span().orElseThrow();
        SyncedTranscript after = new SetWordTimes(Map.of(
                        id(0), new SetWordTimes.Found(0, pin.startMicros() + 50_000, 0.7),
                        id(1), new SetWordTimes.Found(0, 10, 0.7)))
                .apply(pinned);
        assertThat(after.words().get(1)).isEqualTo(pinned.words().get(1));
        assertThat(after.words().get(0).span().orElseThrow().endMicros()).isEqualTo(pin.startMicros());
        assertThat(after.malformation()).isEmpty();
    }

    @Test
    void aParagraphIsTakenOutOfSpeechAndBack() {
        SyncedTranscript without = new MarkUnspoken(place(4), "caption").apply(t);
        assertThat(speakers(without)).containsExactly("A", "A");
        assertThat(without.transcript().paragraphs().get(1).kind()).isEqualTo(ParagraphKind.CAPTION);
        SyncedTranscript back = new MarkSpoken(place(4), "B").apply(without);
        assertThat(speakers(back)).containsExactly("A", "B", "A");
        assertThat(texts(back.turns().get(1))).containsExactly("five", "six");
        assertThat(back.turns().get(1).span()).isEmpty();
    }

    @Test
    void whatWasLeftOutIsTypedIn() {
        long at = t.turns().get(0).span().orElseThrow().endMicros();
        SyncedTranscript after = new InsertTurn(at, at + 1000, "C", "Mm hm,\nyes.", Optional.empty()).apply(t);
        assertThat(speakers(after)).containsExactly("A", "C", "B", "A");
        assertThat(texts(after.turns().get(1))).containsExactly("Mm", "hm,", "yes.");
        assertThat(after.malformation()).isEmpty();
        assertThat(after.words().get(4).place().start())
                .isGreaterThan(after.turns().get(0).words().get(3).place().end());
    }

    @Test
    void whatIsHeardWithinATurnIsTypedInBetweenItsWords() {
        SyncedTranscript after = new InsertTurn(0, 1000, "C", "Mm hm.", Optional.of(id(1))).apply(t);
        assertThat(speakers(after)).containsExactly("A", "C", "A", "B", "A");
        assertThat(texts(after.turns().get(0)))
                .isEqualTo(texts(t.turns().get(0)).subList(0, 2));
        assertThat(texts(after.turns().get(1))).containsExactly("Mm", "hm.");
        assertThat(texts(after.turns().get(2)))
                .isEqualTo(texts(t.turns().get(0)).subList(2, 4));
        assertThat(after.transcript().text()).contains("two\n\nMm hm.\n\n");
        assertThat(after.malformation()).isEmpty();
        SyncedTranscript same = new InsertTurn(0, 1000, "A", "Mm hm.", Optional.of(id(1))).apply(t);
        assertThat(speakers(same)).isEqualTo(speakers(t));
        assertThat(texts(same.turns().get(0)).subList(2, 4)).containsExactly("Mm", "hm.");
        assertThat(same.malformation()).isEmpty();
    }

    @Test
    void whatBelongsTogetherIsUndoneTogether() {
        History history = new History(t);
        history.markSaved();
        history.apply(new CorrectText(place(1) + 3, place(1) + 3, " more"));
        history.amend(new PinWords(List.of(id(0))));
        assertThat(history.isSaved()).isFalse();
        assertThat(history.undoable()).containsInstanceOf(CorrectText.class);
        history.undo();
        assertThat(history.current()).isEqualTo(t);
        assertThat(history.isSaved()).isTrue();
        history.redo();
        assertThat(history.current().words().get(0).isManual()).isTrue();
        assertThat(history.redo()).isFalse();
    }
}
