package org.tapescript.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tapescript.edit.Edit;
import org.tapescript.support.RandomEdits;
import org.tapescript.support.Transcripts;

class TranscriptIndexTest {
    @Test
    void wordsAreFoundWhateverWasThereBefore() {
        for (long seed = 0; seed < 40; seed++) {
            SyncedTranscript t = Transcripts.random(seed);
            TranscriptIndex index = new TranscriptIndex(t);
            for (Edit edit : new RandomEdits(new Random(seed)).possible(t, 40)) {
                index.indexOf("");
                t = edit.apply(t);
                index = new TranscriptIndex(t, index);
                for (int i = 0; i < t.words().size(); i++) {
                    assertThat(index.indexOf(t.words().get(i).id()))
                            .as("seed %d after %s", seed, edit)
                            .isEqualTo(i);
                }
            }
        }
    }
}
