package org.tapescript.ui.mainwindow;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.JobRunner;
import org.tapescript.job.ProgressSink;
import org.tapescript.session.EditorSession;
import org.tapescript.ui.common.Tape;
import org.tapescript.ui.transcript.GapRow;
import org.tapescript.workflow.DraftPassage;
import org.tapescript.workflow.TapeSync;

/** Hears what the text lacks, as soon as somebody begins to type it. */
final class GapDrafts implements GapRow.Drafts {
    private final EditorSession session;
    private final Tape tape;
    private final TapeSync syncing;
    private final JobRunner jobs;
    private Optional<DraftPassage> made = Optional.empty();

    GapDrafts(EditorSession session, Tape tape, TapeSync syncing, JobRunner jobs) {
        this.session = session;
        this.tape = tape;
        this.syncing = syncing;
        this.jobs = jobs;
    }

    @Override
    public CancellationToken ask(TimeSpan gap, Consumer<String> done) {
        SyncedTranscript now = session.transcript();
        // Whoever types goes on without a draft where there can be none.
        return jobs.run(
                (progress, cancel) -> passage(now).run(now, gap, cancel),
                ProgressSink.IGNORE,
                done,
                e -> done.accept(""));
    }

    private synchronized DraftPassage passage(SyncedTranscript now) throws IOException {
        if (made.isEmpty()) {
            made = Optional.of(syncing.drafts(now, tape.recordings()));
        }
        return made.get();
    }
}
