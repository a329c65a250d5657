package org.tapescript.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Word;
import org.tapescript.support.RandomEdits;
import org.tapescript.support.Transcripts;

/** Edits of all kinds in any order, done, undone and done again. */
class EditMonkeyTest {
    private static final int EDITS = 10_000;

    @Test
    void whateverIsDoneTheDocumentStaysWellFormedAndUndoRestoresIt() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            RandomEdits monkey = new RandomEdits(random);
            SyncedTranscript first = Transcripts.random(seed);
            History history = new History(first);
            Deque<SyncedTranscript> states = new ArrayDeque<>();
            for (int i = 0; i < EDITS / 20; i++) {
                String what = "seed " + seed + " edit " + i;
                if (random.nextInt(5) == 0 && !states.isEmpty()) {
                    SyncedTranscript now = history.current();
                    SyncedTranscript before = states.peek();
                    assertThat(history.undo()).as(what).isTrue();
                    assertThat(history.current()).as(what).isEqualTo(before);
                    if (random.nextBoolean()) {
                        assertThat(history.redo()).as(what).isTrue();
                        assertThat(history.current()).as(what).isEqualTo(now);
                    } else {
                        states.pop();
                    }
                    continue;
                }
                SyncedTranscript before = history.current();
                try {
                    Edit edit = monkey.next(before);
                    history.apply(edit);
                    what += " " + edit;
                    states.push(before);
                } catch (RefusedEditException e) {
                    assertThat(history.current()).as(what).isSameAs(before);
                }
                assertThat(history.current().malformation()).as(what).isEmpty();
                assertThat(history.current().turns())
                        .as(what)
                        .noneMatch(t -> t.words().isEmpty());
            }
            while (history.undo()) {
                assertThat(history.current()).isEqualTo(states.pop());
            }
            assertThat(history.current()).as("seed %d", seed).isEqualTo(first);
        }
    }

    @Test
    void correctingTextMovesNoOtherWord() {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            SyncedTranscript before = Transcripts.random(seed);
            CorrectText edit = (CorrectText) new RandomEdits(random)
                    .possible(before, 200).stream()
                            .filter(CorrectText.class::isInstance)
                            .findFirst()
                            .orElseThrow();
            SyncedTranscript after;
            try {
                after = edit.apply(before);
            } catch (RefusedEditException e) {
                continue;
            }
            Map<String, Optional<TimeSpan>> times = new HashMap<>();
            List<Word> far = before.words().stream()
                    .filter(w -> w.place().end() < edit.start() || w.place().start() > edit.end())
                    .toList();
            after.words().forEach(w -> times.put(w.id(), w.span()));
            for (Word word : far) {
                assertThat(times.get(word.id())).as("seed %d, %s", seed, word).isEqualTo(word.span());
            }
        }
    }
}
