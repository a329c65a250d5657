package org.tapescript.ui.mainwindow;

import java.io.IOException;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
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
 * Finds the words that somebody typed. The language is loaded once, soon after a project is open, and the aligner warmed up, so that
 * the first correction need not wait for it.
 */
final class LocalAlignment implements WordSearch {
    private static final int PRACTICE = 2;
    /** What shows the project comes first: loading keeps a core busy for a second. */
    private static final Duration LATER = Duration.seconds(2);

    private final SyncedTranscript opened;
    private final Tape tape;
    private final TapeSync syncing;
    private Optional<AlignPassage> passage = Optional.empty();

    /** @param jobs runs what is called here as well, one after the other */
    LocalAlignment(SyncedTranscript opened, Tape tape, TapeSync syncing, JobRunner jobs) {
        this.opened = opened;
        this.tape = tape;
        this.syncing = syncing;
        PauseTransition later = new PauseTransition(LATER);
        // What goes wrong is told to whoever corrects something.
        later.setOnFinished(e -> jobs.run(
                (progress, cancel) -> {
                    practise(passage(), opened);
                    return opened;
                },
                ProgressSink.IGNORE,
                loaded -> {},
                failure -> {}));
        later.play();
    }

    private synchronized AlignPassage passage() throws IOException {
        if (passage.isEmpty()) {
            passage = Optional.of(syncing.passages(opened, tape.recordings()));
        }
        return passage.get();
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
        return passage().run(transcript, turn, from, to, within);
    }
}
