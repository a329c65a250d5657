package org.tapescript.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Origin;
import org.tapescript.domain.SyncBasis;
import org.tapescript.domain.SyncMethod;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.PinWords;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.edit.SetWordTime;
import org.tapescript.support.Transcripts;

class PlacedTextTest {
    /** Three sentences, a third of a second a word; the second was not placed. */
    private static SyncedTranscript placed() {
        SyncedTranscript t = Transcripts.of(List.of("A"), "He met Mr. Colby there. Not heard. And then Colby left.");
        List<Turn> turns = new ArrayList<>();
        for (Turn turn : t.turns()) {
            turns.add(turn.withWords(turn.words().stream()
                    .map(w -> w.withTiming(
                            w.text().startsWith("Not") || w.text().startsWith("heard")
                                    ? Timing.UNALIGNED
                                    : new Timing.Timed(w.span().orElseThrow(), 0.7, Origin.PLACED)))
                    .toList()));
        }
        return t.withTurns(turns).withBasis(new SyncBasis("none", SyncMethod.BY_VOICES));
    }

    private static List<PlacedStretch> sentences(SyncedTranscript t) {
        return PlacedStretch.of(t.turns().get(0), t.transcript().text());
    }

    @Test
    void sentencesEndWhereTheyEndAndNotAtTitles() {
        SyncedTranscript t = placed();
        assertThat(Sentences.of(t.words(), t.transcript().text()))
                .extracting(s -> s.get(0).text() + "/" + s.size())
                .containsExactly("He/5", "Not/2", "And/4");
        assertThat(sentences(t))
                .extracting(
                        s -> s.words().get(0).text(),
                        s -> s.timing().origin(),
                        s -> s.timing().confidence())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("He", Origin.PLACED, 0.7),
                        org.assertj.core.groups.Tuple.tuple("And", Origin.PLACED, 0.7));
    }

    @Test
    void aSentenceStandsForItsWordsAndNothingIsLost() {
        SyncedTranscript t = placed();
        assertThat(t.isPlaced()).isTrue();
        assertThat(PlacedStretch.joined(t).words())
                .extracting(Word::text)
                .containsExactly("He met Mr. Colby there.", "Not", "heard.", "And then Colby left.");
    }

    @Test
    void aWordTakesItsSentenceAlong() {
        SyncedTranscript t = placed();
        Word colby = t.words().get(3);
        SyncedTranscript moved = new SetWordTime(colby.id(), 100_000, 1_000_000).apply(t);
        PlacedStretch first = sentences(moved).get(0);
        assertThat(first.timing().time()).isEqualTo(new TimeSpan(100_000, 1_000_000));
        assertThat(first.timing().origin()).isEqualTo(Origin.MANUAL);
        assertThat(moved.malformation()).isEmpty();
        assertThat(sentences(moved).get(1)).isEqualTo(sentences(t).get(1));
        String unplaced = t.words().get(5).id();
        assertThatThrownBy(() -> new SetWordTime(unplaced, 0, 1).apply(t)).isInstanceOf(RefusedEditException.class);
    }

    @Test
    void onlyTheBeginningOfASentenceIsVouchedFor() {
        SyncedTranscript t = placed();
        SyncedTranscript pinned = new PinWords(List.of(t.words().get(8).id())).apply(t);
        assertThat(pinned.words().stream().filter(Word::isManual).map(Word::text))
                .containsExactly("And");
    }

    @Test
    void namesAreWordsWithACapitalWhereNoSentenceBegins() {
        SyncedTranscript t = placed();
        ProperNames names =
                new ProperNames(Sentences.of(t.words(), t.transcript().text()));
        assertThat(t.words().stream().map(names::of).flatMap(Optional::stream)).containsExactly("Colby", "Colby");
    }
}
