package org.tapescript.subtitle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Cue;
import org.tapescript.domain.CueEdge;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.Edit;
import org.tapescript.edit.SetCueEdges;
import org.tapescript.support.RandomEdits;
import org.tapescript.support.Transcripts;

/** What an editor chose of where subtitles are cut, whatever else is edited before and after. */
class CueEdgesTest {
    private static final SyncedTranscript T =
            Transcripts.of(List.of("A", "B"), "one two three four five six seven eight nine ten", "eleven twelve");

    private static List<String> texts(SyncedTranscript t) {
        return new CueBuilder(CueRules.DEFAULT)
                .build(t).stream().map(c -> String.join(" / ", c.lines())).toList();
    }

    private static String id(int word) {
        return T.words().get(word).id();
    }

    private static SyncedTranscript with(Map<String, Optional<CueEdge>> edges) {
        return new SetCueEdges(edges).apply(T);
    }

    @Test
    void aCueIsCutAndJoinedWhereSomebodyChose() {
        List<String> before = texts(T);
        SyncedTranscript cut = with(Map.of(id(3), Optional.of(CueEdge.CUT)));
        assertThat(texts(cut)).contains("one two three").doesNotContain(before.get(0));
        SyncedTranscript back = new SetCueEdges(Map.of(id(3), Optional.empty())).apply(cut);
        assertThat(back).isEqualTo(T);
        assertThat(texts(back)).isEqualTo(before);
    }

    @Test
    void whatIsJoinedIsOneCueThoughItIsTooMuch() {
        Map<String, Optional<CueEdge>> all = new java.util.HashMap<>();
        String many = "extraordinarily".repeat(1) + " extraordinarily extraordinarily extraordinarily extraordinarily"
                + " extraordinarily extraordinarily extraordinarily";
        SyncedTranscript t = Transcripts.of(List.of("A"), many + " and so on");
        t.words().subList(1, 8).forEach(w -> all.put(w.id(), Optional.of(CueEdge.JOINED)));
        List<Cue> cues = new CueBuilder(CueRules.DEFAULT).build(new SetCueEdges(all).apply(t));
        assertThat(cues.get(0).parts().get(0).words()).hasSize(8);
        assertThat(cues.get(0).lines()).hasSize(4);
        assertThat(CueCheck.of(cues.get(0), CueRules.DEFAULT)).contains(CueCheck.Breach.LINES);
        assertThat(String.join(" ", cues.get(1).lines())).isEqualTo("and so on");
    }

    @Test
    void editsOfWordsAndOfCuesNeverContradictEachOther() {
        int cuts = 0;
        int joined = 0;
        for (long seed = 0; seed < 40; seed++) {
            SyncedTranscript t = Transcripts.random(seed);
            for (Edit edit : new RandomEdits(new Random(seed)).possible(t, 60)) {
                t = edit.apply(t);
                Set<String> there =
                        new HashSet<>(t.words().stream().map(Word::id).toList());
                assertThat(there)
                        .as("seed %d after %s", seed, edit)
                        .containsAll(t.cueEdges().keySet());
                if (t.cueEdges().isEmpty()) {
                    continue;
                }
                for (String preset : List.of("netflix", "podcast")) {
                    List<Cue> cues = new CueBuilder(CuePresets.named(preset).orElseThrow()).build(t);
                    Set<String> first = new HashSet<>();
                    List<Word> shown = new ArrayList<>();
                    for (Cue cue : cues) {
                        for (Cue.Part part : cue.parts()) {
                            first.add(part.words().get(0).id());
                            shown.addAll(part.words());
                        }
                    }
                    assertThat(shown).as("seed %d after %s", seed, edit).doesNotHaveDuplicates();
                    for (Turn turn : t.turns()) {
                        for (int i = 1; i < turn.words().size(); i++) {
                            Word word = turn.words().get(i);
                            boolean timed = word.span().isPresent()
                                    && turn.words().get(i - 1).span().isPresent();
                            CueEdge edge = t.cueEdges().get(word.id());
                            if (timed && edge != null) {
                                assertThat(first.contains(word.id()))
                                        .as("seed %d after %s: %s is %s", seed, edit, word, edge)
                                        .isEqualTo(edge == CueEdge.CUT);
                                cuts += edge == CueEdge.CUT ? 1 : 0;
                                joined += edge == CueEdge.JOINED ? 1 : 0;
                            }
                        }
                    }
                }
            }
        }
        assertThat(cuts).isGreaterThan(100);
        assertThat(joined).isGreaterThan(100);
    }
}
