package org.tapescript.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Word;
import org.tapescript.edit.CorrectText;
import org.tapescript.edit.Edit;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.support.RandomEdits;
import org.tapescript.support.Transcripts;

class RowsTest {
    @Test
    void whateverWasEditedEveryWordIsShownOnceAndInItsPlace() {
        for (long seed = 0; seed < 30; seed++) {
            SyncedTranscript t = Transcripts.random(seed);
            for (Edit edit : new RandomEdits(new Random(seed)).possible(t, 40)) {
                t = edit.apply(t);
                List<Word> shown = Rows.of(t).stream()
                        .filter(Row.Spoken.class::isInstance)
                        .flatMap(r -> ((Row.Spoken) r).words().stream())
                        .toList();
                assertThat(shown).as("seed %d after %s", seed, edit).isEqualTo(t.words());
                for (Row row : Rows.of(t)) {
                    if (row instanceof Row.Spoken s) {
                        assertThat(s.words()).allMatch(w -> s.place().contains(w.place()));
                        assertThat(s.text())
                                .isEqualTo(s.place().of(t.transcript().text()));
                    }
                }
            }
        }
    }

    @Test
    void typingMakesTheSmallestEdit() {
        SyncedTranscript t = Transcripts.of(List.of("A"), "one two three");
        Row.Spoken row = (Row.Spoken) Rows.of(t).get(0);
        TurnEditing editing = new TurnEditing(row, 0);
        assertThat(editing.pending()).isEmpty();
        editing.type("one twofold three");
        assertThat(editing.pending()).contains(new CorrectText(7, 7, "fold"));
        editing.done();
        assertThat(editing.pending()).isEmpty();
        editing.type("one three");
        SyncedTranscript after = editing.pending().orElseThrow().apply(new CorrectText(7, 7, "fold").apply(t));
        assertThat(after.transcript().text().strip()).isEqualTo("one three");
    }

    @Test
    void randomTypingEndsAsTyped() {
        Random random = new Random(3);
        String[] pieces = {"a", " ", "word", "\ud83d\ude42", "é", ".", "\n", "—"};
        for (int round = 0; round < 200; round++) {
            SyncedTranscript t = Transcripts.of(List.of("A"), "one \ud83d\ude42two three four");
            TurnEditing editing = new TurnEditing((Row.Spoken) Rows.of(t).get(0), 0);
            String typed = editing.text();
            for (int i = 0; i < 8; i++) {
                int at = typed.offsetByCodePoints(0, random.nextInt(typed.codePointCount(0, typed.length()) + 1));
                typed = typed.substring(0, at) + pieces[random.nextInt(pieces.length)] + typed.substring(at);
                editing.type(typed);
                Optional<CorrectText> edit = editing.pending();
                try {
                    t = edit.isPresent() ? edit.get().apply(t) : t;
                } catch (RefusedEditException e) {
                    throw new AssertionError(typed, e);
                }
                editing.done();
            }
            assertThat(t.transcript().text()).contains(typed.replace('\n', ' '));
            assertThat(t.malformation()).isEmpty();
        }
    }
}
