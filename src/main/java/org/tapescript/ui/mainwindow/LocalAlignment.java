package org.tapescript.ui.mainwindow;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.edit.SetWordTimes;
import org.tapescript.job.JobRunner;
import org.tapescript.job.ProgressSink;
import org.tapescript.session.WordSearch;
import org.tapescript.ui.common.Tape;
import org.tapescript.workflow.AlignPassage;
import org.tapescript.workflow.TapeSync;

/**
 * Finds the words that somebody typed. The language is loaded once, as soon as a project is open, and the aligner warmed up, so that
 * the first correction need not wait for it.
 */
final class LocalAlignment implements WordSearch {
    private static final int PRACTICE = 2;

    private final CompletableFuture<AlignPassage> passage = new CompletableFuture<>();

    /** @param jobs runs what is called here as well, one after the other */
    LocalAlignment(SyncedTranscript opened, Tape tape, TapeSync syncing, JobRunner jobs) {
        jobs.run(
                (progress, cancel) -> {
                    try {
                        AlignPassage made = syncing.passages(opened, tape.recordings());
                        practise(made, opened);
                        passage.complete(made);
                    } catch (Throwable e) {
                        passage.completeExceptionally(e);
                    }
                    return passage;
                },
                ProgressSink.IGNORE,
                loaded -> {},
                e -> {});
    }

    /** Aligns what is aligned already, for nothing: Java is quick only at what it has done a few times. */
    private static void practise(AlignPassage made, SyncedTranscript opened) {
        opened.turns().stream()
                .filter(t -> t.span().isPresent() && t.words().size() > 1)
                .limit(PRACTICE)
                .forEach(t -> made.run(opened, t.id(), 0, 1, Optional.empty()));
    }

    @Override
    public SetWordTimes run(SyncedTranscript transcript, String turn, int from, int to, Optional<TimeSpan> within)
            throws Exception {
        try {
            return passage.get().run(transcript, turn, from, to, within);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
