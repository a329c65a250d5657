package org.tapescript.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Word;
import org.tapescript.edit.Edit;
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
}
