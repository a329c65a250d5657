package org.tapescript.session;

import org.tapescript.domain.SyncedTranscript;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;

/** Places a translation's sentences anew by all that is known of them, beside the window. */
public interface Placer {
    /** Called beside the window. */
    SyncedTranscript run(SyncedTranscript before, ProgressSink progress, CancellationToken cancel) throws Exception;

    /** It has begun. */
    void begun();

    /** What it found is in the transcript. */
    void done();

    void failed(Throwable e);
}
