package org.tapescript.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.CorrectText;
import org.tapescript.edit.SetWordTimes;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.Program;
import org.tapescript.support.SyncedSample;
import org.tapescript.workflow.AlignPassage;
import org.tapescript.workflow.FindRecordings;
import org.tapescript.workflow.TapeSync;
import org.tapescript.workflow.TrackChoice;

/**
 * Corrects words all over a project and measures how long it takes until they have their times, in a language that is loaded:
 * {@code mvn test -Pbenchmark -Dtest=PassageBenchmark -Dproject=FILE}; without a project the sample is synced and taken. A word of
 * each of some turns is taken out and typed in again; every other word must keep its time.
 */
@Tag("benchmark")
class PassageBenchmark {
    private static final int CORRECTIONS = 60;

    @Test
    void corrections() throws Exception {
        Path project = Path.of(System.getProperty("project", ""));
        if (project.toString().isEmpty()) {
            project = SyncedSample.of(Path.of("audio-samples", "lighthouse"));
        }
        SyncedTranscript synced = ProjectFile.read(project).transcript();
        TapeSync syncing = new TapeSync(Program.PLACES);
        AlignPassage passage = syncing.passages(
                synced,
                syncing.recordings()
                        .run(
                                FindRecordings.run(project, synced.recordings(), List.of()),
                                TrackChoice.as(synced.recordings()),
                                ProgressSink.IGNORE,
                                new CancellationToken()));
        List<Turn> turns =
                synced.turns().stream().filter(t -> t.words().size() > 8).toList();
        Random random = new Random(1);
        List<Double> millis = new ArrayList<>();
        int found = 0;
        int near = 0;
        for (int n = 0; n < CORRECTIONS; n++) {
            Turn turn = turns.get(random.nextInt(turns.size()));
            int at = 2 + random.nextInt(turn.words().size() - 4);
            Word word = turn.words().get(at);
            int start = word.place().start();
            SyncedTranscript without = new CorrectText(start, word.place().end(), "").apply(synced);
            SyncedTranscript with = new CorrectText(start, start, word.text()).apply(without);
            long begun = System.nanoTime();
            SetWordTimes times = passage.run(with, turn.id(), at, at + 1, Optional.empty());
            millis.add((System.nanoTime() - begun) / 1e6);
            SyncedTranscript after = times.apply(with);
            Map<String, Word> before = new HashMap<>();
            with.words().forEach(w -> before.put(w.id(), w));
            assertThat(after.words()).allMatch(w -> times.times().containsKey(w.id()) || w.equals(before.get(w.id())));
            found += times.times().size();
            near += (int) times.times().values().stream()
                    .filter(f -> word.span()
                            .filter(s -> Math.abs(s.startMicros() - f.startMicros()) < 100_000)
                            .isPresent())
                    .count();
        }
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.println(String.format(
                Locale.ROOT,
                "%.0f min, %d words: %d corrections, ms to their times: first %.0f, median %.0f, 90th percentile %.0f, longest %.0f;"
                        + " %d found, %d of them within 100 ms of where they were",
                synced.seconds() / 60,
                synced.words().size(),
                CORRECTIONS,
                millis.get(0),
                sorted[sorted.length / 2],
                sorted[sorted.length * 9 / 10],
                sorted[sorted.length - 1],
                found,
                near));
    }
}
