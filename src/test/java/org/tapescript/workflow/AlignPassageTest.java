package org.tapescript.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.Origin;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.CorrectText;
import org.tapescript.edit.SetWordTimes;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.Program;

/** On the sample interview: words are taken away or typed wrongly, then typed in, and must be found where the whole sync found them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlignPassageTest {
    private SyncedTranscript synced;
    private AlignPassage passage;

    @BeforeAll
    void sync(@TempDir Path folder) throws Exception {
        Path sample = Path.of("audio-samples", "lighthouse");
        Path tape = org.tapescript.support.Tapes.tape(sample);
        Path project = folder.resolve("p.tapescript");
        assertThat(Program.run("sync", tape, sample.resolve("transcript.txt"), "-o", project)
                        .status())
                .isZero();
        synced = ProjectFile.read(project).transcript();
        TapeSync syncing = new TapeSync(Program.PLACES);
        passage = syncing.passages(
                synced,
                syncing.recordings()
                        .run(List.of(tape), TrackChoice.DEFAULT, ProgressSink.IGNORE, new CancellationToken()));
    }

    /** A turn of some length, and where it stands. */
    private Turn turn(int skip) {
        return synced.turns().stream()
                .filter(t -> t.words().size() > 30)
                .skip(skip)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Word> byId(SyncedTranscript t) {
        Map<String, Word> result = new HashMap<>();
        t.words().forEach(w -> result.put(w.id(), w));
        return result;
    }

    @Test
    void wordsTypedInAreFoundWhereTheyAreSaid() {
        List<Double> errors = new ArrayList<>();
        for (int skip = 0; skip < 3; skip++) {
            Turn turn = turn(skip);
            List<Word> missing = turn.words().subList(10, 14);
            int start = missing.get(0).place().start();
            String typed = synced.transcript()
                    .text()
                    .substring(start, missing.get(3).place().end());
            SyncedTranscript without = new CorrectText(start - 1, start + typed.length(), "").apply(synced);
            SyncedTranscript with = new CorrectText(start - 1, start - 1, " " + typed).apply(without);
            SetWordTimes times = passage.run(with, turn.id(), 10, 14, Optional.empty());
            SyncedTranscript after = times.apply(with);
            Turn edited = after.turns().stream()
                    .filter(t -> t.id().equals(turn.id()))
                    .findFirst()
                    .orElseThrow();
            for (int i = 0; i < 4; i++) {
                TimeSpan true_ = missing.get(i).span().orElseThrow();
                Optional<TimeSpan> found = edited.words().get(10 + i).span();
                assertThat(found)
                        .as("turn %d word %s", skip, missing.get(i).text())
                        .isPresent();
                errors.add(Math.abs(found.get().startSeconds() - true_.startSeconds()));
            }
            Map<String, Word> now = byId(after);
            for (Word word : with.words()) {
                if (!times.times().containsKey(word.id())) {
                    assertThat(now.get(word.id())).isEqualTo(word);
                }
            }
            assertThat(times.times()).hasSize(4);
            assertThat(after.malformation()).isEmpty();
        }
        assertThat(errors).allSatisfy(e -> assertThat(e).isCloseTo(0, within(0.15)));
    }

    @Test
    void aWordThatIsNotSaidIsNotGivenATimeByForce() {
        Turn turn = turn(1);
        int at = turn.words().get(12).place().end();
        SyncedTranscript with = new CorrectText(at, at, " absolutely extraordinary circumstances").apply(synced);
        SyncedTranscript after =
                passage.run(with, turn.id(), 13, 16, Optional.empty()).apply(with);
        assertThat(after.words().stream().filter(w -> w.id().startsWith("we")))
                .hasSize(3)
                .allMatch(w -> w.span().isEmpty() || w.confidence() < 0.9);
        assertThat(after.words())
                .noneMatch(Word::isManual)
                .anyMatch(w -> w.timing() instanceof org.tapescript.domain.Timing.Timed timed
                        && timed.origin() == Origin.ALIGNED);
    }
}
