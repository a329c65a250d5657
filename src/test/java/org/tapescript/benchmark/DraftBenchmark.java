package org.tapescript.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.CorrectText;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.Program;
import org.tapescript.support.SyncedSample;
import org.tapescript.workflow.DraftPassage;
import org.tapescript.workflow.FindRecordings;
import org.tapescript.workflow.TapeSync;
import org.tapescript.workflow.TrackChoice;

/**
 * How good drafts are of what a text lacks, and how long they take: {@code mvn test -Pbenchmark -Dtest=DraftBenchmark -Dproject=FILE};
 * without a project two samples are synced and taken. Ten words are taken out of each long turn, and the draft is compared with them.
 */
@Tag("benchmark")
class DraftBenchmark {
    private static final int MISSING = 10;
    private static final int MOST = 25;

    @Test
    void drafts() throws Exception {
        String given = System.getProperty("project", "");
        if (!given.isEmpty()) {
            draft(Path.of(given));
            return;
        }
        for (String name : List.of("lighthouse", "radioworks")) {
            draft(SyncedSample.of(Path.of("audio-samples", name)));
        }
    }

    private static void draft(Path project) throws Exception {
        SyncedTranscript synced = ProjectFile.read(project).transcript();
        TapeSync syncing = new TapeSync(Program.PLACES);
        List<org.tapescript.audio.DecodedRecording> decoded = syncing.recordings()
                .run(
                        FindRecordings.run(project, synced.recordings(), List.of()),
                        TrackChoice.as(synced.recordings()),
                        ProgressSink.IGNORE,
                        new CancellationToken());
        List<Double> shares = new ArrayList<>();
        int wrong = 0;
        int all = 0;
        List<Turn> turns = synced.turns().stream()
                .filter(t -> t.words().size() >= MISSING + 4)
                .limit(MOST)
                .toList();
        for (Turn turn : turns) {
            int from = (turn.words().size() - MISSING) / 2;
            List<Word> missing = turn.words().subList(from, from + MISSING);
            TimeSpan gap = new TimeSpan(
                    turn.words().get(from - 1).span().orElseThrow().endMicros(),
                    turn.words().get(from + MISSING).span().orElseThrow().startMicros());
            SyncedTranscript without = new CorrectText(
                            missing.get(0).place().start(),
                            missing.get(MISSING - 1).place().end(),
                            "")
                    .apply(synced);
            // Each anew: what the text has must not be known from the last time.
            DraftPassage drafting = syncing.drafts(synced, decoded);
            long loading = System.nanoTime();
            drafting.run(
                    without, new TimeSpan(gap.startMicros(), gap.startMicros() + 100_000), new CancellationToken());
            loading = System.nanoTime() - loading;
            long begun = System.nanoTime();
            String heard = drafting.run(without, gap, new CancellationToken());
            shares.add((System.nanoTime() - begun) / 1e9 / gap.seconds());
            List<String> said = words(missing.stream().map(Word::text).collect(Collectors.joining(" ")));
            System.out.println(said + "\n  " + heard + " (loaded in " + loading / 1_000_000 + " ms)");
            wrong += distance(said, words(heard));
            all += said.size();
        }
        double[] sorted =
                shares.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.println(String.format(
                Locale.ROOT,
                "%s: %d gaps, %d words, %.0f %% wrong, missing or too many; %.2f of the time they are said in (median)",
                project.getFileName(),
                shares.size(),
                all,
                100.0 * wrong / all,
                sorted[sorted.length / 2]));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+"))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    private static int distance(List<String> a, List<String> b) {
        int[][] d = new int[a.size() + 1][b.size() + 1];
        for (int i = 0; i <= a.size(); i++) {
            for (int j = 0; j <= b.size(); j++) {
                d[i][j] = i == 0 || j == 0
                        ? i + j
                        : Math.min(
                                d[i - 1][j - 1] + (a.get(i - 1).equals(b.get(j - 1)) ? 0 : 1),
                                1 + Math.min(d[i - 1][j], d[i][j - 1]));
            }
        }
        return d[a.size()][b.size()];
    }
}
