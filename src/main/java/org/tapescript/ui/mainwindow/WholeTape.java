package org.tapescript.ui.mainwindow;

import java.io.IOException;
import java.nio.file.Path;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.ui.common.Tape;
import org.tapescript.workflow.TapeSync;

/** What goes over a whole tape again for an open project. */
record WholeTape(Tape tape, TapeSync syncing) {
    /** A way to do so. */
    @FunctionalInterface
    interface Pass {
        SyncedTranscript run(WholeTape tape, SyncedTranscript before, ProgressSink progress, CancellationToken cancel)
                throws IOException;
    }

    /** Places all words or sentences anew; what was said by hand stays, and guides the others. */
    SyncedTranscript align(SyncedTranscript before, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        return syncing.again(before, TapeSync.Request.of(before, tape.files()), progress, cancel);
    }

    /** Writes the sound of a stretch as a file of its own. */
    void clip(TimeSpan span, Path to, CancellationToken cancel) throws IOException {
        syncing.recordings().clip(tape.recordings(), span, to, cancel);
    }

    /** Says anew who speaks; what was said by hand stays, and helps to tell the others. */
    SyncedTranscript compareVoices(SyncedTranscript before, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        return syncing.attribute(before, TapeSync.Request.of(before, tape.files()), progress, cancel);
    }
}
