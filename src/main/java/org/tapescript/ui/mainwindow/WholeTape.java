package org.tapescript.ui.mainwindow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.tapescript.domain.SyncBasis;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Transcript;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.ui.common.Tape;
import org.tapescript.workflow.TapeSync;
import org.tapescript.workflow.TrackChoice;

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

    /** The same for a revised text of the same interview. */
    SyncedTranscript align(SyncedTranscript before, Transcript revised, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        return syncing.again(
                before, TapeSync.Request.of(before, tape.files()).withTranscript(revised), progress, cancel);
    }

    /** The same by other languages, or with another track of the recordings' sound. */
    SyncedTranscript align(
            SyncedTranscript before,
            SyncBasis basis,
            OptionalInt track,
            ProgressSink progress,
            CancellationToken cancel)
            throws IOException {
        TapeSync.Request request = new TapeSync.Request(
                tape.files(),
                before.transcript(),
                basis,
                true,
                List.of(),
                TrackChoice.as(before.recordings()).with(track));
        return syncing.again(before, request, progress, cancel);
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
