package org.tapescript.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tapescript.align.AlignmentRequest;
import org.tapescript.domain.Origin;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.RenameSpeaker;
import org.tapescript.support.Transcripts;

class KeepManualTest {
    private static Turn by(Turn turn, String speaker, List<Word> words) {
        return new Turn(
                "t" + words.get(0).place().start(), speaker, turn.line(), true, turn.speakerConfidence(), words);
    }

    @Test
    void aTurnThatAnEditorSplitStaysSplitInARevisedText() {
        SyncedTranscript before = Transcripts.of(List.of("A", "B"), "one two three four five", "six seven");
        Turn whole = before.turns().get(0);
        SyncedTranscript edited = before.withTurns(List.of(
                whole.withWords(whole.words().subList(0, 2)),
                by(whole, "C", whole.words().subList(2, 5)),
                before.turns().get(1)));
        SyncedTranscript revised = Transcripts.of(List.of("A", "B"), "zero one two three four five", "six new seven");
        SyncedTranscript kept = KeepManual.apply(edited, revised, true);
        assertThat(kept.turns()).extracting(Turn::speaker).containsExactly("A", "C", "B");
        assertThat(kept.turns().get(1).words()).extracting(Word::text).containsExactly("three", "four", "five");
        assertThat(kept.turns()).extracting(Turn::speakerIsManual).containsExactly(false, true, false);
        assertThat(kept.malformation()).isEmpty();
    }

    private static SyncedTranscript heard(SyncedTranscript t) {
        return t.withTurns(t.turns().stream()
                .map(x -> new Turn(x.id(), x.speaker(), x.line(), false, OptionalDouble.of(0.9), x.words()))
                .toList());
    }

    private static List<String> speakers(SyncedTranscript earlier, String revised) {
        return KeepManual.apply(heard(earlier), heard(Transcripts.imported(revised)), true).turns().stream()
                .map(Turn::speaker)
                .toList();
    }

    @Test
    void namesThatARevisedTextPrintsAreThoseOfItsTurns() {
        String revised = "Reporter: Where was the boat then?\n\nMr Reed: It lay behind the mill all winter.\n\n"
                + "Mrs Reed: And we painted it green in spring.\n";
        SyncedTranscript dashes = Transcripts.imported("– Where was the boat then?\n\n"
                + "– It lay behind the mill all winter. And we painted it green in spring.\n");
        assertThat(speakers(dashes, revised)).containsExactly("Reporter", "Mr Reed", "Mrs Reed");
        SyncedTranscript printed = Transcripts.imported("Ann: Where was the boat then?\n\n"
                + "Thomas Reed: It lay behind the mill all winter. And we painted it green in spring.\n");
        assertThat(speakers(printed, revised)).containsExactly("Reporter", "Mr Reed", "Mrs Reed");
        SyncedTranscript named = new RenameSpeaker("Guest", "Old Reed").apply(dashes);
        assertThat(speakers(named, revised))
                .as("a name given by hand stays, and is nobody else's")
                .containsExactly("Reporter", "Old Reed", "Mrs Reed");
    }

    @Test
    void wordsPinnedBeforeAreNamedByWhereTheyStandNow() {
        SyncedTranscript before = Transcripts.of(List.of("A", "B"), "one two three four five", "six seven");
        Turn turn = before.turns().get(0);
        List<Word> words = new ArrayList<>(turn.words());
        words.set(3, words.get(3).withTiming(new Timing.Timed(TimeSpan.ofSeconds(5, 5.5), 1, Origin.MANUAL)));
        words.set(4, words.get(4).withTiming(new Timing.Timed(TimeSpan.ofSeconds(6, 6.5), 1, Origin.MANUAL)));
        SyncedTranscript pinned =
                before.withTurns(List.of(turn.withWords(words), before.turns().get(1)));
        List<Word> revised = Transcripts.of(List.of("A", "B"), "zero one two three four", "six seven")
                .words();
        assertThat(KeepManual.pins(pinned, revised)).containsExactly(new AlignmentRequest.Pin(4, 5, 5.5));
        assertThat(KeepManual.pins(before, revised)).isEmpty();
    }

    @Test
    void namesThatVoicesHaveAreKeptWhereVoicesCount() {
        SyncedTranscript before = Transcripts.of(List.of("A", "B"), "one two three", "four five", "six");
        List<Turn> heard = new ArrayList<>(before.turns());
        Turn third = heard.remove(2);
        heard.add(new Turn(third.id(), "Photographer", third.line(), false, OptionalDouble.of(0.97), third.words()));
        SyncedTranscript earlier = before.withTurns(heard);
        assertThat(KeepManual.apply(earlier, before, true).turns())
                .extracting(Turn::speaker)
                .containsExactly("A", "B", "Photographer");
        assertThat(KeepManual.apply(earlier, before, true).turns()).noneMatch(Turn::speakerIsManual);
        assertThat(KeepManual.apply(earlier, before, false).turns())
                .extracting(Turn::speaker)
                .containsExactly("A", "B", "A");
    }

    @Test
    void timesOfTenHoursSurviveAnEditedText() {
        Random random = new Random(2);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            words.add("w" + random.nextInt(500));
        }
        SyncedTranscript before = Transcripts.of(List.of("A"), String.join(" ", words));
        Turn turn = before.turns().get(0);
        List<Word> timed = new ArrayList<>(turn.words());
        TimeSpan byHand = TimeSpan.ofSeconds(20_000.01, 20_000.2);
        timed.set(50_000, timed.get(50_000).withTiming(new Timing.Timed(byHand, 1, Origin.MANUAL)));
        for (int i = 0; i < 500; i++) {
            words.set(random.nextInt(40_000), "changed" + i);
        }
        words.add(100, "added");
        SyncedTranscript kept = KeepManual.apply(
                before.withTurns(List.of(turn.withWords(timed))),
                Transcripts.of(List.of("A"), String.join(" ", words)),
                true);
        assertThat(kept.words().get(50_001).isManual()).isTrue();
        assertThat(kept.words().get(50_001).span()).contains(byHand);
    }
}
